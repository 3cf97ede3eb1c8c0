import {Recent} from '../internal/lru-map.js';
import type {TicketBackend} from '../contract/backend.js';
import type {TicketConfig} from '../contract/config.js';
import type {TicketDraft} from '../contract/drafts.js';
import {SupportError} from '../contract/errors.js';
import type {TicketSummary} from '../contract/ticket.js';
import type {Access} from './auth/access-token.js';
import {CustomerStorage} from '../storage/customer-storage.js';
import {Freshness} from './cache/revalidator.js';
import {Mail} from './mail.js';
import {Reachability} from './reachability.js';
import {Resource} from './cache/resource.js';
import {TicketList} from './cache/ticket-list.js';
import {TicketThread} from './cache/ticket-thread.js';
import {Unread} from './cache/unread.js';

export interface SessionOptions {
  readonly backend: Required<TicketBackend>;
  readonly access: Access;
  readonly reachability?: Reachability;
  readonly storage?: CustomerStorage;
  /** The customer's, on this device, for what tabs tell each other. */
  readonly name?: string;
}

/** One customer at one server: what is known, and what may be done. All of a page's elements for that customer share it. */
export class Session {
  readonly access: Access;
  readonly reachability: Reachability;
  readonly tickets: TicketList;
  readonly unread: Unread;
  readonly config: Resource<TicketConfig>;
  readonly mail: Mail;
  readonly #backend: Required<TicketBackend>;
  /** After `logout`: nothing of the customer's may be shown any more. */
  ended = false;
  /** Those that are shown, and those that a customer may come back to. */
  readonly #threads = new Recent<TicketThread>(20);
  readonly #freshness: Freshness;
  readonly #stopWaiting: () => void;

  constructor(options: SessionOptions) {
    const {backend, access, reachability = new Reachability(), storage = new CustomerStorage(), name = ''} = options;
    this.#backend = backend;
    this.access = access;
    this.reachability = reachability;
    this.#freshness = new Freshness((onChange, signal) => backend.listen(onChange, {signal}));
    this.tickets = new TicketList(backend, this.#freshness);
    this.unread = new Unread(backend, this.tickets, this.#freshness);
    this.config = new Resource(signal => backend.getConfig({signal}));
    this.mail = new Mail(backend, this, storage, name);
    this.#stopWaiting = reachability.onReturn(() => void this.retry());
  }

  thread(ticketId: string): TicketThread {
    const onRead = (ticket: TicketSummary): void => this.tickets.update(ticket);
    const known = this.#threads.get(ticketId);
    const thread = known ?? new TicketThread(this.#backend, ticketId, onRead, this.#freshness);
    this.#threads.set(ticketId, thread);
    return thread;
  }

  /** Takes a reply to be sent, and says under which key. */
  reply(ticketId: string, message: string): string {
    const rows = this.thread(ticketId).state.value.value?.rows;
    return this.mail.outbox.add({ticketId, draft: {message}, after: rows && (rows[rows.length - 1]?.id ?? null)});
  }

  /** Takes a new ticket to be sent, and says under which key. */
  createTicket(draft: TicketDraft): string {
    const rows = this.tickets.state.value.value?.rows;
    return this.mail.outbox.add({ticketId: null, draft, after: rows && (rows[0]?.id ?? null)});
  }

  /** The customer has seen a thread to its end. */
  async markRead(ticketId: string): Promise<void> {
    const thread = this.thread(ticketId).state.value.value;
    const last = thread?.rows[thread.rows.length - 1];
    if (!last || !(await this.unread.markRead(ticketId, last.id))) return;
    // A reply of the customer's may have changed the ticket meanwhile.
    const {ticket} = this.thread(ticketId).state.value.value ?? thread;
    const read = {...ticket, unreadCount: 0};
    this.thread(ticketId).update(read);
    this.tickets.update(read);
  }

  /** Reads again what had failed, and sends what waits. */
  async retry(): Promise<void> {
    this.mail.outbox.flush();
    // Nobody is waiting for what a hidden page shows, nor for what is refused.
    if (document.hidden || this.access.refusal.value) return;
    const all = [this.tickets, this.unread, this.config, ...this.#threads.values()];
    await Promise.all(all.map(async each => each.retry()));
  }

  /** Forgets what the customer has written, on this device and in their other tabs, and gives up what is being sent. */
  async logout(): Promise<void> {
    const wiped = this.mail.wipe();
    this.end();
    await wiped;
  }

  /** Serves nobody any more. */
  end(): void {
    this.ended = true;
    this.access.refusal.value = new SupportError('unauthenticated');
    this.dispose();
  }

  /** Gives up what is being read, and what is being sent: what is kept is sent another time. */
  dispose(): void {
    this.#stopWaiting();
    for (const each of [this.tickets, this.unread, this.config, this.access, this.mail, ...this.#threads.values()]) {
      each.dispose();
    }
  }
}
