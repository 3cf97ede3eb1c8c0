import {SupportError} from '../../contract/errors.js';
import type {Resource} from '../cache/resource.js';
import type {TicketList} from '../cache/ticket-list.js';
import type {TicketThread} from '../cache/ticket-thread.js';
import type {OutboxItem, OutboxReply, OutboxTicket, Receipt} from './outbox-item.js';

/** The cached tickets and threads in which a delivered item shows up. */
export interface ReadableState {
  readonly tickets: TicketList;
  thread(ticketId: string): TicketThread;
}

/** No server cuts subjects that are shorter, in characters. */
const minCutLength = 60;

/** How far a server's clock may be behind this device's, in milliseconds. If it is more, the customer is asked. */
const maxClockSkew = 60_000;

/**
 * Finds items on the server that were sent and whose response was lost. Only the same text counts, because an
 * item that is found is not sent again.
 */
export class Reconciler {
  readonly #state: ReadableState;
  /** Ids of tickets and replies that belong to an item already. */
  readonly #claimed = new Set<string>();

  constructor(state: ReadableState) {
    this.#state = state;
  }

  /** Keeps a ticket or reply from being taken for another item. */
  claim(id: string): void {
    this.#claimed.add(id);
  }

  async findTicket(item: OutboxTicket): Promise<Receipt | undefined> {
    const {rows} = await revalidated(this.#state.tickets);
    const {subject, description} = item.draft;
    for (const row of this.#candidates([...rows].reverse(), item)) {
      if (!isSameSubject(row.subject, subject)) continue;
      // Many tickets may have the same subject.
      const thread = await revalidated(this.#state.thread(row.id));
      if (normalized(thread.description).includes(normalized(description))) return {ticket: thread.ticket};
    }
    return undefined;
  }

  async findReply(item: OutboxReply): Promise<Receipt | undefined> {
    const {rows, ticket} = await revalidated(this.#state.thread(item.ticketId));
    const reply = this.#candidates(rows, item).find(
      ({author, message}) => author.kind === 'customer' && isSameText(message, item.draft.message),
    );
    return reply && {ticket, reply};
  }

  /**
   * The rows after the last one that was known when the item was written, oldest first; by time, if that row is gone.
   */
  #candidates<Row extends {readonly id: string; readonly createdAt: string | null}>(
    rows: readonly Row[],
    {lastKnownId, createdAt: writtenAt}: OutboxItem,
  ): readonly Row[] {
    const lastKnown = rows.findIndex(({id}) => id && id === lastKnownId);
    const isNewer = ({createdAt}: Row, index: number): boolean =>
      lastKnown < 0 && lastKnownId !== null
        ? Date.parse(createdAt ?? '') >= writtenAt - maxClockSkew
        : index > lastKnown;
    return rows.filter((row, index) => isNewer(row, index) && !this.#claimed.has(row.id));
  }
}

async function revalidated<Value>(resource: Resource<Value>): Promise<Value> {
  await resource.revalidate();
  const {value, error} = resource.state.value;
  // There is no error either if the session was disposed of meanwhile.
  if (error || !value) throw error ?? new SupportError('unavailable');
  return value;
}

const isSameText = (one: string, other: string): boolean => normalized(one) === normalized(other);

/** Servers cut long subjects, and so does what is read. */
function isSameSubject(kept: string, written: string): boolean {
  const beginning = normalized(kept.replace(/…$/, ''));
  return isSameText(kept, written) || (beginning.length >= minCutLength && normalized(written).startsWith(beginning));
}

/**
 * A text without what servers trim, normalize or remove, and what is removed from all that is read: white space, and
 * control, direction and other invisible characters.
 */
const normalized = (text: string): string => text.normalize('NFKC').replace(/[\s\p{C}]+/gu, '');
