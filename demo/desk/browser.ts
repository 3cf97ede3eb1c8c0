import {withAbort} from './abort.js';
import type {DeskConfig} from './config.js';
import {createDesk} from './desk.js';
import {anna, lena} from './seed/people.js';
import {seedWhenEmpty, type SeedSize} from './seed/seed.js';
import {StaffActions} from './staff-actions.js';
import {MemoryStore} from './store/memory-store.js';
import type {AccountState} from './store/rows.js';

export * as faultKinds from './fault-kinds.js';
export {seededTicketId} from './seed/rows-from-script.js';

export interface BrowserDeskOptions {
  seed?: SeedSize;
  /** The clock of the desk. It may be fixed: rows keep their order. */
  now?: () => Date;
  base?: string;
  /** Replaces parts of the demo's configuration. */
  config?: Partial<DeskConfig>;
  newId?: () => string;
  heartbeat?: number;
}

/** A desk with an in-memory store, called through an injected fetch. For tests and stories. */
export function createBrowserDesk({seed = 'small', now = () => new Date(), ...options}: BrowserDeskOptions = {}) {
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const open = () => {
    const store = new MemoryStore();
    const desk = createDesk({...options, store, now, secret});
    return {desk, store, staff: new StaffActions(desk.context), ready: seedWhenEmpty(store, seed, now())};
  };
  let current = open();

  const seeded = async () => {
    await current.ready;
    return current;
  };
  const handle = withAbort(async request => (await seeded()).desk.fetch(request));

  const subscriberNamed = async (username: string) => {
    const {store} = await seeded();
    const subscriber = (await store.subscribers()).find(each => each.username === username);
    if (!subscriber) throw new Error(`The desk has no subscriber ${username}`);
    return subscriber;
  };

  return {
    /** A `fetch` for an element, or to replace window.fetch. */
    fetch: (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => handle(new Request(input, init)),

    get faults() {
      return current.desk.faults;
    },
    get requests() {
      return current.desk.requests;
    },

    async tokenFor(username: string = lena.username, seconds = 15 * 60): Promise<string> {
      return current.desk.context.tokens.issue('customer', await subscriberNamed(username), seconds);
    },

    /** Actions of the operator's staff. Open event streams are notified. */
    staff: {
      reply: async (ticketId: string, text: string, name = anna, status?: string) =>
        (await seeded()).staff.reply(ticketId, text, name, status),
      note: async (ticketId: string, text: string, name = anna) => (await seeded()).staff.note(ticketId, text, name),
      announce: async (ticketId: string, text: string) => (await seeded()).staff.announce(ticketId, text),
      setStatus: async (ticketId: string, status: string) => (await seeded()).staff.change(ticketId, {status}),
      setAcceptsReplies: async (ticketId: string, acceptsReplies: boolean) =>
        (await seeded()).staff.change(ticketId, {acceptsReplies}),
      async setAccountState(username: string, state: AccountState) {
        const {id} = await subscriberNamed(username);
        await current.store.write(writes => writes.setAccountState(id, state));
      },
    },

    /** Restores the seed, and clears faults and the request log. Issued tokens stay valid. */
    reset() {
      current = open();
    },
  };
}

export type BrowserDesk = ReturnType<typeof createBrowserDesk>;
