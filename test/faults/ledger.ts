import type {DeskStore} from '../../demo/desk/store/store.js';

/** A text that a customer wrote. Times are in milliseconds of this process's own clock, which no page can change. */
export interface LedgerEntry {
  readonly kind: 'reply' | 'ticket';
  readonly number: number;
  /** A reply's text or a ticket's subject. It is unique, and no part of another. */
  readonly text: string;
  readonly username: string;
  /** The ticket of a reply. */
  readonly ticketId?: string | undefined;
  /** The page load in which Send was pressed. */
  page: string;
  /** Send was pressed at this time or later. */
  pressedAt: number;
  /** The text was stored at this time or earlier: in every tab, a text sent later comes after it. */
  storedAt: number;
}

/** All texts that the customers wrote, in order. */
export class Ledger {
  readonly entries: LedgerEntry[] = [];

  add(kind: LedgerEntry['kind'], username: string, ticketId?: string): LedgerEntry {
    const number = this.entries.length + 1;
    const text = `No. ${String(number).padStart(5, '0')}`;
    const entry = {kind, number, text, username, ticketId, page: '', pressedAt: Infinity, storedAt: Infinity};
    this.entries.push(entry);
    return entry;
  }
}

/** The texts at the desk, in order of arrival. Replies are by ticket id. */
export interface Deliveries {
  readonly tickets: readonly string[];
  readonly replies: ReadonlyMap<string, readonly string[]>;
}

/** Reads the deliveries from the desk's store, past its API. */
export async function readDeliveries(store: DeskStore): Promise<Deliveries> {
  const subscribers = await store.subscribers();
  const ticketsOfEach = await Promise.all(
    subscribers.map(({id: subscriberId}) => store.customerTickets({subscriberId, limit: Infinity})),
  );
  const tickets = ticketsOfEach.flat();
  const replies = new Map<string, string[]>();
  for (const {id} of tickets) {
    replies.set(
      id,
      (await store.allReplies(id)).map(({message}) => message),
    );
  }
  return {tickets: tickets.map(({subject}) => subject), replies};
}

/** The ledger compared with the deliveries. */
export interface Audit {
  readonly replies: number;
  readonly tickets: number;
  readonly delivered: number;
  readonly lost: readonly LedgerEntry[];
  readonly duplicated: readonly LedgerEntry[];
  readonly outOfOrder: readonly OvertakenEntry[];
  /** Shown as uncertain, and not delivered. */
  readonly uncertain: readonly LedgerEntry[];
  /** Shown as uncertain, and delivered. */
  readonly uncertainButDelivered: number;
}

/** An entry that arrived after one that was certainly written later. */
export interface OvertakenEntry extends LedgerEntry {
  readonly overtakenBy: LedgerEntry;
}

export function audit(
  entries: readonly LedgerEntry[],
  {tickets, replies}: Deliveries,
  uncertainTexts: ReadonlySet<string> = new Set(),
): Audit {
  const countOf = ({kind, ticketId = '', text}: LedgerEntry): number => {
    const texts = kind === 'ticket' ? tickets : (replies.get(ticketId) ?? []);
    return texts.filter(each => each.includes(text)).length;
  };
  const counts = new Map(entries.map(entry => [entry, countOf(entry)]));
  const withCount = (matches: (count: number) => boolean): LedgerEntry[] =>
    entries.filter(entry => matches(counts.get(entry) ?? 0));
  const missing = withCount(count => count === 0);
  const uncertain = missing.filter(({text}) => uncertainTexts.has(text));
  return {
    replies: entries.filter(({kind}) => kind === 'reply').length,
    tickets: entries.filter(({kind}) => kind === 'ticket').length,
    delivered: entries.length - missing.length,
    lost: missing.filter(({text}) => !uncertainTexts.has(text)),
    duplicated: withCount(count => count > 1),
    outOfOrder: [...replies].flatMap(([ticketId, texts]) =>
      findOvertaken(
        entries.filter(entry => entry.ticketId === ticketId),
        texts,
      ),
    ),
    uncertain,
    uncertainButDelivered: uncertainTexts.size - uncertain.length,
  };
}

function findOvertaken(entries: readonly LedgerEntry[], texts: readonly string[]): OvertakenEntry[] {
  const delivered = texts.flatMap(text => entries.find(entry => text.includes(entry.text)) ?? []);
  return delivered.flatMap((entry, index) => {
    const overtakenBy = delivered.slice(0, index).find(earlier => isBefore(entry, earlier));
    return overtakenBy ? {...entry, overtakenBy} : [];
  });
}

/** In one page, `number` is the order. Across pages it is known only if one was stored before the other was sent. */
const isBefore = (one: LedgerEntry, other: LedgerEntry): boolean =>
  one.page === other.page ? one.number < other.number : one.storedAt <= other.pressedAt;

/** The figures of an audit in one line. */
export const summarize = ({uncertain, uncertainButDelivered, ...rest}: Audit): string =>
  [
    `${rest.replies} replies and ${rest.tickets} tickets written`,
    `${rest.delivered} delivered`,
    `${uncertain.length + uncertainButDelivered} shown as uncertain (${uncertainButDelivered} of them delivered)`,
    `${rest.lost.length} lost`,
    `${rest.duplicated.length} duplicated`,
    `${rest.outOfOrder.length} out of order`,
  ].join(', ');
