import {SupportError} from '../../src/contract/errors.js';
import type {SupportStorage} from '../../src/contract/storage.js';
import {CustomerStorage} from '../../src/storage/customer-storage.js';
import type {Transport} from '../../src/state/outbox/backend-transport.js';
import {Outbox} from '../../src/state/outbox/outbox.js';
import type {NewOutboxItem, OutboxItem, Receipt} from '../../src/state/outbox/outbox-item.js';
import {MemoryStorage} from '../../src/storage/memory-storage.js';
import {deferred, type Deferred} from './deferred.js';
import {nextTask} from './next-task.js';
import {receipt, ticket} from './ticket-fixtures.js';

let outboxes = 0;

export const outgoingReply = (message: string, ticketId = 't1'): NewOutboxItem => ({ticketId, draft: {message}});

export const outgoingTicket = (subject: string): NewOutboxItem => ({
  ticketId: null,
  draft: {subject, description: 'Since noon.', category: 'general', priority: 'normal'},
});

export const itemText = ({draft}: Pick<OutboxItem, 'draft'>): string =>
  'message' in draft ? draft.message : draft.subject;

const receiptOf = (item: OutboxItem): Receipt =>
  item.ticketId === null ? {ticket: ticket(`new ${itemText(item)}`)} : receipt(item.ticketId, itemText(item));

/**
 * An outbox whose sends stay pending until the test resolves or rejects them. Two with the same storage and name act as
 * two tabs.
 */
export function createControlledOutbox(
  changes: Partial<Transport> = {},
  storage: SupportStorage = new MemoryStorage(),
  name = `outbox ${outboxes++}/`,
) {
  const sent: {readonly item: OutboxItem; readonly answer: Deferred<Receipt>}[] = [];
  const deliveredTexts: string[] = [];
  const cancelledKeys: string[] = [];
  const recipient: Transport = {
    blockedBy: undefined,
    send: item => {
      const answer = deferred<Receipt>();
      sent.push({item, answer});
      return answer.promise;
    },
    findDelivered: async () => undefined,
    supportsIdempotency: async () => true,
    ...changes,
  };
  const outbox = new Outbox({
    name,
    storage: new CustomerStorage(storage, name),
    transport: recipient,
    onSent: item => deliveredTexts.push(itemText(item)),
    onChange: () => {},
    onCancel: key => cancelledKeys.push(key),
  });
  /** Waits until the outbox has no work left. Locks are granted in request order, so ours comes last. */
  const waitUntilIdle = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      await navigator.locks.request(`${name}idle`, nextTask);
      await nextTask();
    }
  };
  return {
    outbox,
    recipient,
    waitUntilIdle,
    /** Texts of the items that were reported as delivered. */
    deliveredTexts,
    /** Texts that were sent to the server, in order. */
    sentTexts: () => sent.map(({item}) => itemText(item)),
    sentKeys: () => sent.map(({item}) => item.key),
    /** Text and status of each item that is still in the outbox. */
    visibleItems: () => outbox.store.items.value.map(item => `${itemText(item)}: ${item.status}`),
    /** Error code of each item that is still in the outbox. */
    errorCodes: () => outbox.store.items.value.map(({error}) => error?.code),
    async enqueue(...outgoing: readonly NewOutboxItem[]) {
      const keys = outgoing.map(each => outbox.enqueue(each));
      await waitUntilIdle();
      return keys;
    },
    async resolveSend(index: number) {
      const {item, answer} = sent[index]!;
      answer.resolve(receiptOf(item));
      await waitUntilIdle();
    },
    async rejectSend(index: number, error = new SupportError('network')) {
      sent[index]!.answer.reject(error);
      await waitUntilIdle();
    },
  };
}
