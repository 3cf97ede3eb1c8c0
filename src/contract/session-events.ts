import type {SupportError, SupportErrorCode} from './errors.js';

/**
 * Fired when the server rejects the token and no `tokenProvider` is set. Supply a new token with
 * `event.respondWith(fetchToken())`. An empty string or a rejected promise means that the user has signed out.
 */
export class TokenExpiredEvent extends Event {
  static readonly type = 'isp-token-expired';
  #answer: Promise<string> | undefined;

  constructor() {
    super(TokenExpiredEvent.type, {bubbles: true, composed: true});
  }

  /**
   * Supplies a new token or a promise of one, after which the rejected requests are sent again. Only the first call
   * counts.
   */
  respondWith(token: string | PromiseLike<string>): void {
    this.#answer ??= Promise.resolve(token);
  }

  /** The promise of the first `respondWith()` call, if there was one. */
  get answer(): Promise<string> | undefined {
    return this.#answer;
  }
}

/** Fired once at start and whenever the number of unread replies changes. */
export class UnreadChangeEvent extends Event {
  static readonly type = 'isp-unread-change';
  /** Number of unread operator replies in all tickets. */
  readonly total: number;

  constructor(total: number) {
    super(UnreadChangeEvent.type, {bubbles: true, composed: true});
    this.total = total;
  }
}

/**
 * Fired when the customer opens a link in a message. Cancel it to open the link yourself, for example in a native app.
 */
export class LinkOpenEvent extends Event {
  static readonly type = 'isp-link-open';
  /** Absolute URL of the link. */
  readonly href: string;

  constructor(href: string) {
    super(LinkOpenEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.href = href;
  }
}

/**
 * Fired when the customer presses *Sign in*, which is shown if `sign-in-url` is set and the customer is not signed in
 * or the session has ended. Cancel it to sign the customer in yourself, for example in a dialog.
 */
export class SignInEvent extends Event {
  static readonly type = 'isp-sign-in';

  constructor() {
    super(SignInEvent.type, {bubbles: true, composed: true, cancelable: true});
  }
}

/**
 * Fired once, when the element first shows its content or the reason why it cannot: in failure too, after `isp-error`.
 * If no token or no `api-base` is set, the element waits until the scripts of the page have run before it says so.
 */
export class ReadyEvent extends Event {
  static readonly type = 'isp-ready';

  constructor() {
    super(ReadyEvent.type, {bubbles: true, composed: true});
  }
}

/**
 * Fired after a failure has been shown to the customer, for logging and monitoring. Also fired, with `path` and
 * `reason`, for each kind of flaw in the responses of the server: the customer sees nothing of a flaw that the elements
 * can do without.
 */
export class SupportErrorEvent extends Event {
  static readonly type = 'isp-error';
  /** Reason for the failure. */
  readonly code: SupportErrorCode;
  /** HTTP status code, if there was a response. */
  readonly status: number | undefined;
  /** Value of the `X-Request-Id` response header, if there was one. */
  readonly requestId: string | undefined;
  /** Whether a retry may succeed. */
  readonly retryable: boolean;
  /**
   * What `tokenProvider` has thrown, or an `Error` whose message says what the page has to set up. It stays within the
   * page: the elements neither send nor store it.
   */
  readonly cause: unknown;
  /**
   * Where the response breaks the contract, such as `data.1.reply_count` or `content-type`. If `misconfigured`, the
   * attribute that has no effect, such as `tokenprovider`.
   */
  readonly path: string | undefined;
  /** How it does, such as `items instead of data`. Contains no value of the response. */
  readonly reason: string | undefined;

  constructor(error: SupportError) {
    super(SupportErrorEvent.type, {bubbles: true, composed: true});
    this.code = error.code;
    this.status = error.status;
    this.requestId = error.requestId;
    this.retryable = error.retryable;
    this.cause = error.cause;
    this.path = error.path;
    this.reason = error.reason;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [TokenExpiredEvent.type]: TokenExpiredEvent;
    [UnreadChangeEvent.type]: UnreadChangeEvent;
    [LinkOpenEvent.type]: LinkOpenEvent;
    [SignInEvent.type]: SignInEvent;
    [ReadyEvent.type]: ReadyEvent;
    [SupportErrorEvent.type]: SupportErrorEvent;
  }
}
