import type {TicketBackend} from '../contract/backend.js';
import {defaultConfig, type TicketConfig} from '../contract/config.js';
import type {TicketDraft} from '../contract/drafts.js';
import {SupportError} from '../contract/errors.js';
import type {TicketSummary} from '../contract/ticket.js';
import {LruMap} from '../internal/lru-map.js';
import {ObservableValue} from '../internal/observable-value.js';
import {CustomerStorage} from '../storage/customer-storage.js';
import type {AccessToken} from './auth/access-token.js';
import {newer, Receipts} from './cache/receipts.js';
import {Resource} from './cache/resource.js';
import {Revalidator} from './cache/revalidator.js';
import {TicketList} from './cache/ticket-list.js';
import {TicketThread} from './cache/ticket-thread.js';
import {Unread} from './cache/unread.js';
import {Drafts} from './drafts/drafts.js';
import {BackendTransport} from './outbox/backend-transport.js';
import type {OutboxItem, Receipt} from './outbox/outbox-item.js';
import {Outbox} from './outbox/outbox.js';
import type {PageLifecycle} from './page-lifecycle.js';
import {Reachability} from './reachability.js';
import {TabSync} from './tab-sync.js';

export interface SessionOptions {
  readonly backend: Required<TicketBackend>;
  readonly accessToken: AccessToken;
  readonly page: PageLifecycle;
  readonly reachability?: Reachability;
  readonly storage?: CustomerStorage;
  /** Names the customer on this device, for locks and messages between tabs. Without a name there are none. */
  readonly name?: string;
}

/** Is called after an item was sent. Returns whether it has notified the page: then no other listener is called. */
export type SentListener = (item: OutboxItem, receipt: Receipt) => boolean;

/** Is called with a flaw. Returns whether it has notified the page: then no other listener is called. */
export type FlawListener = (flaw: SupportError) => boolean;

/** A message between the tabs of one customer. Each makes the receiver load the stored data again. */
interface TabMessage {
  readonly sent?: {readonly item: OutboxItem; readonly receipt: Receipt};
  /** The key of an item that the customer has cancelled. */
  readonly cancelled?: string;
  readonly hasLoggedOut?: boolean;
}

/** Threads that stay cached: those that are shown, and those that a customer may come back to. */
const maxThreads = 20;

/**
 * One customer at one server: the cache, the drafts and the outbox. All elements for that customer share one session.
 */
export class Session {
  readonly accessToken: AccessToken;
  readonly reachability: Reachability;
  readonly tickets: TicketList;
  readonly unread: Unread;
  readonly config: Resource<TicketConfig>;
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  /** Holders that want each request to be logged on the console. */
  readonly debuggers = new Set<object>();
  /** Whether drafts and unsent messages outlive the page. */
  readonly isPersistent: ObservableValue<boolean>;
  /** How many lists of this customer's tickets are on screen. */
  readonly shownLists = new ObservableValue(0);
  /** Keys of new tickets whose form is on screen and reports what becomes of them. */
  readonly trackedTickets = new Set<string>();
  /** Resolves when drafts and outbox have been loaded. */
  readonly restored: Promise<unknown>;
  /** After `logout`: nothing of the customer's may be shown. */
  isEnded = false;
  readonly #backend: Required<TicketBackend>;
  readonly #page: PageLifecycle;
  readonly #storage: CustomerStorage;
  readonly #tabs: TabSync<TabMessage>;
  readonly #threads = new LruMap<TicketThread>(maxThreads);
  readonly #revalidator: Revalidator;
  readonly #receipts = new Receipts();
  readonly #sentListeners = new Set<SentListener>();
  readonly #flawListeners = new Set<FlawListener>();
  /** Aborts requests that send items. Such a request outlives the elements: the customer has pressed Send. */
  readonly #sendAborter = new AbortController();
  readonly #unsubscribe: readonly (() => void)[];

