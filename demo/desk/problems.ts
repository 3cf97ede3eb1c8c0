const types = 'https://isp-tickets.dev/problems';

export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
}

interface ProblemOptions {
  detail?: string;
  headers?: Record<string, string>;
  errors?: FieldError[];
  retryAfter?: number;
}

/** An error response, which any code of the desk may throw. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    title: string,
    readonly options: ProblemOptions = {},
  ) {
    super(title);
  }

  /** A problem document (RFC 9457). `error` repeats the title, because many ISP front ends read only that field. */
  toResponse(): Response {
    const {detail, headers, errors, retryAfter} = this.options;
    const body = {
      type: `${types}/${this.slug}`,
      title: this.message,
      status: this.status,
      ...(detail !== undefined && {detail}),
      error: this.message,
      ...(retryAfter !== undefined && {retry_after: retryAfter}),
      ...(errors && {errors}),
    };
    return new Response(JSON.stringify(body), {
      status: this.status,
      headers: {
        'Content-Type': 'application/problem+json',
        ...(retryAfter !== undefined && {'Retry-After': String(retryAfter)}),
        ...headers,
      },
    });
  }
}

export const unauthenticated = (challenge: string, detail: string) =>
  new Problem(401, 'unauthenticated', 'A valid token is needed', {detail, headers: {'WWW-Authenticate': challenge}});

export const forbidden = () => new Problem(403, 'forbidden', 'Support tickets are not available for this account');

export const notFound = () => new Problem(404, 'not-found', 'No such ticket');

export const noSuchAddress = () => new Problem(404, 'no-such-address', 'Nothing is served here');

export const accountGone = () => new Problem(410, 'account-gone', 'This account no longer exists');

export const badCursor = () =>
  new Problem(400, 'bad-cursor', 'The cursor cannot be used', {detail: 'Start again from the first page.'});

export const badRequest = (detail: string) => new Problem(400, 'bad-request', 'The request cannot be read', {detail});

export const stillRunning = (retryAfter = 1) =>
  new Problem(409, 'still-running', 'The first request with this Idempotency-Key is still running', {retryAfter});

export const keyReused = () =>
  new Problem(422, 'idempotency-key-reused', 'This Idempotency-Key was used with another body');

export const replyNotAllowed = () =>
  new Problem(409, 'reply-not-allowed', 'This ticket takes no more replies', {detail: 'Please open a new ticket.'});

export const tooLarge = () => new Problem(413, 'too-large', 'The text is too long');

export const invalid = (title: string, errors: FieldError[]) => new Problem(422, 'invalid', title, {errors});

export const rateLimited = (retryAfter: number) => new Problem(429, 'rate-limited', 'Too many requests', {retryAfter});

export const unavailable = (status: number, retryAfter?: number) =>
  new Problem(status, 'unavailable', 'Support is not available at the moment', {
    ...(retryAfter !== undefined && {retryAfter}),
  });
