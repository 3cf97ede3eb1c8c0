import ky, {type KyInstance, type Options} from 'ky';

import {SupportError} from '../contract/errors.js';
import {nullProto} from '../internal/null-proto.js';
import {untilAborted} from '../internal/until-aborted.js';
import {toSupportError} from './http-errors.js';

export interface SendOptions<Output> {
  readonly url: string;
  /** Only GET is retried: whether a write that failed has arrived is for the outbox to find out. */
  readonly method: string;
  /** Not retried: the server is known to fail, and the session retries with its own back-off. */
  readonly isServerFailing?: boolean;
  /** Makes the request that leaves the page. Called once for each attempt. */
  readonly toRequest: (signal: AbortSignal) => Request;
  /** Reads the response to its end. Throws if it is not a success. */
  readonly read: (response: Response) => Promise<Output>;
  /** How long one attempt may take, the response's body included, in milliseconds. */
  readonly timeout: number;
  /** An abort rejects at once, even if the page's own fetch ignores signals. */
  readonly signal: AbortSignal;
}

const unset = (names: string): object => Object.fromEntries(names.split(' ').map(name => [name, undefined]));

/*
 * ky 1.14 merges its options into plain objects and passes the result to `Request`, so that whatever a page has put on
 * `Object.prototype` under the name of an option counts as one. What we do about that:
 *
 * - Every option that ky or `Request` reads is set here, if only to undefined. `searchParams` is the exception: ky
 *   drops the key if its value is undefined.
 * - Options go to ky in objects without a prototype, and the signal in a `Request`: ky would also read `headers` and
 *   `signal` of a URL, and it assigns a signal among the options, which fails if the page's is read-only.
 * - No hooks: ky joins ours with those on `Object.prototype` (`original[property] ?? []`), and the page's would run
 *   first. Hooks that are undefined in the last options of a call are dropped, the page's with them.
 * - No headers and no body: they are only in the request that `fetch` makes, which never comes from ky's options. ky's
 *   own `Request`, whose URL may end with the page's `searchParams`, never leaves.
 *
 * What remains: a read-only `headers`, `hooks`, `json` or `retry` on `Object.prototype` makes ky throw when it assigns
 * a property of that name, and nothing is sent. A `signal` that is none makes `addEventListener` with options throw,
 * and nothing is retried. After a timeout, ky copies its own `Request` with a plain object: a page's `method` or `body`
 * can cost a retry. And when ky loads, it makes a `Request` from a plain object, which throws if the page has put an
 * invalid `mode`, `cache`, `signal` or the like there. The page's own `fetch` with options fails then, too.
 */
const unsetOptions = unset(
  'json parseJson stringifyJson prefixUrl context onDownloadProgress onUploadProgress headers body mode credentials ' +
    'cache redirect referrer referrerPolicy integrity keepalive signal window duplex priority attributionReporting ' +
    'browsingTopics adAuctionHeaders privateToken sharedStorageWritable targetAddressSpace',
);
const unsetRetryOptions = unset('methods statusCodes afterStatusCodes maxRetryAfter backoffLimit retryOnTimeout');
const unsetHooks = nullProto(unset('beforeRequest beforeRetry beforeError afterResponse'));

const createInstance = (): KyInstance =>
  ky.create(
    nullProto<Options>({
      ...unsetOptions,
      // `read` throws an error of ours: ky's holds the URL and the headers.
      throwHttpErrors: false,
      retry: nullProto({
        ...unsetRetryOptions,
        limit: 1,
        delay: () => 600,
        // Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
        jitter: true,
        // A boolean replaces ky's own rules, which wait for any `Retry-After` however long it is.
        shouldRetry: ({error}: {error: Error}) => isTransient(toSupportError(error)),
      }),
    }),
  );

/**
 * Whether a retry may succeed. If the server says when, the session retries: it shows the customer how long that takes.
 */
export const isTransient = ({code, retryAfter}: SupportError): boolean =>
  (code === 'network' || code === 'unavailable') && retryAfter === undefined;

function toOutput<Output>(outcome: PromiseSettledResult<Output> | undefined): Output {
  if (outcome?.status === 'fulfilled') return outcome.value;
  throw toSupportError(outcome?.reason);
}

/** Sends requests by ky: timeout, retries with exponential back-off, abort. */
export class KyClient {
  readonly #hostFetch: typeof fetch | undefined;
  readonly #isDebugging: () => boolean;
  /** One for each client. Created by `send`, which converts what ky throws. */
  #ky: KyInstance | undefined;

  constructor(hostFetch?: typeof fetch, isDebugging = () => false) {
    this.#hostFetch = hostFetch;
    this.#isDebugging = isDebugging;
  }

  /** The page's fetch is read at each call, because pages replace it after this file has loaded. */
  get fetch(): typeof fetch {
    return this.#hostFetch ?? globalThis.fetch;
  }

  /**
   * Sends one request. If the page's developer debugs, the console says what became of it: nothing of the headers, the
   * query and the bodies, which hold the token and what people write.
   */
  async fetchLogged(request: Request, retries = 0): Promise<Response> {
    const {fetch} = this as {readonly fetch: typeof globalThis.fetch | undefined};
    // Otherwise, the customer would be told to check the connection.
    if (!fetch) throw new SupportError('misconfigured', {cause: new Error('the page has no fetch')});
    const start = Date.now();
    const print = (outcome: string): void => {
      const {method, url} = request;
      const attempt = retries > 0 ? `, retry ${retries}` : '';
      // eslint-disable-next-line no-console -- The page's developer has asked for it.
      console.info(
        `isp-support-elements: ${method} ${new URL(url).pathname} ${outcome}, ${Date.now() - start} ms${attempt}`,
      );
    };
    if (!this.#isDebugging()) return fetch(request);
    try {
      const response = await fetch(request);
      const {status, headers} = response;
      print([status, status === 304 && 'from the cache', headers.get('x-request-id')].filter(Boolean).join(', '));
      return response;
    } catch (error) {
      print('no response');
      throw error;
    }
  }

  async send<Output>({
    url,
    method,
    isServerFailing,
    toRequest,
    read,
    timeout,
    signal,
  }: SendOptions<Output>): Promise<Output> {
    signal.throwIfAborted();
    /** Of the last attempt, once it is over. */
    let outcome: PromiseSettledResult<Output> | undefined;
    let attempt = new AbortController();
    let isOver = false;
    let retries = 0;
    // ky's timeout ends with the promise of its `fetch`, so this one ends with the body.
    const fetchWhole = async (): Promise<Response> => {
      if (isOver) return new Response();
      // ky aborts an attempt that has timed out only in browsers that have `AbortSignal.any`.
      attempt.abort();
      attempt = new AbortController();
      outcome = undefined;
      const attempted = this.fetchLogged(toRequest(attempt.signal), retries++).then(read);
      [outcome] = await Promise.allSettled([attempted]);
      if (outcome.status === 'rejected') throw outcome.reason;
      return new Response();
    };
    const once = (method !== 'GET' || isServerFailing) && {retry: 0};
    const options: Options = {method, hooks: unsetHooks, fetch: fetchWhole, timeout, ...once};
    try {
      this.#ky ??= createInstance();
      await untilAborted(this.#ky(new Request(url, nullProto({method, signal})), nullProto(options)), signal);
    } catch (error) {
      signal.throwIfAborted();
      // In Firefox, whose requests have no `body`, ky cancels that of `Object.prototype` after the last attempt.
      outcome ??= {status: 'rejected', reason: error};
    } finally {
      isOver = true;
      attempt.abort();
    }
    return toOutput(outcome);
  }
}
