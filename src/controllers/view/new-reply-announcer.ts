import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Thread} from '../../state/cache/ticket-thread.js';

/** Receives how many replies have arrived, and who wrote the last of them. */
type OnNewReplies = (count: number, author: string | undefined) => void;

/**
 * Reports each reply that arrives while its host shows the thread, once. Replies that were there before, or that belong
 * to an earlier page, do not count.
 */
export class NewReplyAnnouncer implements ReactiveController {
  readonly #thread: () => Thread | undefined;
  readonly #onNewReplies: OnNewReplies;
  #ticketId = '';
  #rows: Thread['rows'] = [];

  constructor(host: ReactiveControllerHost, thread: () => Thread | undefined, onNewReplies: OnNewReplies) {
    this.#thread = thread;
    this.#onNewReplies = onNewReplies;
    host.addController(this);
  }

  /** Before the render that shows the replies, which then renders the announcement too. */
  hostUpdate(): void {
    const thread = this.#thread();
    if (!thread) return;
    const {ticket, rows} = thread;
    const isSameTicket = ticket.id === this.#ticketId;
    if (isSameTicket && rows === this.#rows) return;
    const knownIds = new Set(this.#rows.map(({id}) => id));
    // Rows before all known ones are an earlier page. A reply of the operator's may precede one of the customer's.
    const firstKnown = rows.findIndex(({id}) => knownIds.has(id));
    const newReplies = rows.filter(
      ({id, author}, index) => index > firstKnown && !knownIds.has(id) && author.kind !== 'customer',
    );
    const last = newReplies[newReplies.length - 1];
    const isReplaced = knownIds.size > 0 && firstKnown < 0;
    this.#ticketId = ticket.id;
    this.#rows = rows;
    if (isSameTicket && last && !isReplaced)
      this.#onNewReplies(newReplies.length, last.author.name?.trim() || undefined);
  }

  hostDisconnected(): void {
    this.#ticketId = '';
  }
}
