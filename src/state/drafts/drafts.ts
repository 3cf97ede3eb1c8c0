import type {TicketDraft} from '../../contract/drafts.js';
import type {CustomerStorage} from '../../storage/customer-storage.js';
import {Draft} from './draft.js';

export type TicketWords = Partial<TicketDraft>;

const kind = 'draft/';

/** What a customer has written and not sent. It outlives the element it was written in, the session, and the page. */
export class Drafts {
  /** The form, as far as it was filled in. */
  readonly ticket: Draft<TicketWords>;
  readonly #replies = new Map<string, Draft<string>>();
  readonly #storage: CustomerStorage;
  #records: ReadonlyMap<string, unknown> = new Map();
  #isRead = false;
  #isForgotten = false;

  constructor(storage: CustomerStorage) {
    this.#storage = storage;
    this.ticket = new Draft<TicketWords>(`${kind}ticket/`, {}, storage, joinTickets);
  }

  /** The reply to one ticket. */
  reply(ticketId: string): Draft<string> {
    const known = this.#replies.get(ticketId);
    if (known) return known;
    const draft = new Draft(idOf(ticketId), '', this.#storage, join);
    this.#replies.set(ticketId, draft);
    if (this.#isRead) draft.restore(under(idOf(ticketId), this.#records));
    return draft;
  }

  /** Takes up what is kept: at the start, and when another tab has changed it. */
  async restore(): Promise<void> {
    const records = await this.#storage.entries(kind);
    if (this.#isForgotten) return;
    this.#records = records;
    this.#isRead = true;
    this.ticket.restore(under(`${kind}ticket/`, this.#records));
    for (const [ticketId, draft] of this.#replies) draft.restore(under(idOf(ticketId), this.#records));
  }

  /** Out of sight for good: what is kept stays kept. */
  forget(): void {
    this.#isForgotten = true;
    for (const draft of [this.ticket, ...this.#replies.values()]) draft.forget();
  }
}

const idOf = (ticketId: string): string => `${kind}reply/${encodeURIComponent(ticketId)}/`;

const under = (id: string, records: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> =>
  new Map([...records].filter(([key, record]) => key.startsWith(id) && record !== undefined));

/** Two texts that were written for one place. Neither is lost, and none stands there twice. */
export function join(earlier = '', later = ''): string {
  if (holds(earlier, later)) return earlier;
  return holds(later, earlier) ? later : `${earlier}\n\n${later}`;
}

/** As what it begins with, or as a paragraph: a word may stand in another by chance. */
const holds = (whole: string, part: string): boolean =>
  whole.startsWith(part) || `\n\n${whole}\n\n`.includes(`\n\n${part}\n\n`);

/** Of two forms the later one's choices hold; a subject that has to give way goes into the text. */
export function joinTickets(earlier: TicketWords, later: TicketWords): TicketWords {
  const subject = later.subject || earlier.subject;
  const replaced = earlier.subject === subject ? '' : earlier.subject;
  const description = join(join(replaced, earlier.description), later.description);
  return {...earlier, ...later, ...(subject && {subject}), ...(description && {description})};
}
