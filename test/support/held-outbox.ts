import {SupportError} from '../../src/contract/errors.js';
import type {SupportStorage} from '../../src/contract/storage.js';
import {CustomerStorage} from '../../src/storage/customer-storage.js';
import type {Recipient} from '../../src/state/outbox/delivery.js';
import {Outbox} from '../../src/state/outbox/outbox.js';
import type {Outgoing, Pending, Receipt} from '../../src/state/outbox/outbox-item.js';
import {MemoryStorage} from '../../src/storage/memory-storage.js';
import {deferred, type Deferred} from './deferred.js';
import {nextTask} from './next-task.js';
import {receipt, ticket} from './tickets.js';

let outboxes = 0;

export const words = (message: string, ticketId = 't1'): Outgoing => ({ticketId, draft: {message}});

export const newTicket = (subject: string): Outgoing => ({
  ticketId: null,
  draft: {subject, description: 'Since noon.', category: 'general', priority: 'normal'},
});

export const textOf = ({draft}: Pick<Pending, 'draft'>): string => ('message' in draft ? draft.message : draft.subject);

const receiptOf = (item: Pending): Receipt =>
  item.ticketId === null ? {ticket: ticket(`new ${textOf(item)}`)} : receipt(item.ticketId, textOf(item));

/** An outbox of which each sending waits for the test. Two on one storage and under one name are two tabs. */
export function heldOutbox(
  changes: Partial<Recipient> = {},
  storage: SupportStorage = new MemoryStorage(),
  name = `outbox ${outboxes++}/`,
) {
  const sent: {readonly item: Pending; readonly answer: Deferred<Receipt>}[] = [];
  const told: string[] = [];
  const taken: string[] = [];
  const recipient: Recipient = {
    obstacle: undefined,
    send: item => {
      const answer = deferred<Receipt>();
      sent.push({item, answer});
      return answer.promise;
    },
    find: async () => undefined,
    promisesOnce: async () => true,
    ...changes,
  };
  const outbox = new Outbox({
    name,
    storage: new CustomerStorage(storage, name),
    recipient,
    onSent: item => told.push(textOf(item)),
    onChange: () => {},
    onTaken: key => taken.push(key),
  });
  /** Until nothing more happens of its own accord. Locks are granted in the order they were asked for: the last one is ours. */
  const settled = async (): Promise<void> => {
    for (let turns = 0; turns < 3; turns++) {
      await navigator.locks.request(`${name}settled`, nextTask);
      await nextTask();
    }
  };
  return {
    outbox,
    recipient,
    settled,
    /** What was sent and arrived, as it was told. */
    told,
    /** What the server was given, in that order. */
    given: () => sent.map(({item}) => textOf(item)),
    keys: () => sent.map(({item}) => item.key),
    /** What the customer sees of it. */
    shown: () => outbox.items.state.value.map(item => `${textOf(item)}: ${item.status}`),
    /** Why something waits, or was not sent. */
    reasons: () => outbox.items.state.value.map(({error}) => error?.code),
    async add(...outgoing: readonly Outgoing[]) {
      const keys = outgoing.map(each => outbox.add(each));
      await settled();
      return keys;
    },
    async accept(index: number) {
      const {item, answer} = sent[index]!;
      answer.resolve(receiptOf(item));
      await settled();
    },
    async refuse(index: number, error = new SupportError('network')) {
      sent[index]!.answer.reject(error);
      await settled();
    },
  };
}
