import type {TicketBackend} from '../contract/backend.js';
import type {CustomerStorage} from '../storage/customer-storage.js';
import {Drafts} from './drafts/drafts.js';
import {Outbox} from './outbox/outbox.js';
import type {Pending, Receipt} from './outbox/outbox-item.js';
import {Server, type Reading} from './outbox/backend-transport.js';
import type {State} from '../internal/observable-value.js';
import {TabChannel} from './tab-sync.js';

/** Is told that something has been sent, and says whether it has told the page. */
export type SentListener = (item: Pending, receipt: Receipt) => boolean;

interface TabMessage {
  readonly sent?: {readonly item: Pending; readonly receipt: Receipt};
  /** The key of what the customer has taken out. */
  readonly taken?: string;
  /** The customer has logged out. */
  readonly isOver?: boolean;
}

/** What one customer writes: drafts, and what of them is on its way. Their tabs share it. */
export class Mail {
  readonly drafts: Drafts;
  readonly outbox: Outbox;
  /** Whether what is written here outlives the page. */
  readonly isKept: State<boolean>;
  /** Keys of new tickets that a form follows: it tells what becomes of them. */
  readonly followed = new Set<string>();
  /** Settled when what was written earlier has been taken up. */
  readonly restored: Promise<unknown>;
  readonly #session: Reading;
  readonly #storage: CustomerStorage;
  readonly #tabs: TabChannel<TabMessage>;
  readonly #listeners = new Set<SentListener>();
  /** Writes are not given up when the last element leaves: the customer has pressed Send. */
  readonly #aborter = new AbortController();

  constructor(
    backend: Pick<TicketBackend, 'createTicket' | 'addReply'>,
    session: Reading,
    storage: CustomerStorage,
    name: string,
  ) {
    this.#session = session;
    this.#storage = storage;
    this.isKept = storage.isKept;
    this.drafts = new Drafts(storage);
    this.#tabs = new TabChannel(name, message => this.#onMessage(message));
    this.outbox = new Outbox({
      name,
      storage,
      recipient: new Server(backend, session, this.#aborter.signal),
      onSent: (item, receipt) => {
        this.#receive(item, receipt);
        this.#tabs.tell({sent: {item, receipt}});
      },
      onChange: () => this.#tabs.tell({}),
      onTaken: key => this.#tabs.tell({taken: key}),
    });
    this.restored = this.#restore().then(() => this.outbox.flush());
  }

  /** Calls the listener whenever something has been sent, until the returned function is called. */
  onSent(listener: SentListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells the other tabs that a draft is gone, or its words. */
  changed(): void {
    this.#tabs.tell({});
  }

  /** Forgets all that was written, on the device too, and tells the other tabs that it is over. */
  async wipe(): Promise<void> {
    this.#forget();
    this.#tabs.tell({isOver: true});
    const entries = await this.#storage.entries('');
    await Promise.all([...entries.keys()].map(id => this.#storage.set(id, undefined)));
  }

  dispose(): void {
    this.#aborter.abort();
    this.#tabs.close();
    this.#forget();
  }

  #forget(): void {
    this.drafts.forget();
    this.outbox.items.forget();
  }

  #restore(): Promise<unknown> {
    return Promise.all([this.drafts.restore(), this.outbox.items.restore()]);
  }

  #receive(item: Pending, {ticket, reply}: Receipt): void {
    if (reply) {
      const thread = this.#session.thread(ticket.id);
      thread.add({reply, ticket});
      this.#session.tickets.update(thread.state.value.value?.ticket ?? ticket);
    } else this.#session.tickets.add(ticket);
    [...this.#listeners].some(listener => listener(item, {ticket, reply}));
  }

  #onMessage({sent, taken, isOver}: TabMessage): void {
    // A tab that was frozen hears it late: what is kept by now was written by who has signed in since.
    if (isOver) this.#session.end();
    // This tab may just have kept it anew.
    if (taken) void this.outbox.items.remove(taken);
    if (sent) {
      this.#receive(sent.item, sent.receipt);
      this.outbox.items.hide(sent.item.key);
    }
    if (!isOver) void this.#restore();
  }
}