  constructor(options: SessionOptions) {
    const {backend, accessToken, page, storage = new CustomerStorage(), name = ''} = options;
    this.#backend = backend;
    this.#page = page;
    this.#storage = storage;
    this.accessToken = accessToken;
    this.reachability = options.reachability ?? new Reachability(page);
    this.#revalidator = new Revalidator(
      (onChange, signal) => {
        // It says how often to poll, and whether there is a stream. Most visits are over before the first poll.
        void this.config.load();
        const publish: typeof onChange = (ticketId, added) => {
          // The outbox shows the customer's own reply until its receipt comes.
          const known = added?.reply.author.kind === 'customer' ? undefined : added;
          if (known) this.#receipts.add(known);
          onChange(ticketId, known);
        };
        return backend.listen(publish, {signal});
      },
      page,
      () => this.reachability.isBackingOff,
    );
    this.tickets = new TicketList(backend, this.#revalidator, this.#receipts);
    this.unread = new Unread(backend, this.tickets, this.#revalidator, this.#receipts);
    this.config = new Resource(async signal => {
      const config = {...defaultConfig, ...(await backend.getConfig({signal}))};
      this.#revalidator.setPollInterval(config.pollAfter);
      return config;
    });
    this.isPersistent = storage.isPersistent;
    this.drafts = new Drafts(storage);
    this.#tabs = new TabSync(name, message => this.#onTabMessage(message));
    this.outbox = new Outbox({
      name,
      storage,
      transport: new BackendTransport(backend, this, this.#sendAborter.signal),
      onSent: (item, receipt) => {
        this.#receive(item, receipt);
        this.#tabs.broadcast({sent: {item, receipt}});
      },
      onChange: () => this.notifyTabs(),
      onCancel: key => this.#tabs.broadcast({cancelled: key}),
    });
    this.restored = this.#restore().then(() => this.outbox.flush());
    this.#unsubscribe = [
      this.reachability.onRetry(() => void this.retry()),
      page.subscribe(['focus'], () => {
        if (this.#isRefused) void this.retry();
      }),
    ];
  }

  thread(ticketId: string): TicketThread {
    const cached = this.#threads.get(ticketId);
    if (cached) return cached;
    const onLoad = (ticket: TicketSummary): void => this.tickets.update(ticket);
    const thread = new TicketThread(this.#backend, ticketId, onLoad, this.#revalidator, this.#receipts);
    this.#threads.set(ticketId, thread);
    return thread;
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
    if (!thread || !last?.id || !(await this.unread.markRead(ticketId, last.id))) return;
    this.#receipts.addRead(thread.ticket);
    // The customer may have replied meanwhile, which changes the ticket.
    const {ticket} = this.thread(ticketId).value ?? thread;
    const read = {...ticket, unreadCount: 0};
    this.thread(ticketId).updateTicket(read);
    this.tickets.update(read);
  }

  /** Calls the listener whenever something has been sent, until the returned function is called. */
  onSent(listener: SentListener): () => void {
    this.#sentListeners.add(listener);
    return () => this.#sentListeners.delete(listener);
  }

  /** Calls the listener with each new kind of flaw in the server's responses, until the returned function is called. */
  onFlaw(listener: FlawListener): () => void {
    this.#flawListeners.add(listener);
    return () => this.#flawListeners.delete(listener);
  }

  /** Reports a flaw of a response that could be read all the same. */
  reportFlaw(flaw: SupportError): void {
    [...this.#flawListeners].some(listener => listener(flaw));
  }

  /** Makes the other tabs load the stored data again. */
  notifyTabs(): void {
    this.#tabs.broadcast({});
  }

  /**
   * Repeats failed requests, and sends unsent messages. If the account was refused, a request for the list checks first
   * whether it still is.
   */
  async retry(): Promise<void> {
    if (this.accessToken.refusal.value && !this.#page.isHidden) {
      await this.accessToken.recheck(() => this.#backend.listTickets({cursor: null}, {signal: this.tickets.signal}));
    }
    this.outbox.flush();
    // A hidden page shows nothing, and a refused account is served nothing.
    if (this.#page.isHidden || this.accessToken.refusal.value) return;
    this.#revalidator.revalidateDue();
    await Promise.all(this.#resources.map(async resource => resource.retry()));
  }

  /** Marks everything as out of date: it is loaded again when it is shown again. */
  expire(): void {
    for (const resource of this.#resources) resource.expire();
  }

  /** Lifts the refusal of the account at the customer's request, and loads everything again. */
  async retryRefused(): Promise<void> {
    if (!this.accessToken.refusal.value) return;
    this.accessToken.lift();
    await this.retry();
  }

  /** Deletes drafts and unsent messages, on this device and in other tabs, and ends the session. */
  async logout(): Promise<void> {
    const deleted = this.#deleteStored();
    this.end();
    await deleted;
  }

  /** Ends the session for good. */
  end(): void {
    this.isEnded = true;
    this.accessToken.refusal.value = new SupportError('unauthenticated');
    this.dispose();
  }

  /** Aborts all requests, and frees the memory. Stored items stay, and are sent later. */
  dispose(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    for (const resource of this.#resources) resource.dispose();
    this.accessToken.dispose();
    this.#sendAborter.abort();
    this.#tabs.close();
    this.#unload();
  }

  /** Whether a failure stays that no timer retries. */
  get #isRefused(): boolean {
    return (
      this.accessToken.refusal.value !== undefined ||
      this.#resources.some(({state}) => state.value.error?.retryable === false)
    );
  }

  get #resources(): readonly Resource<unknown>[] {
    return [
      this.tickets,
      ...this.tickets.results.values(),
      this.unread,
      this.config,
      ...this.#threads.values(),
    ] as readonly Resource<unknown>[];
  }

  async #deleteStored(): Promise<void> {
    this.#unload();
    this.#tabs.broadcast({hasLoggedOut: true});
    const entries = await this.#storage.entries('');
    await Promise.all([...entries.keys()].map(id => this.#storage.set(id, undefined)));
  }

  #unload(): void {
    this.drafts.unload();
    this.outbox.store.unload();
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
    [...this.#sentListeners].some(listener => listener(item, receipt));
  }

  #onTabMessage({sent, cancelled, hasLoggedOut}: TabMessage): void {
    if (hasLoggedOut) {
      // Stored data stays: a tab that was frozen gets this late, when another customer may have signed in.
      this.end();
      return;
    }
    // This tab may just have stored the item again.
    if (cancelled) void this.outbox.store.remove(cancelled);
    if (sent) {
      this.#receive(sent.item, sent.receipt);
      void this.outbox.store.remove(sent.item.key);
    }
    void this.#restore();
  }
}
