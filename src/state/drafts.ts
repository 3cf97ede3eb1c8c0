import type {TicketDraft} from '../contract/drafts.js';
import {State} from './state.js';

/** What a customer has written and not sent. It outlives the element it was written in, and the session. */
export class Drafts {
  /** The form, as far as it was filled in. */
  readonly ticket = new State<Partial<TicketDraft>>({});
  readonly #replies = new Map<string, State<string>>();

  /** The reply to one ticket. */
  reply(ticketId: string): State<string> {
    const draft = this.#replies.get(ticketId) ?? new State('');
    this.#replies.set(ticketId, draft);
    return draft;
  }

  wipe(): void {
    this.ticket.value = {};
    for (const reply of this.#replies.values()) reply.value = '';
  }
}

const kept = new Map<string, Drafts>();

/** The drafts of one customer at one server, by the key of their session: whoever leaves the page's Support tab and comes back finds them. */
export function draftsOf(sessionKey: string): Drafts {
  const drafts = kept.get(sessionKey) ?? new Drafts();
  kept.set(sessionKey, drafts);
  return drafts;
}
