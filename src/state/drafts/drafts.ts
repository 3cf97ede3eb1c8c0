import type {CustomerStorage} from '../../storage/customer-storage.js';
import {Draft} from './draft.js';
import {mergeTexts, mergeTicketDrafts, type PartialTicketDraft} from './merge-drafts.js';

const prefix = 'draft/';

/** The drafts of a customer. They outlive their element, the session and the page. */
export class Drafts {
  /** The form for a new ticket, as far as it is filled in. */
  readonly ticket: Draft<PartialTicketDraft>;
  readonly #replies = new Map<string, Draft<string>>();
  readonly #storage: CustomerStorage;
  /** The stored records, once they are loaded. */
  #records: ReadonlyMap<string, unknown> | undefined;
  #isUnloaded = false;

  constructor(storage: CustomerStorage) {
    this.#storage = storage;
    this.ticket = new Draft<PartialTicketDraft>(`${prefix}ticket/`, {}, storage, mergeTicketDrafts);
  }

  /** The reply to one ticket. */
  reply(ticketId: string): Draft<string> {
    const known = this.#replies.get(ticketId);
    if (known) return known;
    const draft = new Draft(`${prefix}reply/${encodeURIComponent(ticketId)}/`, '', this.#storage, mergeTexts);
    this.#replies.set(ticketId, draft);
    if (this.#records) draft.restore(this.#records);
    return draft;
  }

  /** Loads the stored drafts: at the start, and after another tab has changed it. */
  async restore(): Promise<void> {
    const records = await this.#storage.entries(prefix);
    if (this.#isUnloaded) return;
    this.#records = records;
    for (const draft of this.#all) draft.restore(records);
  }

  /** Removes all drafts from memory for good; stored drafts stay. */
  unload(): void {
    this.#isUnloaded = true;
    for (const draft of this.#all) draft.unload();
  }

  get #all(): readonly Pick<Draft<unknown>, 'restore' | 'unload'>[] {
    return [this.ticket, ...this.#replies.values()];
  }
}
