import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Thread} from '../state/ticket-thread.js';

/** Tells of each reply that arrives while its host shows the thread, once; never of those that were there, or came from an earlier page. */
export class NewsController implements ReactiveController {
  readonly #thread: () => Thread | undefined;
  readonly #onNews: (count: number, author: string | undefined) => void;
  #ticketId = '';
  #lastId: string | undefined;

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
    const lastId = rows[rows.length - 1]?.id;
    if (lastId === this.#lastId && ticket.id === this.#ticketId) return;
    const known = rows.findIndex(({id}) => id === this.#lastId);
    const news = rows.slice(known + 1).filter(({author}) => author.kind !== 'customer');
    const last = news[news.length - 1];
    const isFollowed = ticket.id === this.#ticketId;
    this.#ticketId = ticket.id;
    this.#lastId = lastId;
    // Not within the update that shows them: what is said is an update of its own.
    if (isFollowed && last) queueMicrotask(() => this.#onNews(news.length, last.author.name ?? undefined));
  }

  hostDisconnected(): void {
    this.#ticketId = '';
  }
}
