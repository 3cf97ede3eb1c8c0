import type {SupportError, SupportErrorCode, SupportErrorInit} from 'isp-support-elements';

type Body = Readonly<Record<string, unknown>>;

/** In seconds. */
const day = 86_400;

const accountCodes: readonly SupportErrorCode[] = ['unauthenticated', 'forbidden', 'gone'];
const finalCodes: readonly SupportErrorCode[] = [...accountCodes, 'not_found', 'invalid', 'misconfigured'];

/**
 * A failure of the helpdesk, with the properties of a `SupportError`, by which gateway and elements know it. It has no
 * request, header or URL.
 *
 * It is no `SupportError`: of the package, this entry has the types only, because its code would bring the elements to
 * the server. `implements` keeps the properties alike, and a test what the two make of each response:
 * test/unit/gateway/helpdesk-error.test.ts.
 */
export class HelpdeskError extends Error implements SupportError {
  readonly code: SupportErrorCode;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly serverMessage: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly refusesCursor: boolean;
  readonly refusesToken: boolean;
  readonly path: string | undefined;
  readonly reason: string | undefined;

  constructor(code: SupportErrorCode, init: SupportErrorInit = {}) {
    // Any other error may have an URL or a header in its message: operators log what is thrown.
    super(code, init.cause instanceof HelpdeskError ? {cause: init.cause} : undefined);
    this.code = code;
    this.status = init.status;
    this.requestId = init.requestId;
    this.retryAfter = init.retryAfter === undefined ? undefined : Math.min(Math.max(0, init.retryAfter), day);
    this.serverMessage = init.serverMessage ?? '';
    this.fields = init.fields ?? new Map();
    this.refusesCursor = init.refusesCursor ?? false;
    this.refusesToken = init.refusesToken ?? code === 'unauthenticated';
    this.path = init.path;
    this.reason = init.reason;
  }

  override get name(): 'SupportError' {
    return 'SupportError';
  }

  get refusesAccount(): boolean {
    return accountCodes.includes(this.code);
  }

  get retryable(): boolean {
    return !finalCodes.includes(this.code);
  }
}

/** What a status means: the table of the elements. Every other 4xx is `bad_response`, or `invalid` for a write. */
const codes: Readonly<Record<number, SupportErrorCode>> = {
  400: 'invalid',
  401: 'unauthenticated',
  402: 'forbidden',
  403: 'forbidden',
  404: 'not_found',
  407: 'bad_response',
  408: 'network',
  409: 'conflict',
  410: 'gone',
  413: 'invalid',
  414: 'invalid',
  415: 'invalid',
  421: 'unavailable',
  422: 'invalid',
  423: 'conflict',
  425: 'unavailable',
  426: 'unavailable',
  429: 'rate_limited',
  431: 'invalid',
  451: 'bad_response',
  511: 'bad_response',
};

/** What a response tells of a failure. */
export interface FailedResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined if it is not JSON. */
  readonly body: unknown;
  readonly text: string;
  readonly isWrite: boolean;
  /** What the adapter makes of the body. */
  readonly readProblem?: ((body: unknown) => unknown) | undefined;
}

/** Codes that a proxy or a firewall cannot give. */
const verdicts: readonly SupportErrorCode[] = [...accountCodes, 'not_found', 'conflict', 'invalid'];

/** A page in place of JSON is of a proxy or a firewall, whose refusal says nothing about the customer. */
function codeOf({status, headers, body, text, isWrite}: FailedResponse): SupportErrorCode {
  const other = isWrite ? 'invalid' : 'bad_response';
  const code = codes[status] ?? (status >= 500 ? 'unavailable' : status >= 400 ? other : 'bad_response');
  const isPage = body === undefined && text !== '' && /html/i.test(headers.get('content-type') ?? '');
  if (!isPage || !verdicts.includes(code)) return code;
  return isWrite && code === 'conflict' ? code : other;
}

/** A mistake of an adapter costs the helpdesk's words, and not what the status says. */
function tryRead(readProblem: (body: unknown) => unknown, body: unknown): unknown {
  try {
    return readProblem(body);
  } catch {
    return undefined;
  }
}

export function helpdeskError(response: FailedResponse): HelpdeskError {
  const {status, headers, body, readProblem} = response;
  const code = codeOf(response);
  const problem = readProblem ? tryRead(readProblem, body) : body;
  const isShown = code === codes[status] && (code === 'invalid' || code === 'conflict');
  return new HelpdeskError(code, {
    status,
    requestId: headers.get('x-request-id') ?? undefined,
    retryAfter: retryAfter(headers) ?? secondsOf(property(problem, 'retry_after')),
    serverMessage: isShown ? messageOf(problem) : undefined,
    fields: isShown ? fieldsOf(property(problem, 'errors')) : undefined,
    refusesToken: status === 401,
    ...(code === 'bad_response' && {path: 'status', reason: `unexpected status ${status}`}),
  });
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Body)[name] : undefined;

const lineOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '');

/** Where the text for people is, the best first. */
function messageOf(body: unknown): string {
  const values = ['detail', 'title', 'message', 'error'].map(name => property(body, name));
  return values.map(value => lineOf(value) || lineOf(property(value, 'message'))).find(Boolean) ?? '';
}

/** Reads `[{pointer: '/subject', detail}]`, or `{subject: ['…']}`, which many frameworks send. */
function fieldsOf(errors: unknown): ReadonlyMap<string, string> {
  if (typeof errors !== 'object' || errors === null) return new Map();
  const entries = Array.isArray(errors)
    ? errors.map(error => [lineOf(property(error, 'pointer')).replace(/^[#/]+/, ''), lineOf(property(error, 'detail'))])
    : Object.entries(errors).map(([name, texts]) => [name, [texts].flat().map(lineOf).filter(Boolean).join(' ')]);
  return new Map((entries as [string, string][]).filter(([name, text]) => name && text));
}

const secondsOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** In seconds. A date counts from the server's own clock. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const now = Date.parse(headers.get('date') ?? '') || Date.now();
  // Two proxies make a list.
  const seconds = /^[a-z]/i.test(value)
    ? (Date.parse(value) - now) / 1000
    : Math.max(...value.split(',').map(Number.parseFloat));
  return Number.isNaN(seconds) ? undefined : seconds;
}
