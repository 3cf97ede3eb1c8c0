import type {SupportError} from '../../contract/errors.js';
import type {Pending, PendingReply, PendingTicket, Receipt} from './outbox-item.js';
import type {Resource} from '../cache/resource.js';
import type {TicketList} from '../cache/ticket-list.js';
import type {TicketThread} from '../cache/ticket-thread.js';

/** What of the server's side shows what has arrived. */
export interface Readable {
  readonly tickets: TicketList;
  thread(ticketId: string): TicketThread;
}

/** So far, in milliseconds, a server's clock may be behind this device's. If it is more, the customer is asked. */
const slack = 60_000;

/** Finds on the server what was sent and never answered for. Of what is found, nobody sends it again: it has to be the very text. */
export class Arrivals {
  readonly #known: Readable;
  /** Ids of what has arrived, and answers to an item already. */
  readonly #answered = new Set<string>();

  constructor(known: Readable) {
    this.#known = known;
  }

  note(id: string): void {
    this.#answered.add(id);
  }

  async ticket(item: PendingTicket): Promise<Receipt | undefined> {
    const {rows} = await read(this.#known.tickets);
    const {subject, description} = item.draft;
    for (const row of this.#since([...rows].reverse(), item)) {
      if (!isSame(row.subject, subject)) continue;
      // One line may be the same in many tickets.
      const thread = await read(this.#known.thread(row.id));
      if (thread.description.includes(description) || isSame(thread.description, description))
        return {ticket: thread.ticket};
    }
    return undefined;
  }

  async reply(item: PendingReply): Promise<Receipt | undefined> {
    const {rows, ticket} = await read(this.#known.thread(item.ticketId));
    const reply = this.#since(rows, item).find(
      ({author, message}) => author.kind === 'customer' && isSame(message, item.draft.message),
    );
    return reply && {ticket, reply};
  }

  /** What came after the newest that was known when it was written, oldest first; where that is not there, what came after it by the clock. */
  #since<Row extends {readonly id: string; readonly createdAt: string}>(
    rows: readonly Row[],
    {after, at}: Pending,
  ): readonly Row[] {
    const last = rows.findIndex(({id}) => id === after);
    const isNewer = ({createdAt}: Row, index: number): boolean =>
      last < 0 && after !== null ? Date.parse(createdAt) >= at - slack : index > last;
    return rows.filter((row, index) => isNewer(row, index) && !this.#answered.has(row.id));
  }
}

/** Reads something as it is now. */
async function read<Value>(resource: Resource<Value>): Promise<Value> {
  await resource.reread();
  const {value, error} = resource.state.value;
  if (error || !value) throw error as SupportError;
  return value;
}

/** Servers trim, and end lines in ways of their own. */
const isSame = (one: string, other: string): boolean => words(one) === words(other);

const words = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');
