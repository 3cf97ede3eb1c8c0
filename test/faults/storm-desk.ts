import {demoConfig} from '../../demo/desk/config.js';
import {createDesk} from '../../demo/desk/desk.js';
import {serveDesk} from '../../demo/desk/node-server.js';
import {Random} from '../../demo/desk/seed/random.js';
import {seedWhenEmpty} from '../../demo/desk/seed/seed.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {atTheEnd} from '../e2e/runner/at-the-end.js';
import {arrivalsAt} from './arrivals.js';
import {forgetful, unshared} from './forgetful.js';
import type {Note} from './notebook.js';
import {stormPages} from './pages.js';
import {tally} from './tally.js';
import {Weather} from './weather.js';

export interface StormDeskOptions {
  readonly seed: string;
  /** Whether it does once what is sent twice under one key, and says so. */
  readonly promisesOnce: boolean;
}

/** A desk over real HTTP, with its store within reach, and its weather. */
export async function openStormDesk({seed, promisesOnce}: StormDeskOptions) {
  const store = new MemoryStore();
  await seedWhenEmpty(store, 'small', new Date());
  const features = {...demoConfig.features, idempotent_writes: promisesOnce};
  const desk = createDesk({store, config: {...demoConfig, features}});
  const weather = new Weather(new Random(`weather ${seed}`), {promisesOnce});
  desk.faults.set({path: '/customer/**', times: Infinity}, weather.fault);

  const tokens = new Set<string>();
  const pages = stormPages(desk, new Random(`tokens ${seed}`), token => tokens.add(token));
  const portal = async (request: Request): Promise<Response> => pages.fetch(request);
  const server = await serveDesk(
    promisesOnce
      ? {desk, pages: portal, port: 0}
      : {desk: {...desk, fetch: unshared(forgetful(desk.fetch))}, pages: unshared(portal), port: 0},
  );
  atTheEnd(server.close);
  return {
    weather,
    /** All that were given out. */
    tokens,
    url: `http://127.0.0.1:${server.port}`,
    arrivals: () => arrivalsAt(store),
    has: async (note: Note) => tally([note], await arrivalsAt(store)).arrived > 0,
    /** A customer's oldest tickets that take replies. */
    async answerable(username: string): Promise<string[]> {
      const subscribers = await store.subscribers();
      const {id: subscriberId} = subscribers.find(each => each.username === username)!;
      const tickets = await store.customerTickets({subscriberId, limit: Infinity});
      const ids = tickets.filter(({acceptsReplies}) => acceptsReplies).map(({id}) => id);
      return ids.reverse().slice(0, 8);
    },
  };
}

export type StormDesk = Awaited<ReturnType<typeof openStormDesk>>;
