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
      const contains = formsOf(thread.description).some(form => form.includes(normalized(description)));
      if (contains || isSameText(thread.description, description, isInTime(row, item))) return {ticket: thread.ticket};
    }
    return undefined;
  }

  async findReply(item: OutboxReply): Promise<Receipt | undefined> {
    const {rows, ticket} = await revalidated(this.#state.thread(item.ticketId));
    const reply = this.#candidates(rows, item).find(
      row => row.author.kind === 'customer' && isSameText(row.message, item.draft.message, isInTime(row, item)),
    );
    return reply && {ticket, reply};
  }

  /**
   * The rows after the last one that was known when the item was written, oldest first; by time, if that row is gone.
   */
  #candidates<Row extends {readonly id: string; readonly createdAt: string | null}>(
    rows: readonly Row[],
    item: OutboxItem,
  ): readonly Row[] {
    const {lastKnownId} = item;
    const lastKnown = rows.findIndex(({id}) => id && id === lastKnownId);
    const isNewer = (row: Row, index: number): boolean =>
      lastKnown < 0 && lastKnownId !== null ? isInTime(row, item) : index > lastKnown;
    return rows.filter((row, index) => isNewer(row, index) && !this.#claimed.has(row.id));
  }
}

/** Whether a row is not older than an item. */
const isInTime = ({createdAt}: {readonly createdAt: string | null}, {createdAt: writtenAt}: OutboxItem): boolean =>
  Date.parse(createdAt ?? '') >= writtenAt - maxClockSkew;

async function revalidated<Value>(resource: Resource<Value>): Promise<Value> {
  await resource.revalidate();
  const {value, error} = resource.state.value;
  // There is no error either if the session was disposed of meanwhile.
  if (error || !value) throw error ?? new SupportError('unavailable');
  return value;
}

/** Servers cut long subjects, and so does what is read. */
function isSameSubject(kept: string, written: string): boolean {
  const beginning = normalized(kept.replace(/…$/, ''));
  return isSameText(kept, written) || (beginning.length >= minCutLength && normalized(written).startsWith(beginning));
}

/** Whether a text is what a server has made of another: if it `mayBeCut`, what is before the first emoji. */
function isSameText(kept: string, written: string, mayBeCut = false): boolean {
  // MySQL's utf8 takes three bytes for a character. What has four is replaced or left out, or the text ends there.
  const [beginning = '', ...others] = written
    .replace(invisible, '')
    .split(/([\u{10000}-\u{10ffff}]+)/u)
    .map(normalized);
  const pattern = others.reduce(
    (source, part, index) =>
      source + (index % 2 ? escaped(part) : `(?:${escaped(part)}|[?\ufffd]{0,${part.length * 2}})`),
    `^(?=.)${escaped(beginning)}`,
  );
  const isCut = (form: string): boolean => mayBeCut && others.length > 0 && form.length >= 10 && form === beginning;
  return formsOf(kept).some(form => new RegExp(`${pattern}$`, 'u').test(form) || isCut(form));
}

const invisible = /[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]+/gu;

/** A text without what servers trim, normalize or remove, and what is removed from all that is read. */
const normalized = (text: string): string => text.normalize('NFKC').replace(invisible, '');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

const references: Readonly<Record<string, string>> = {lt: '<', gt: '>', quot: '"', apos: "'", amp: '&'};

/** A text as it is kept, and without the escapes that some servers keep: for SQL and for HTML. */
const formsOf = (kept: string): readonly string[] =>
  [
    kept,
    kept.replace(
      /\\(['"\\])|<br ?\/?>|&nbsp;|&(lt|gt|quot|apos|amp);|&#(\d{1,6}|x[\da-f]{1,5});/gi,
      (_, quoted: string = '', name: string = '', code: string = '') =>
        quoted + (references[name.toLowerCase()] ?? '') + (code && String.fromCodePoint(Number(`0${code}`))),
    ),
  ].map(normalized);
