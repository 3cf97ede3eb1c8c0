import {SupportError} from '../../contract/errors.js';
import type {CustomerStorage} from '../../storage/customer-storage.js';
import {deliver, isTransient, mayPass, type DeliveryOutcome, type Transport} from './backend-transport.js';
import {TaskQueues, withTabLock} from './locks.js';
import {isOverdue, queueOf, type NewOutboxItem, type OutboxItem, type Receipt} from './outbox-item.js';
import {OutboxStore} from './outbox-store.js';

export interface OutboxOptions {
  /** Names the customer on this device, for the locks between tabs. */
  readonly name: string;
  readonly storage: CustomerStorage;
  readonly transport: Transport;
  /** Puts the receipt into the cache in the same task, so that a reply is shown neither twice nor not at all. */
  readonly onSent: (item: OutboxItem, receipt: Receipt) => void;
  /** An item was stored: other tabs should load it. */
  readonly onChange: () => void;
  /** The customer has cancelled an item: no other tab may send it. */
  readonly onCancel: (key: string) => void;
}

const uncertain = (): SupportError => new SupportError('uncertain');

const isUnsent = ({status, discarded}: OutboxItem): boolean => status !== 'failed' && !discarded;

/**
 * Sends what the customer writes: stored before the first attempt, one at a time per ticket, until the server has it.
 */
export class Outbox {
  readonly store: OutboxStore;
  readonly #options: OutboxOptions;
  readonly #queues = new TaskQueues();
  /** Whether the last attempt of any item failed for a reason that may concern all, or there was none yet. */
  #isServerInDoubt = true;
  #rounds = 0;

  constructor(options: OutboxOptions) {
    this.store = new OutboxStore(options.storage);
    this.#options = options;
  }

  /** Whether something is to be sent as soon as possible. */
  get hasUnsent(): boolean {
    return this.store.items.value.some(isUnsent);
  }

  /** Takes an item to be sent, and returns its key. */
  enqueue(newItem: NewOutboxItem): string {
    const replaced = this.store.items.value.find(
      ({isWithdrawn, ticketId}) => isWithdrawn && ticketId === newItem.ticketId,
    );
    const {item, saved} = this.store.insert({...newItem, replaces: replaced?.key});
    void saved.then(() => {
      this.#options.onChange();
      return this.#process(item);
    });
    return item.key;
  }

  /** Sends a failed item again under the same key, on the customer's request. */
  retry(key: string): void {
    const item = this.store.get(key);
    if (!item) return;
    // `createdAt` stays: it is part of the request that the key stands for, and of the order.
    const confirmed = {confirmedAt: Date.now(), status: 'waiting', isAttempted: false} as const;
    void this.store.replace({...item, ...(item.status === 'failed' && confirmed), isRequested: true});
    void this.#process(item, true);
  }

  /**
   * Takes an item back, to be edited. If it may have arrived, it stays, unseen, until that is known: what replaces it
   * is sent only if it has not.
   */
  withdraw(key: string): OutboxItem | undefined {
    const item = this.store.get(key);
    if (!item || item.discarded) return undefined;
    if (item.isAttempted && item.status !== 'failed')
      void this.store.replace({...item, isWithdrawn: true}).then(this.#options.onChange);
    else void this.#remove(key);
    void this.#process(item, true);
    return item;
  }

  /**
   * Deletes an item from the device, or restores one that was just deleted. Resolves, when that is stored, with whether
   * it is deleted.
   */
  async toggleDiscarded(key: string): Promise<boolean> {
    const item = this.store.get(key);
    if (!item || item.discarded === 'final') return true;
    if (item.discarded) {
      await this.store.undiscard(item);
      this.#options.onChange();
    } else {
      await this.store.discard(key);
      this.#options.onCancel(key);
    }
    void this.#process(item, true);
    return !item.discarded;
  }

  async #remove(key: string): Promise<void> {
    await this.store.remove(key);
    this.#options.onCancel(key);
  }

