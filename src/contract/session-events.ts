import type {SupportError, SupportErrorCode} from './errors.js';

/**
 * The server refuses the token. Answer with a fresh one: `event.respondWith(fetchToken())`. An empty answer and a rejected
 * one say that nobody is signed in any more.
 */
export class TokenExpiredEvent extends Event {
  static readonly type = 'isp-token-expired';
  #answer: Promise<string> | undefined;

  constructor() {
    super(TokenExpiredEvent.type, {bubbles: true, composed: true});
  }

  /** Takes the new token, or the promise of one. The first answer counts; what was refused is then asked for again. */
  respondWith(token: string | PromiseLike<string>): void {
    this.#answer ??= Promise.resolve(token);
  }

  /** The host's answer, if it gave one. */
  get answer(): Promise<string> | undefined {
    return this.#answer;
  }
}

/** The number of unread operator replies, once at the start and then whenever it changes. */
export class UnreadChangeEvent extends Event {
  static readonly type = 'isp-unread-change';
  readonly total: number;

  constructor(total: number) {
    super(UnreadChangeEvent.type, {bubbles: true, composed: true});
    this.total = total;
  }
}

/** A customer opens a link that stands in a ticket. Cancel it to open the link yourself, as an app does. */
export class LinkOpenEvent extends Event {
  static readonly type = 'isp-link-open';
  readonly href: string;

  constructor(href: string) {
    super(LinkOpenEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.href = href;
  }
}

/**
 * The element shows what it was asked for, or why it cannot. Fired once. That there is neither a token nor a provider counts
 * as a reason only when the page's own scripts have run, and a task has passed since the element came.
 */
export class ReadyEvent extends Event {
  static readonly type = 'isp-ready';

  constructor() {
    super(ReadyEvent.type, {bubbles: true, composed: true});
  }
}

/** Something failed, and the customer has been told. For the portal's own records. */
export class SupportErrorEvent extends Event {
  static readonly type = 'isp-error';
  readonly code: SupportErrorCode;
  /** The HTTP status, where there was one. */
  readonly status: number | undefined;
  /** The server's `X-Request-Id`, where it sent one. */
  readonly requestId: string | undefined;
  readonly retryable: boolean;

  constructor(error: SupportError) {
    super(SupportErrorEvent.type, {bubbles: true, composed: true});
    this.code = error.code;
    this.status = error.status;
    this.requestId = error.requestId;
    this.retryable = error.retryable;
  }
}

declare global {
  interface HTMLElementEventMap {
    [TokenExpiredEvent.type]: TokenExpiredEvent;
    [UnreadChangeEvent.type]: UnreadChangeEvent;
    [LinkOpenEvent.type]: LinkOpenEvent;
    [ReadyEvent.type]: ReadyEvent;
    [SupportErrorEvent.type]: SupportErrorEvent;
  }
}
