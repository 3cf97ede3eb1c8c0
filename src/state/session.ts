import type {TicketBackend} from '../contract/backend.js';
import type {TicketConfig} from '../contract/config.js';
import type {TicketDraft} from '../contract/drafts.js';
import {SupportError} from '../contract/errors.js';
import type {ReplyReceipt, TicketSummary} from '../contract/ticket.js';
import type {Access} from './access.js';
import {Drafts} from './drafts.js';
import {Outbox} from './outbox.js';
import {randomId} from './random-id.js';
import {Resource} from './resource.js';
import {TicketList} from './ticket-list.js';
import {TicketThread} from './ticket-thread.js';
import {Unread} from './unread.js';

/** One customer at one server: what is known, and what may be done. All of a page's elements for that customer share it. */
export class Session {
  readonly access: Access;
  readonly tickets: TicketList;
  readonly unread: Unread;
  readonly config: Resource<TicketConfig>;
  readonly drafts: Drafts;
  readonly outbox = new Outbox(reply => this.#send(reply.ticketId, reply.message, reply.key));
  readonly #backend: Required<TicketBackend>;
  /** After `logout`: nothing of the customer's may be shown any more. */
  ended = false;
  readonly #threads = new Map<string, TicketThread>();
  /** Writes are not given up when the last element leaves: the customer has pressed Send. */
  readonly #writes = new AbortController();
  #attempt: {readonly body: string; readonly key: string} | undefined;

  constructor(backend: Required<TicketBackend>, access: Access, drafts = new Drafts()) {
    this.#backend = backend;
    this.access = access;
    this.drafts = drafts;
    this.tickets = new TicketList(backend);
    this.unread = new Unread(backend, this.tickets);
    this.config = new Resource(signal => backend.getConfig({signal}));
  }

  thread(ticketId: string): TicketThread {
    const known = this.#threads.get(ticketId);
    if (known) return known;
    const thread = new TicketThread(this.#backend, ticketId, ticket => this.tickets.update(ticket));
    this.#threads.set(ticketId, thread);
    return thread;
  }

  /** Opens a ticket and puts it on top of the list. Asked again with the same words after a failure, it is the same request again. */
  async createTicket(draft: TicketDraft): Promise<TicketSummary> {
    const body = JSON.stringify(draft);
    if (this.#attempt?.body !== body) this.#attempt = {body, key: randomId()};
    const options = {idempotencyKey: this.#attempt.key, signal: this.#writes.signal};
    const {ticket} = await this.#backend.createTicket(draft, options);
    this.#attempt = undefined;
    this.drafts.ticket.value = {};
    this.tickets.add(ticket);
    return ticket;
  }

  /** Resolves when the server has the reply. Until then it stands in the outbox. */
  reply(ticketId: string, message: string): Promise<ReplyReceipt> {
    this.drafts.reply(ticketId).value = '';
    return this.outbox.add(ticketId, message);
  }

  /** The customer has seen a thread to its end. */
  async markRead(ticketId: string): Promise<void> {
    const thread = this.thread(ticketId).state.value.value;
    const last = thread?.rows[thread.rows.length - 1];
    if (!last || !(await this.unread.markRead(ticketId, last.id))) return;
    // A reply of the customer's may have changed the ticket meanwhile.
    const {ticket} = this.thread(ticketId).state.value.value ?? thread;
    this.#update({...ticket, unreadCount: 0});
  }

  /** Reads again what had failed. */
  async retry(): Promise<void> {
    const all = [this.tickets, this.unread, this.config, ...this.#threads.values()];
    await Promise.all(all.filter(each => each.state.value.status === 'failed').map(each => each.refresh()));
  }

  /** Forgets what the customer has written here, and gives up what is being sent. */
  logout(): void {
    this.ended = true;
    this.access.refusal.value = new SupportError('unauthenticated');
    this.#writes.abort();
    this.drafts.wipe();
    this.outbox.wipe();
    this.dispose();
  }

  /** Gives up what is being read. */
  dispose(): void {
    for (const each of [this.tickets, this.unread, this.config, this.access, ...this.#threads.values()]) each.dispose();
  }

  async #send(ticketId: string, message: string, idempotencyKey: string): Promise<ReplyReceipt> {
    const options = {idempotencyKey, signal: this.#writes.signal};
    const thread = this.thread(ticketId);
    const receipt = await this.#backend.addReply(ticketId, {message}, options).catch((error: unknown) => {
      // Where the ticket takes no replies any more, reading it again says so.
      if ((error as SupportError).code === 'conflict') void thread.refresh();
      throw error;
    });
    thread.add(receipt);
    this.tickets.update(thread.state.value.value?.ticket ?? receipt.ticket);
    return receipt;
  }

  #update(ticket: TicketSummary): void {
    this.thread(ticket.id).update(ticket);
    this.tickets.update(ticket);
  }
}
