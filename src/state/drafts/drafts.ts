import type {CustomerStorage} from '../../storage/customer-storage.js';
import {Draft} from './draft.js';
import {mergeTexts, mergeTicketDrafts, type PartialTicketDraft} from './merge-drafts.js';

const prefix = 'draft/';

/** What the customer has written and not sent. Drafts outlive their element, the session and the page. */
export class Drafts {
  /** The form for a new ticket, as far as it is filled in. */
  readonly ticket: Draft<PartialTicketDraft>;
  readonly #replies = new Map<string, Draft<string>>();
  readonly #storage: CustomerStorage;
  #records: ReadonlyMap<string, unknown> = new Map();
  #isLoaded = false;
  #isUnloaded = false;

  constructor(storage: CustomerStorage) {
    this.#storage = storage;
    this.ticket = new Draft<PartialTicketDraft>(ticketDraftId, {}, storage, mergeTicketDrafts);
  }

  /** The reply to one ticket. */
  reply(ticketId: string): Draft<string> {
    const known = this.#replies.get(ticketId);
    if (known) return known;
    const draft = new Draft(replyDraftId(ticketId), '', this.#storage, mergeTexts);
    this.#replies.set(ticketId, draft);
    if (this.#isLoaded) draft.restore(recordsOf(replyDraftId(ticketId), this.#records));
    return draft;
  }

  /** Loads the stored drafts: at the start, and after another tab has changed it. */
  async restore(): Promise<void> {
    const records = await this.#storage.entries(prefix);
    if (this.#isUnloaded) return;
    this.#records = records;
    this.#isLoaded = true;
    this.ticket.restore(recordsOf(ticketDraftId, records));
    for (const [ticketId, draft] of this.#replies) draft.restore(recordsOf(replyDraftId(ticketId), records));
  }

  /** Removes all drafts from memory for good; stored drafts stay. */
  unload(): void {
    this.#isUnloaded = true;
    for (const draft of [this.ticket, ...this.#replies.values()]) draft.unload();
  }
}

const ticketDraftId = `${prefix}ticket/`;

const replyDraftId = (ticketId: string): string => `${prefix}reply/${encodeURIComponent(ticketId)}/`;

const recordsOf = (draftId: string, records: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> =>
  new Map([...records].filter(([id, record]) => id.startsWith(draftId) && record !== undefined));
