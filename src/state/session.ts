import type {Connection} from '../client/updates-operations.js';
import type {UpdatesBackend} from '../contract/backend.js';
import {defaultConfig, type TicketConfig} from '../contract/config.js';
import {SupportError} from '../contract/errors.js';
import {ObservableValue} from '../internal/observable-value.js';
import {CustomerStorage} from '../storage/customer-storage.js';
import type {AccessToken} from './auth/access-token.js';
import {ReadMarks} from './cache/read-marks.js';
import {Resource} from './cache/resource.js';
import {Revalidator} from './cache/revalidator.js';
import {Unread} from './cache/unread.js';
import type {Mailbox} from './mailbox.js';
import type {OutboxItem, Receipt} from './outbox/outbox-item.js';
import {outboxPrefix} from './outbox/outbox-prefix.js';
import type {PageLifecycle} from './page-lifecycle.js';
import {Reachability} from './reachability.js';
import type {TabMessage} from './tab-message.js';
import {TabSync} from './tab-sync.js';

export interface SessionOptions {
  /** The operations that every session needs. */
  readonly backend: Required<UpdatesBackend>;
  /** Opens a backend with further operations. */
  readonly connection: Connection;
  /** Loads what creates a mailbox, unless it is part of the bundle. */
  readonly loadMailbox: () => Promise<CreateMailbox>;
  readonly accessToken: AccessToken;
  readonly page: PageLifecycle;
  readonly reachability?: Reachability;
  readonly storage?: CustomerStorage;
  /** Names the customer on this device, for locks and messages between tabs. Without a name there are none. */
  readonly name?: string;
}

export type CreateMailbox = (session: Session) => Mailbox;

/** Is called after an item was sent. Returns whether it has notified the page: then no other listener is called. */
export type SentListener = (item: OutboxItem, receipt: Receipt) => boolean;

/** Is called with a flaw. Returns whether it has notified the page: then no other listener is called. */
export type FlawListener = (flaw: SupportError) => boolean;

/**
 * One customer at one server: the token, the configuration and the unread replies. All elements for that customer share
 * one session. Its mailbox has the tickets, the drafts and the outbox. It is created when an element first needs it: a
 * page that has only the banner does not load it.
 */
export class Session {
  readonly accessToken: AccessToken;
  readonly reachability: Reachability;
  readonly revalidator: Revalidator;
  readonly unread: Unread;
  readonly config: Resource<TicketConfig>;
  readonly connection: Connection;
  readonly storage: CustomerStorage;
  readonly name: string;
  readonly tabs: TabSync<TabMessage>;
  readonly readMarks = new ReadMarks();
  /** Holders that want each request to be logged on the console. */
  readonly debuggers = new Set<object>();
  /** Whether drafts and unsent messages outlive the page. */
  readonly isPersistent: ObservableValue<boolean>;
  /** Whether something is to be sent as soon as possible. */
  readonly hasUnsent = new ObservableValue(false);
  /** How many lists of this customer's tickets are on screen. */
  readonly shownLists = new ObservableValue(0);
  /** After `logout`: nothing of the customer's may be shown. */
  isEnded = false;
  readonly #loadMailbox: SessionOptions['loadMailbox'];
  readonly #page: PageLifecycle;
  readonly #sentListeners = new Set<SentListener>();
  readonly #flawListeners = new Set<FlawListener>();
  readonly #unsubscribe: readonly (() => void)[];
  #mailbox: Mailbox | undefined;
  #isDisposed = false;

