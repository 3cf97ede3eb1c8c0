import {createDesk, type Desk} from '../../demo/desk/desk.js';
import {serveDesk} from '../../demo/desk/node-server.js';
import {harbourView, lena} from '../../demo/desk/seed/people.js';
import {seedRows} from '../../demo/desk/seed/seed.js';
import {StaffActions} from '../../demo/desk/staff-actions.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import type {SeedRows} from '../../demo/desk/store/store.js';
import type {Checkout} from './checkout.js';

const ticketCount = 60;

/** Léna with her fourteen tickets, and the newest of the house with 220 flats: sixty in all. */
function rowsOfOneCustomer(): SeedRows {
  const rows = seedRows('full', new Date());
  const newestOf = (id: string) =>
    rows.tickets
      .filter(({subscriberId}) => subscriberId === id)
      .sort((one, other) => other.createdAt.localeCompare(one.createdAt));
  const own = newestOf(lena.id);
  const others = newestOf(harbourView.id).slice(0, ticketCount - own.length);
  const tickets = [...own, ...others].map(ticket => ({...ticket, subscriberId: lena.id}));
  const ids = new Set(tickets.map(({id}) => id));
  return {...rows, tickets, replies: rows.replies.filter(({ticketId}) => ids.has(ticketId))};
}

/** The demo portal of a checkout, in memory: its pages and elements, with the desk of this checkout. */
export class Portal {
  readonly username = lena.username;
  readonly staff: StaffActions;
  readonly #desk: Desk;
  #streams = new AbortController();
  #server: Awaited<ReturnType<typeof serveDesk>> | undefined;

  private constructor(store: MemoryStore) {
    this.#desk = createDesk({store});
    this.staff = new StaffActions(this.#desk.context);
  }

  static async start({pages}: Checkout): Promise<Portal> {
    const store = new MemoryStore();
    await store.write(writes => writes.load(rowsOfOneCustomer()));
    const portal = new Portal(store);
    const desk: Desk = {...portal.#desk, fetch: request => portal.#answer(request)};
    portal.#server = await serveDesk({desk, pages: pages(portal.#desk).fetch, port: 0});
    return portal;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#server?.port}`;
  }

  get faults(): Desk['faults'] {
    return this.#desk.faults;
  }

  /** What the desk has of a ticket: its status, and the newest reply. */
  async readTicket(subject: string) {
    const {store} = this.#desk.context;
    const [ticket] = await store.customerTickets({subscriberId: lena.id, search: subject, limit: 1});
    if (!ticket) throw new Error(`The desk has no ticket “${subject}”.`);
    const [reply] = await store.publicReplies(ticket.id, {limit: 1});
    return {...ticket, lastReply: reply};
  }

  /** Ends the open event streams, as an outage does. */
  endStreams(): void {
    this.#streams.abort();
    this.#streams = new AbortController();
  }

  async stop(): Promise<void> {
    await this.#server?.close();
  }

  #answer(request: Request): Promise<Response> {
    const signal = AbortSignal.any([request.signal, this.#streams.signal]);
    return this.#desk.fetch(request.url.endsWith('/ticket-events') ? new Request(request, {signal}) : request);
  }
}
