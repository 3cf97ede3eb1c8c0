import {demoConfig} from '../../demo/desk/config.js';
import {createDesk} from '../../demo/desk/desk.js';
import {serveDesk} from '../../demo/desk/node-server.js';
import {Random} from '../../demo/desk/seed/random.js';
import {seedWhenEmpty} from '../../demo/desk/seed/seed.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {FaultSchedule} from './fault-schedule.js';
import {audit, readDeliveries, type LedgerEntry} from './ledger.js';
import {shortTokenPortal} from './short-token-portal.js';
import {withoutIdempotency, withoutKeepAlive} from './without-idempotency.js';

export interface FaultyDeskOptions {
  readonly seed: string;
  /** Whether the desk honours `Idempotency-Key` and says so. */
  readonly idempotency: boolean;
}

/** A desk over HTTP whose requests fail at random, with access to its store. */
export async function openFaultyDesk({seed, idempotency}: FaultyDeskOptions) {
  const store = new MemoryStore();
  await seedWhenEmpty(store, 'small', new Date());
  const features = {...demoConfig.features, idempotent_writes: idempotency};
  const desk = createDesk({store, config: {...demoConfig, features}});
  const schedule = new FaultSchedule(new Random(`faults ${seed}`), {idempotency});
  desk.faults.set({path: '/customer/**', times: Infinity}, schedule.fault);

  const tokens = new Set<string>();
  const portal = shortTokenPortal(desk, new Random(`tokens ${seed}`), token => tokens.add(token));
  const pages = async (request: Request): Promise<Response> => portal.fetch(request);
  const server = await serveDesk(
    idempotency
      ? {desk, pages, port: 0}
      : {
          desk: {...desk, fetch: withoutKeepAlive(withoutIdempotency(desk.fetch))},
          pages: withoutKeepAlive(pages),
          port: 0,
        },
  );
  return {
    schedule,
    /** All tokens that the portal has issued. */
    tokens,
    url: `http://127.0.0.1:${server.port}`,
    close: server.close,
    deliveries: () => readDeliveries(store),
    hasDelivered: async (entry: LedgerEntry) => audit([entry], await readDeliveries(store)).delivered > 0,
    /** The ids of a customer's oldest tickets that accept replies. */
    async ticketsAcceptingReplies(username: string): Promise<string[]> {
      const subscribers = await store.subscribers();
      const {id: subscriberId} = subscribers.find(each => each.username === username)!;
      const tickets = await store.customerTickets({subscriberId, limit: Infinity});
      const ids = tickets.filter(({acceptsReplies}) => acceptsReplies).map(({id}) => id);
      return ids.reverse().slice(0, 8);
    },
  };
}

export type FaultyDesk = Awaited<ReturnType<typeof openFaultyDesk>>;
