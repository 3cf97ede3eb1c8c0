import {SupportError} from '../../contract/errors.js';
import type {CustomerStorage} from '../../storage/customer-storage.js';
import {deliver, type Outcome, type Recipient} from './delivery.js';
import {PendingItems} from './outbox-store.js';
import {isOverdue, queueOf, type Outgoing, type Pending, type Receipt} from './outbox-item.js';
import {Queues} from './queues.js';
import {inTurn} from './locks.js';

export interface OutboxOptions {
  /** The customer's, on this device. */
  readonly name: string;
  readonly storage: CustomerStorage;
  readonly recipient: Recipient;
  /** Puts the receipt where it belongs at once, so that a reply is never shown twice, and never not at all. */
  readonly onSent: (item: Pending, receipt: Receipt) => void;
  /** Something is kept of which other tabs should know. */
  readonly onChange: () => void;
  /** The customer has taken something out again: no other tab is to send it. */
  readonly onTaken: (key: string) => void;
}

/** Sends what customers write: kept before it is first sent, one at a time for each ticket, until the server has it. */
export class Outbox {
  readonly items: PendingItems;
  readonly #options: OutboxOptions;
  /** One for each ticket; a new ticket has one of its own. */
  readonly #queues = new Queues();

  constructor(options: OutboxOptions) {
    this.items = new PendingItems(options.storage);
    this.#options = options;
  }

  /** Something is to be sent as soon as it can be. */
  get isWaiting(): boolean {
    return this.items.state.value.some(({status}) => status !== 'failed');
  }

  /** Takes something to be sent, and says under which key. */
  add(outgoing: Outgoing): string {
    const {item, kept} = this.items.add(outgoing);
    void kept.then(() => {
      this.#options.onChange();
      return this.#advance(item);
    });
    return item.key;
  }

  /** Tries an item again, under the same key: the customer has said so. */
  retry(key: string): void {
    const item = this.items.find(key);
    // Its time stays the same: it is part of what the key stands for, and of the order.
    if (item?.status === 'failed') {
      void this.items.replace({...item, renewedAt: Date.now(), status: 'waiting', isAttempted: false});
    }
    if (item) void this.#advance(item, true);
  }

  /** Takes an item out that is not being sent, and gives it back. */
  take(key: string): Pending | undefined {
    const item = this.items.find(key);
    if (!item || item.status === 'sending') return undefined;
    void this.items.remove(key).then(() => this.#options.onTaken(key));
    void this.#advance(item);
    return item;
  }

  /** Tries everything that waits. */
  flush(): void {
    for (const item of this.items.state.value) void this.#advance(item, true);
  }

  /** `isNews`: there may be a way now where there was none. */
  async #advance(next: Pending, isNews = false): Promise<void> {
    const queue = queueOf(next);
    const {name, storage} = this.#options;
    const hasNews = await this.#queues.work(queue, isNews, () =>
      inTurn(`${name}${queue}`, storage, async () => {
        // Another tab may have sent it meanwhile, or written before us: while the last one was on its way, too.
        do await this.items.restore();
        while (await this.#step(queue));
      }),
    );
    if (hasNews === undefined) return;
    // What was added while the turn ended has not been looked at.
    const first = this.#first(queue);
    if (first && (hasNews || (first.status === 'waiting' && !first.error))) await this.#advance(first);
  }

  #first(queue: string): Pending | undefined {
    return this.items.state.value.find(item => queueOf(item) === queue);
  }

  /** Sends the first item of a queue; why it waited stays with it, meanwhile. Says whether the next may follow. */
  async #step(queue: string): Promise<boolean> {
    const item = this.#first(queue);
    if (!item || item.status === 'failed') return false;
    const {obstacle} = this.#options.recipient;
    if (isOverdue(item)) return this.#settle(item, {status: 'failed', error: new SupportError('overdue')});
    if (obstacle) return this.#settle(item, {status: 'waiting', error: obstacle});
    await this.items.replace({...item, status: 'sending', isAttempted: true});
    return this.#settle(item, await deliver(item, this.#options.recipient));
  }

  async #settle({key}: Pending, outcome: Outcome): Promise<boolean> {
    const item = this.items.find(key);
    // Forgotten meanwhile. What is kept is sent another time, under the same key.
    if (!item) return false;
    if (outcome.status !== 'sent') {
      await this.items.replace({...item, ...outcome});
      return false;
    }
    const gone = this.items.remove(key);
    // What looks like it and is still to come is not to be taken for it.
    this.items.follow(item.ticketId, (outcome.receipt.reply ?? outcome.receipt.ticket).id);
    this.#options.onSent(item, outcome.receipt);
    await gone;
    return true;
  }
}
