import type {TicketBackend} from '../contract/backend.js';
import type {TicketConfig} from '../contract/config.js';
import type {TicketDraft} from '../contract/drafts.js';
import type {ReplyReceipt, TicketPage, TicketSummary} from '../contract/ticket.js';
import {LruMap} from '../internal/lru-map.js';
import type {ObservableValue} from '../internal/observable-value.js';
import type {CustomerStorage} from '../storage/customer-storage.js';
import type {AccessToken} from './auth/access-token.js';
import type {ReadMarks} from './cache/read-marks.js';
import {newer, Receipts} from './cache/receipts.js';
import type {Resource} from './cache/resource.js';
import type {Revalidator} from './cache/revalidator.js';
import {TicketList} from './cache/ticket-list.js';
import {TicketThread} from './cache/ticket-thread.js';
import type {Unread} from './cache/unread.js';
import {Drafts} from './drafts/drafts.js';
import {BackendTransport} from './outbox/backend-transport.js';
import type {OutboxItem, Receipt} from './outbox/outbox-item.js';
import {Outbox} from './outbox/outbox.js';
import type {Reachability} from './reachability.js';
import type {TabMessage} from './tab-message.js';
import type {TabSync} from './tab-sync.js';

/** Threads that stay cached: those that are shown, and those that a customer may come back to. */
const maxThreads = 20;

/** Reads what an event has added to a ticket. */
type ReadAddedReply = (ticketId: string, added: unknown) => ReplyReceipt | undefined;

/** The session that a mailbox is a part of. */
interface MailboxSession {
  readonly name: string;
  readonly accessToken: AccessToken;
  readonly config: Resource<TicketConfig>;
  readonly hasUnsent: ObservableValue<boolean>;
  readonly reachability: Reachability;
  readonly readMarks: ReadMarks;
  readonly revalidator: Revalidator;
  readonly storage: CustomerStorage;
  readonly tabs: TabSync<TabMessage>;
  readonly unread: Unread;
  notifyTabs(): void;
  reportSent(item: OutboxItem, receipt: Receipt): void;
}

/** The part of a session that the list, the thread and the form share: tickets, drafts and the outbox. */
export class Mailbox {
  readonly tickets: TicketList;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  /** Keys of new tickets whose form is on screen and reports what becomes of them. */
  readonly trackedTickets = new Set<string>();
  /** Resolves when drafts and outbox have been loaded. */
  readonly restored: Promise<unknown>;
  readonly #session: MailboxSession;
  readonly #backend: Required<TicketBackend>;
  readonly #readAddedReply: ReadAddedReply;
  readonly #receipts: Receipts;
  readonly #threads = new LruMap<TicketThread>(maxThreads);
  /** Aborts requests that send items. Such a request outlives the elements: the customer has pressed Send. */
  readonly #sendAborter = new AbortController();