  constructor(options: SessionOptions) {
    const {backend, accessToken, page, storage = new CustomerStorage(), name = ''} = options;
    this.connection = options.connection;
    this.#loadMailbox = options.loadMailbox;
    this.#page = page;
    this.storage = storage;
    this.name = name;
    this.accessToken = accessToken;
    this.reachability = options.reachability ?? new Reachability(page);
    this.revalidator = new Revalidator(
      (onChange, signal) => {
        // It says how often to poll, and whether there is a stream. Most visits are over before the first poll.
        void this.config.load();
        const publish = (ticketId: string, added?: unknown): void =>
          onChange(ticketId, this.#mailbox?.receiveEvent(ticketId, added));
        return backend.listen(publish, {signal});
      },
      page,
      () => this.reachability.isBackingOff,
    );
    const loadList = async (): Promise<Mailbox['tickets']> => (await this.loadMailbox()).tickets;
    this.unread = new Unread(backend, loadList, this.revalidator, this.readMarks);
    this.config = new Resource(async signal => {
      const config = {...defaultConfig, ...(await backend.getConfig({signal}))};
      this.revalidator.setPollInterval(config.pollAfter);
      return config;
    });
    this.isPersistent = storage.isPersistent;
    this.tabs = new TabSync(name, message => this.#onTabMessage(message));
    this.#unsubscribe = [
      this.reachability.onRetry(() => void this.retry()),
      page.subscribe(['focus'], () => {
        if (this.#isRefused) void this.retry();
      }),
    ];
    // The element that the session is created for is about to create its mailbox, if it needs one.
    queueMicrotask(() => void this.#flush());
  }

  /** The tickets, drafts and unsent messages of the customer. */
  mailbox(create: CreateMailbox): Mailbox {
    if (this.#mailbox) return this.#mailbox;
    this.#mailbox = create(this);
    if (this.#isDisposed) this.#mailbox.dispose();
    return this.#mailbox;
  }

  /** The same, for those who need it only in some cases. */
  async loadMailbox(): Promise<Mailbox> {
    if (this.#mailbox) return this.#mailbox;
    // It may be in a file of its own, which a bad connection cannot load.
    const create = await this.#loadMailbox().catch(() => Promise.reject(new SupportError('network')));
    return this.mailbox(create);
  }

  /** Calls the listener whenever something has been sent, until the returned function is called. */
  onSent(listener: SentListener): () => void {
    this.#sentListeners.add(listener);
    return () => this.#sentListeners.delete(listener);
  }

  /** Reports that something has been sent. */
  reportSent(item: OutboxItem, receipt: Receipt): void {
    [...this.#sentListeners].some(listener => listener(item, receipt));
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
    this.tabs.broadcast({});
  }

  /**
   * Repeats failed requests, and sends unsent messages. If the account was refused, a request for the list checks first
   * whether it still is.
   */
  async retry(): Promise<void> {
    if (this.accessToken.refusal.value && !this.#page.isHidden) {
      await this.accessToken.recheck(async () => (await this.loadMailbox()).readList());
    }
    void this.#flush();
    // A hidden page shows nothing, and a refused account is served nothing.
    if (this.#page.isHidden || this.accessToken.refusal.value) return;
    this.revalidator.revalidateDue();
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
    this.#isDisposed = true;
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.unread.dispose();
    this.config.dispose();
    this.accessToken.dispose();
    this.tabs.close();
    this.#mailbox?.dispose();
  }

  /** Whether a failure stays that no timer retries. */
  get #isRefused(): boolean {
    return (
      this.accessToken.refusal.value !== undefined ||
      this.#resources.some(({state}) => state.value.error?.retryable === false)
    );
  }

  get #resources(): readonly Resource<unknown>[] {
    return [this.unread, this.config, ...(this.#mailbox?.resources ?? [])] as readonly Resource<unknown>[];
  }

  /** Sends what waits. Without a mailbox, an earlier page may have left something: it goes out from any page. */
  async #flush(): Promise<void> {
    if (this.#mailbox) this.#mailbox.outbox.flush();
    else if ((await this.storage.entries(outboxPrefix)).size > 0 && !this.#isDisposed) {
      // After a failure, what is stored waits for the next retry.
      await this.loadMailbox().catch(() => undefined);
    }
  }

  async #deleteStored(): Promise<void> {
    this.#mailbox?.unload();
    this.tabs.broadcast({hasLoggedOut: true});
    const entries = await this.storage.entries('');
    await Promise.all([...entries.keys()].map(id => this.storage.set(id, undefined)));
  }

  #onTabMessage(message: TabMessage): void {
    // Stored data stays: a tab that was frozen gets this late, when another customer may have signed in.
    if (message.hasLoggedOut) this.end();
    else this.#mailbox?.onTabMessage(message);
  }
}
