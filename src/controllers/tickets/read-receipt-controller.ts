import type {LitElement, ReactiveController} from 'lit';

import type {Reply} from '../../contract/reply.js';
import type {Thread} from '../../state/cache/ticket-thread.js';
import type {SessionObserver} from '../base/session-observer.js';
import {mailboxOf} from '../../state/create-mailbox.js';

/** The id of the first unread reply: the server counts the operator's newest replies that are unread. */
export function firstUnreadReplyId(replies: readonly Reply[], unreadCount: number): string | undefined {
  const fromOperator = replies.filter(reply => reply.author.kind === 'operator');
  return unreadCount > 0 ? fromOperator[Math.max(0, fromOperator.length - unreadCount)]?.id : undefined;
}

/** Remembers where the unread part of a thread began when it was opened, and tells the server that it has been read. */
export class ReadReceiptController implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionObserver;
  readonly #thread: () => Thread | undefined;
  #openedTicketId = '';
  #markedThread: Thread | undefined;
  #markedWithToken = '';
  /** The first reply that the customer had not seen. */
  firstUnreadId: string | undefined;

  constructor(host: LitElement, session: SessionObserver, thread: () => Thread | undefined) {
    this.#host = host;
    this.#session = session;
    this.#thread = thread;
    host.addController(this);
  }

  hostUpdate(): void {
    const thread = this.#thread();
    if (!thread) return;
    const {id, unreadCount} = thread.ticket;
    // What arrives while the page is hidden is new to the customer who comes back to it.
    const isUnseen = this.#host.ownerDocument.hidden && unreadCount;
    if (this.#openedTicketId === id && !isUnseen) return;
    this.#openedTicketId = id;
    this.firstUnreadId = firstUnreadReplyId(thread.rows, unreadCount ?? 0);
  }

  hostUpdated(): void {
    const thread = this.#thread();
    const {value: session} = this.#session;
    if (!session || !thread?.ticket.unreadCount || this.#host.ownerDocument.hidden) return;
    // Once for each version of the thread and each token: the host renders with every key press.
    if (thread === this.#markedThread && session.accessToken.value === this.#markedWithToken) return;
    this.#markedThread = thread;
    this.#markedWithToken = session.accessToken.value;
    void mailboxOf(session).markRead(thread.ticket.id);
  }

  hostDisconnected(): void {
    this.#openedTicketId = '';
    this.#markedThread = undefined;
  }
}
