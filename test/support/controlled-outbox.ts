import {SupportError} from '../../src/contract/errors.js';
import type {SupportStorage} from '../../src/contract/storage.js';
import type {Transport} from '../../src/state/outbox/backend-transport.js';
import type {NewOutboxItem, OutboxItem, Receipt} from '../../src/state/outbox/outbox-item.js';
import {Outbox} from '../../src/state/outbox/outbox.js';
import {CustomerStorage} from '../../src/storage/customer-storage.js';
import {MemoryStorage} from '../../src/storage/memory-storage.js';
import {deferred, type Deferred} from './deferred.js';
import {nextTask} from './next-task.js';
import {receipt, ticket} from './ticket-fixtures.js';
import {provideWebLocks} from './web-locks.js';

provideWebLocks();

let outboxes = 0;
const endOutboxes: (() => void)[] = [];

/** For `afterEach`: ends the open requests, whose locks have timers that keep Node running. */
export function disposeOutboxes(): void {
  for (const end of endOutboxes.splice(0)) end();
}

export const newReplyItem = (message: string, ticketId = 't1'): NewOutboxItem => ({ticketId, draft: {message}});

export const newTicketItem = (subject: string): NewOutboxItem => ({
  ticketId: null,
  draft: {subject, description: 'Since noon.', category: 'general', priority: 'normal'},
});

const textOf = ({draft}: Pick<OutboxItem, 'draft'>): string => ('message' in draft ? draft.message : draft.subject);

const receiptOf = (item: OutboxItem): Receipt =>
  item.ticketId === null ? {ticket: ticket(`new ${textOf(item)}`)} : receipt(item.ticketId, textOf(item));

/** An outbox whose requests stay open until the test answers them. Two with one storage and one name are two tabs. */
export function createControlledOutbox(
  changes: Partial<Transport> = {},
  storage: SupportStorage = new MemoryStorage(),
  name = `outbox ${outboxes++}/`,
) {
  const requests: {readonly item: OutboxItem; readonly response: Deferred<Receipt>}[] = [];
  const deliveredTexts: string[] = [];
  let hasEnded = false;
  const transport: Transport = {
    blockedBy: undefined,
    send: item => {
      const response = deferred<Receipt>();
      requests.push({item, response});
      if (hasEnded) response.reject(new SupportError('offline'));
      return response.promise;
    },
    findDelivered: async () => undefined,
    supportsIdempotency: async () => true,
    ...changes,
  };
  const outbox = new Outbox({
    name,
    storage: new CustomerStorage(storage, name),
    transport,
    onSent: item => deliveredTexts.push(textOf(item)),
    onChange: () => {},
    onCancel: () => {},
  });
  endOutboxes.push(() => {
    hasEnded = true;
    for (const {response} of requests) response.reject(new SupportError('offline'));
  });
  /**
   * Resolves when the outbox waits for the test. Locks are granted in the order of the requests, so the last is ours.
   */
  const waitUntilIdle = async (): Promise<void> => {
    for (let turns = 0; turns < 3; turns++) {
      await navigator.locks.request(`${name}settled`, {}, nextTask);
      await nextTask();
    }
  };
  return {
    outbox,
    transport,
    waitUntilIdle,
    /** The texts that were delivered, as reported by the outbox. */
    deliveredTexts,
    /** The texts that were sent to the server, in order. */
    sentTexts: () => requests.map(({item}) => textOf(item)),
    sentKeys: () => requests.map(({item}) => item.key),
    /** The items as the customer sees them. */
    visibleItems: () => outbox.store.items.value.map(item => `${textOf(item)}: ${item.status}`),
    failedAttemptCounts: () => outbox.store.items.value.map(({failedAttempts}) => failedAttempts ?? 0),
    errorCodes: () => outbox.store.items.value.map(({error}) => error?.code),
    async enqueue(...items: readonly NewOutboxItem[]) {
      const keys = items.map(item => outbox.enqueue(item));
      await waitUntilIdle();
      return keys;
    },
    async resolveSend(index: number) {
      const {item, response} = requests[index]!;
      response.resolve(receiptOf(item));
      await waitUntilIdle();
    },
    async rejectSend(index: number, error = new SupportError('network')) {
      requests[index]!.response.reject(error);
      await waitUntilIdle();
    },
  };
}
