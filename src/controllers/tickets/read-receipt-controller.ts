import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Reply} from '../../contract/reply.js';
import type {Session} from '../../state/session.js';
import type {Thread} from '../../state/cache/ticket-thread.js';

/** Where unread replies begin: as many operator replies from the end as the server says are unread. */
export function firstUnread(replies: readonly Reply[], unread: number): string | undefined {
  const fromOperator = replies.filter(reply => reply.author.kind === 'operator');
  return unread > 0 ? fromOperator[Math.max(0, fromOperator.length - unread)]?.id : undefined;
}

/** Remembers where a thread was unread when it was opened, and tells the server once it has been seen. */
export class UnreadLineController implements ReactiveController {
  readonly #session: () => Session | undefined;
  readonly #thread: () => Thread | undefined;
  #openedId = '';
  #told: Thread | undefined;
  #toldBy = '';
  /** The first reply that the customer had not seen. */
  newFrom: string | undefined;

  constructor(host: ReactiveControllerHost, session: () => Session | undefined, thread: () => Thread | undefined) {
    this.#session = session;
    this.#thread = thread;
    host.addController(this);
  }

  hostUpdate(): void {
    const thread = this.#thread();
    if (!thread || this.#openedId === thread.ticket.id) return;
    this.#openedId = thread.ticket.id;
    this.newFrom = firstUnread(thread.rows, thread.ticket.unreadCount ?? 0);
  }

  hostUpdated(): void {
    const thread = this.#thread();
    const session = this.#session();
    if (!session || !thread?.ticket.unreadCount || document.hidden) return;
    // Once for each state of the thread, and each token: the host is drawn again with each key that is pressed.
    if (thread === this.#told && session.access.token === this.#toldBy) return;
    this.#told = thread;
    this.#toldBy = session.access.token;
    void session.markRead(thread.ticket.id);
  }

  hostDisconnected(): void {
    this.#openedId = '';
    this.#told = undefined;
  }
}