  /**
   * Sends every waiting item. While the server is in doubt, one is sent for all: the others follow if it succeeds. They
   * take turns, because the server may fail only some of them.
   */
  flush(): void {
    const firsts = this.store.items.value.filter(item => item === this.#firstOf(queueOf(item)));
    const isOneEnough = this.#isServerInDoubt && !this.#options.transport.blockedBy;
    const one = firsts.find(({status}) => status === 'sending') ?? firsts[this.#rounds++ % firsts.length];
    for (const item of firsts) if (!isOneEnough || item === one) void this.#process(item, true);
  }

  /** Sends the items of one queue. `isRetry`: what blocked them may have passed. */
  async #process(item: OutboxItem, isRetry = false): Promise<void> {
    const queue = queueOf(item);
    const {name, storage} = this.#options;
    const wantsRetry = await this.#queues.runExclusive(queue, isRetry, () =>
      withTabLock(`${name}${queue}`, storage, async () => {
        // Before each item: another tab may have sent it, or may have written an earlier one.
        do await this.store.restore();
        while (await this.#sendNext(queue));
      }),
    );
    if (wantsRetry === undefined) return;
    const first = this.#firstOf(queue);
    if (!first) {
      // Another tab has sent it, or it has failed: the next queue takes its turn.
      if (isRetry && this.#isServerInDoubt) this.flush();
      return;
    }
    // An item that was added while the task ended has not been processed.
    const isNew = first.status === 'waiting' && !first.error && !first.isWithdrawn;
    if (wantsRetry || isNew) await this.#process(first);
  }

  #firstOf(queue: string): OutboxItem | undefined {
    return this.store.items.value.find(
      item => queueOf(item) === queue && isUnsent(item) && !this.store.isRemoved(item.key),
    );
  }

  /** Sends the first item of a queue, which keeps its previous error meanwhile. Returns whether the next may follow. */
  async #sendNext(queue: string): Promise<boolean> {
    const item = this.#firstOf(queue);
    if (!item) return false;
    if (item.isWithdrawn) return this.#settleWithdrawn(item);
    const {blockedBy} = this.#options.transport;
    if (isOverdue(item)) return this.#settle(item, {status: 'failed', error: new SupportError('overdue')});
    if (blockedBy) return this.#settle(item, {status: 'waiting', error: blockedBy});
    await this.store.replace({...item, status: 'sending', isAttempted: true});
    const outcome = await deliver(item, this.#options.transport);
    this.#judgeServer(queue, outcome);
    return this.#settle(item, outcome);
  }

  /** Looks whether a withdrawn item has arrived. If that cannot be known now, its queue waits. */
  async #settleWithdrawn(item: OutboxItem): Promise<boolean> {
    try {
      const receipt = await this.#options.transport.findDelivered(item);
      return await this.#settle(item, receipt ? {status: 'sent', receipt} : {status: 'failed', error: uncertain()});
    } catch {
      return false;
    }
  }

  #judgeServer(queue: string, outcome: DeliveryOutcome): void {
    const wasInDoubt = this.#isServerInDoubt;
    this.#isServerInDoubt = outcome.status !== 'sent' && isTransient(outcome.error);
    if (wasInDoubt && !this.#isServerInDoubt) this.flush();
    // A retry that was asked for during an attempt would be the second attempt of one round.
    if (outcome.status !== 'sent' && mayPass(outcome.error)) this.#queues.ignoreRetry(queue);
  }

  async #settle({key}: OutboxItem, outcome: DeliveryOutcome): Promise<boolean> {
    const item = this.store.get(key);
    // The session has ended. The stored item is sent later, under the same key.
    if (!item) return false;
    if (outcome.status !== 'sent') {
      if (item.isWithdrawn && outcome.status === 'failed') {
        await this.#remove(key);
        return true;
      }
      await this.store.replace({...item, ...outcome, isRequested: false});
      if (outcome.status === 'failed') this.#options.onChange();
      return false;
    }
    // It has arrived as it was before: the customer decides about what replaces it.
    for (const each of this.store.items.value) {
      if (each.replaces === key) void this.store.replace({...each, status: 'failed', error: uncertain()});
    }
    const removed = this.store.remove(key);
    // An equal text that follows must not be taken for this one.
    this.store.setLastKnownId(item.ticketId, (outcome.receipt.reply ?? outcome.receipt.ticket).id);
    this.#options.onSent(item, outcome.receipt);
    await removed;
    return true;
  }
}
