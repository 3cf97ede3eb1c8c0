import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Thread} from '../../state/cache/ticket-thread.js';

/** Tells of each reply that arrives while its host shows the thread, once; never of those that were there, or came from an earlier page. */
export class NewsController implements ReactiveController {
  readonly #thread: () => Thread | undefined;
  readonly #onNews: (count: number, author: string | undefined) => void;
  #ticketId = '';
  #rows: Thread['rows'] = [];

  /** `onNews` is told how many there are, and who wrote the last of them. */
  constructor(
    host: ReactiveControllerHost,
    thread: () => Thread | undefined,
    onNews: (count: number, author: string | undefined) => void,
  ) {
    this.#thread = thread;
    this.#onNews = onNews;
    host.addController(this);
  }

  hostUpdated(): void {
    const thread = this.#thread();
    if (!thread) return;
    const {ticket, rows} = thread;
    const isFollowed = ticket.id === this.#ticketId;
    if (isFollowed && rows === this.#rows) return;
    const known = new Set(this.#rows.map(({id}) => id));
    // What stands before all that is known is an earlier page. A reply of support's may stand before one's own.
    const first = rows.findIndex(({id}) => known.has(id));
    const news = rows.filter(({id, author}, index) => index > first && !known.has(id) && author.kind !== 'customer');
    const last = news[news.length - 1];
    const hasLostAll = known.size > 0 && first < 0;
    this.#ticketId = ticket.id;
    this.#rows = rows;
    // Not within the update that shows them: what is said is an update of its own.
    if (isFollowed && last && !hasLostAll)
      queueMicrotask(() => this.#onNews(news.length, last.author.name ?? undefined));
  }

  hostDisconnected(): void {
    this.#ticketId = '';
  }
}
