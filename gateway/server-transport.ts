import type {Transport, TransportRequest, TransportResponse} from 'isp-support-elements';
import {HelpdeskError, helpdeskError} from './helpdesk-error.js';
import {whenAborted} from './when-aborted.js';

/** Options of `serverTransport`. */
export interface ServerTransportOptions {
  /** The address of the helpdesk's API. Nothing is sent elsewhere. */
  readonly baseUrl: string | URL;
  /**
   * The credential of the helpdesk. A function is called for each request, and once more after a 401, with `true`: if
   * the token that it returns then is another one, the request is sent again. The adapter decides in which header it is
   * sent: `Authorization: Bearer …` by default. None by default.
   */
  readonly token?: string | ((isRefused: boolean) => string | Promise<string>);
  /** Headers of every request, such as the key of an API that wants one in a header of its own. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Seconds that each attempt may take, with its body. 10 by default: less than those of the gateway. */
  readonly timeout?: number;
  /** Replaces `fetch`. Its second argument has the signal of the request. */
  readonly fetch?: (request: Request, options: {readonly signal: AbortSignal}) => Promise<Response>;
}

const bearer = (token: string): Readonly<Record<string, string>> => ({Authorization: `Bearer ${token}`});

/** Would lead to another path than the adapter means: https://url.spec.whatwg.org/#double-dot-path-segment */
const otherPath = /(?:^|\/)(?:\.|%2e){1,2}(?:[/?#]|$)|[\\\s]/i;

/**
 * Sends the requests of an adapter from the gateway to the helpdesk, as the transport of the elements does from a page:
 * with a time limit, to no other address, and with the same codes for failures. Responses are not cached. What it
 * rejects with has no request, URL, header or key, so it can be logged.
 */
export function serverTransport(options: ServerTransportOptions): Transport {
  const {token = '', headers = {}, timeout = 10, fetch: send = globalThis.fetch} = options;
  const baseUrl = baseUrlOf(options.baseUrl);
  const tokenOf = async (isRefused: boolean): Promise<string> => (typeof token === 'string' ? token : token(isRefused));

  async function attempt(url: string, request: TransportRequest, withToken: string): Promise<TransportResponse> {
    const {method = 'GET', readProblem, signal} = request;
    try {
      const {response, text} = await withTimeLimit(timeout, signal, async limit => {
        // In Node, the copy that `fetch` makes of a request forgets the signal of the request:
        // https://github.com/nodejs/undici/issues/4068
        const response = await send(toRequest(url, request, withToken, limit), {signal: limit});
        return {response, text: await response.text()};
      });
      const {status, headers: received} = response;
      const body = jsonOf(text);
      if (status >= 200 && status < 300) return {status, headers: received, body: body ?? text};
      throw helpdeskError({status, headers: received, body, text, isWrite: method !== 'GET', readProblem});
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof HelpdeskError ? error : new HelpdeskError('network');
    }
  }

  function toRequest(url: string, request: TransportRequest, withToken: string, signal: AbortSignal): Request {
    const {method = 'GET', body, authorize = bearer} = request;
    return new Request(url, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body !== undefined && {'Content-Type': 'application/json'}),
        ...headers,
        ...request.headers,
        ...(withToken && authorize(withToken)),
      },
      ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
      signal,
      // A redirect could lead to another host, with the key.
      redirect: 'manual',
    });
  }

  async function attemptTwice(url: string, request: TransportRequest): Promise<TransportResponse> {
    const withToken = await tokenOf(false);
    try {
      return await attempt(url, request, withToken);
    } catch (error) {
      const failure = error as HelpdeskError;
      request.signal.throwIfAborted();
      if (failure.refusesToken && typeof token === 'function') {
        const other = await tokenOf(true);
        if (other !== withToken) return attempt(url, request, other);
      }
      if (isWorthAnother(failure, request)) return attempt(url, request, withToken);
      throw failure;
    }
  }

  return {
    baseUrl,
    async request(path, request) {
      return attemptTwice(urlOf(baseUrl, path, request), request);
    },
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Known by its shape.
    error: (code, init) => new HelpdeskError(code, init),
  };
}

/**
 * Aborts a task, and rejects at once, when the time is over or the signal is aborted. The timer and the listener keep
 * the controller from being garbage collected, which can happen to the signals of `AbortSignal.any()` and
 * `AbortSignal.timeout()`. The task may ignore its signal.
 */
async function withTimeLimit<Value>(
  seconds: number,
  signal: AbortSignal,
  task: (limit: AbortSignal) => Promise<Value>,
): Promise<Value> {
  signal.throwIfAborted();
  const aborter = new AbortController();
  const abort = (): void => aborter.abort();
  const timer = setTimeout(abort, seconds * 1000);
  signal.addEventListener('abort', abort);
  try {
    return await Promise.race([task(aborter.signal), whenAborted(aborter.signal)]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  }
}

/** A GET is repeated once, unless the helpdesk asks to wait. */
const isWorthAnother = ({code, retryAfter}: HelpdeskError, {method = 'GET'}: TransportRequest): boolean =>
  method === 'GET' && (code === 'network' || code === 'unavailable') && retryAfter === undefined;

function baseUrlOf(address: string | URL): string {
  const text = String(address);
  if (!URL.canParse(text)) throw new TypeError('serverTransport: baseUrl is not an absolute URL');
  const {protocol, username, password, search, hash, origin, pathname} = new URL(text);
  if (!/^https?:$/.test(protocol)) throw new TypeError('serverTransport: baseUrl has to begin with https: or http:');
  // They would be in every message about the URL.
  if (username || password || search || hash) {
    throw new TypeError('serverTransport: baseUrl must have no user, password, query or hash');
  }
  return `${origin}${pathname.replace(/\/*$/, '/')}`;
}

function urlOf(baseUrl: string, path: string, {query}: TransportRequest): string {
  if (otherPath.test(path)) throw new HelpdeskError('not_found');
  const search = new URLSearchParams(query).toString();
  const url = `${baseUrl}${path}${search && `?${search}`}`;
  if (!URL.canParse(url) || !new URL(url).href.startsWith(baseUrl)) throw new HelpdeskError('not_found');
  return url;
}

/** The JSON of a text, whose objects have no prototype. Undefined if it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? (Object.setPrototypeOf(value, null) as unknown)
        : value,
    );
  } catch {
    return undefined;
  }
}