  constructor(session: MailboxSession, backend: Required<TicketBackend>, readAddedReply: ReadAddedReply) {
    const {name, storage, tabs, accessToken, reachability, config} = session;
    this.#session = session;
    this.#backend = backend;
    this.#readAddedReply = readAddedReply;
    this.#receipts = new Receipts(session.readMarks);
    this.tickets = new TicketList(backend, session.revalidator, this.#receipts);
    this.drafts = new Drafts(storage);
    const {tickets} = this;
    const thread = (ticketId: string): TicketThread => this.thread(ticketId);
    this.outbox = new Outbox({
      name,
      storage,
      transport: new BackendTransport(
        backend,
        {accessToken, reachability, config, tickets, thread},
        this.#sendAborter.signal,
      ),
      onSent: (item, receipt) => {
        this.#receive(item, receipt);
        tabs.broadcast({sent: {item, receipt}});
      },
      onChange: () => session.notifyTabs(),
      onCancel: key => tabs.broadcast({cancelled: key}),
    });
    this.outbox.store.items.subscribe(() => (session.hasUnsent.value = this.outbox.hasUnsent));
    this.restored = this.#restore().then(() => this.outbox.flush());
  }

  thread(ticketId: string): TicketThread {
    const cached = this.#threads.get(ticketId);
    if (cached) return cached;
    const onLoad = (ticket: TicketSummary): void => this.tickets.update(ticket);
    const thread = new TicketThread(this.#backend, ticketId, onLoad, this.#session.revalidator, this.#receipts);
    this.#threads.set(ticketId, thread);
    return thread;
  }

  /** Reads the first page of the list from the server. Whether that succeeds says whether the account is served. */
  async readList(signal = this.tickets.signal): Promise<TicketPage> {
    return this.#backend.listTickets({cursor: null}, {signal});
  }

  /** Takes the reply that an event has, with its ticket. Returns undefined if both have to be requested. */
  receiveEvent(ticketId: string, added: unknown): ReplyReceipt | undefined {
    const receipt = this.#readAddedReply(ticketId, added);
    // The outbox shows the customer's own reply until its receipt comes.
    if (!receipt || receipt.reply.author.kind === 'customer') return undefined;
    this.#receipts.add(receipt);
    return receipt;
  }

  /** Sends a reply, and returns the key of its outbox item. */
  reply(ticketId: string, message: string): string {
    const rows = this.thread(ticketId).value?.rows;
    return this.outbox.enqueue({
      ticketId,
      draft: {message},
      lastKnownId: rows && (rows[rows.length - 1]?.id ?? null),
    });
  }

  /** Sends a new ticket, and returns the key of its outbox item. */
  createTicket(draft: TicketDraft): string {
    const rows = this.tickets.value?.rows;
    return this.outbox.enqueue({ticketId: null, draft, lastKnownId: rows && (rows[0]?.id ?? null)});
  }

  /** Records that the customer has read a thread to its end. */
  async markRead(ticketId: string): Promise<void> {
    const thread = this.thread(ticketId).value;
    const last = thread?.rows[thread.rows.length - 1];
    if (!thread || !last?.id || !(await this.#session.unread.markRead(ticketId, last.id))) return;
    this.#session.readMarks.add(thread.ticket);
    // The customer may have replied meanwhile, which changes the ticket.
    const {ticket} = this.thread(ticketId).value ?? thread;
    const read = {...ticket, unreadCount: 0};
    this.thread(ticketId).updateTicket(read);
    this.tickets.update(read);
  }

  get resources(): readonly Resource<unknown>[] {
    const resources = [this.tickets, ...this.tickets.results.values(), ...this.#threads.values()];
    return resources as readonly Resource<unknown>[];
  }

  onTabMessage({sent, cancelled}: TabMessage): void {
    // This tab may just have stored the item again.
    if (cancelled) void this.outbox.store.remove(cancelled);
    if (sent) {
      this.#receive(sent.item, sent.receipt);
      void this.outbox.store.remove(sent.item.key);
    }
    void this.#restore();
  }

  /** Removes drafts and unsent messages from memory for good; stored ones stay. */
  unload(): void {
    this.drafts.unload();
    this.outbox.store.unload();
  }

  /** Aborts all requests, and frees the memory. */
  dispose(): void {
    for (const resource of this.resources) resource.dispose();
    this.#sendAborter.abort();
    this.unload();
  }

  #restore(): Promise<unknown> {
    return Promise.all([this.drafts.restore(), this.outbox.store.restore()]);
  }

  /** Adds a sent message to the cache. */
  #receive(item: OutboxItem, receipt: Receipt): void {
    const {reply} = receipt;
    let {ticket} = receipt;
    if (reply) {
      const thread = this.thread(ticket.id);
      thread.appendReply({reply, ticket});
      const row = this.tickets.value?.rows.find(({id}) => id === receipt.ticket.id);
      ticket = newer(thread.value?.ticket ?? ticket, row);
      this.tickets.update(ticket);
    } else this.tickets.prepend(ticket);
    this.#receipts.add({...receipt, ticket});
    this.#session.reportSent(item, receipt);
  }
}
