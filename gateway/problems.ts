const types = 'https://isp-tickets.dev/problems';

export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

interface ProblemInit {
  readonly detail?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  /** In seconds, as a helpdesk or a backend says. */
  readonly retryAfter?: unknown;
}

/** A response with an error: a problem document (https://www.rfc-editor.org/rfc/rfc9457). */
export class Problem extends Error {
  readonly status: number;
  readonly slug: string;
  readonly init: ProblemInit;

  constructor(status: number, slug: string, title: string, init: ProblemInit = {}) {
    super(title);
    this.status = status;
    this.slug = slug;
    this.init = init;
  }

  toResponse(): Response {
    const {detail, headers, errors} = this.init;
    const retryAfter = wholeSeconds(this.init.retryAfter);
    const body = {
      type: `${types}/${this.slug}`,
      title: this.message,
      status: this.status,
      ...(detail && {detail}),
      error: this.message,
      ...(retryAfter !== undefined && {retry_after: retryAfter}),
      ...(errors && {errors}),
    };
    return new Response(JSON.stringify(body), {
      status: this.status,
      headers: {
        'Content-Type': 'application/problem+json',
        ...(retryAfter !== undefined && {'Retry-After': `${retryAfter}`}),
        ...headers,
      },
    });
  }
}

/** In a day at most. Undefined for what is no time: the header has digits only. */
function wholeSeconds(seconds: unknown): number | undefined {
  const whole = Math.ceil(Number(seconds ?? NaN));
  return whole === whole ? Math.min(Math.max(0, whole), 86_400) : undefined;
}

export const badRequest = (detail: string): Problem =>
  new Problem(400, 'bad-request', 'The request cannot be read', {detail});

export const notServed = (): Problem => new Problem(404, 'no-such-address', 'Nothing is served here');

export const invalid = (title: string, errors: readonly FieldError[]): Problem =>
  new Problem(422, 'invalid', title, {errors});

export const unauthenticated = (detail: string, error = ''): Problem =>
  new Problem(401, 'unauthenticated', 'A valid token is needed', {
    detail,
    headers: {'WWW-Authenticate': error ? `Bearer error="${error}", error_description="${detail}"` : 'Bearer'},
  });

export const unavailable = (status: number, retryAfter?: unknown): Problem =>
  new Problem(status, 'unavailable', 'Support is not available at the moment', {retryAfter});

interface ErrorShape {
  readonly code?: unknown;
  readonly retryAfter?: unknown;
  readonly serverMessage?: string | undefined;
  readonly fields?: ReadonlyMap<string, string> | Readonly<Record<string, string>>;
  readonly refusesCursor?: boolean | undefined;
}

type ToProblem = (error: ErrorShape) => Problem;

/** What the codes of a `SupportError` mean for a request. */
const byCode: Readonly<Record<string, ToProblem>> = {
  forbidden: () => new Problem(403, 'forbidden', 'Support tickets are not available for this account'),
  // Always the same words: another customer's ticket must look like none.
  not_found: () => new Problem(404, 'not-found', 'No such ticket'),
  gone: () => new Problem(410, 'account-gone', 'This account no longer exists'),
  conflict: ({serverMessage, retryAfter}) =>
    new Problem(409, 'reply-not-allowed', 'This ticket takes no more replies', {detail: serverMessage, retryAfter}),
  rate_limited: ({retryAfter}) =>
    new Problem(429, 'rate-limited', 'Too many requests', {retryAfter: wholeSeconds(retryAfter) ?? 30}),
  unavailable: ({retryAfter}) => unavailable(503, retryAfter),
  network: () => unavailable(502),
  bad_response: () => unavailable(502),
  // The helpdesk has refused the credential of the gateway. A 401 would sign the customer out of the portal.
  unauthenticated: () => unavailable(502),
  invalid({refusesCursor, serverMessage, fields}) {
    if (refusesCursor) {
      return new Problem(400, 'bad-cursor', 'The cursor cannot be used', {detail: 'Start again from the first page.'});
    }
    const entries = fields instanceof Map ? [...fields] : Object.entries(Object(fields) as object);
    const errors = entries.map(([name, detail]) => ({pointer: `/${name}`, code: 'invalid', detail: String(detail)}));
    return new Problem(422, 'invalid', serverMessage || 'Some fields cannot be accepted', {errors});
  },
};

/** Codes after which it is certain that a write was not executed. */
const refusals: readonly unknown[] = ['forbidden', 'not_found', 'gone', 'conflict', 'rate_limited', 'invalid'];

export const isRefusal = (error: unknown): boolean =>
  error instanceof Problem ? error.status < 500 : refusals.includes((Object(error) as ErrorShape).code);

/** Whether a failure is one that the operator needs to know about. */
export const isFault = (error: unknown): boolean => !isRefusal(error);

/** The response to what a backend has thrown, of which nothing but the known properties is told. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const shape = Object(error) as ErrorShape;
  if (shape.refusesCursor) return (byCode['invalid'] as ToProblem)(shape);
  const isKnown = typeof shape.code === 'string' && Object.hasOwn(byCode, shape.code);
  if (isKnown) return (byCode[shape.code] as ToProblem)(shape);
  const {name} = shape as {readonly name?: string};
  return unavailable(name === 'TimeoutError' || name === 'AbortError' ? 504 : 500);
}
