import {SupportError} from '../contract/errors.js';
import {LruMap} from '../internal/lru-map.js';
import {nullProto} from '../internal/null-proto.js';
import {safeJsonParse} from '../internal/safe-json-parse.js';
import {yieldToMain} from '../internal/yield-to-main.js';
import {isConnectionUp} from './connectivity-probe.js';
import {readEvents} from './event-stream.js';
import {responseError, toSupportError} from './http-errors.js';
import {toRequest, urlOf, type HttpRequest, type TextResponse} from './http-request.js';
import {isTransient, KyClient} from './ky-client.js';

/** Authenticates requests: all that the HTTP client knows of tokens. */
export interface RequestAuth {
  /**
   * Makes a request with the current token. If the server refuses the token, renews it and makes the request again: a
   * request that was refused has not been carried out.
   */
  withToken<Output>(request: (token: string) => Promise<Output>, signal: AbortSignal): Promise<Output>;
}

export interface HttpOptions {
  /** Replaces the page's `fetch`. */
  readonly fetch?: typeof fetch | undefined;
  /**
   * The origin of the page's own server, which tells whether the device is connected if this server does not answer.
   */
  readonly probeOrigin?: string | undefined;
  /** Whether each request is printed on the console. */
  readonly isDebugging?: () => boolean;
}

/** What the client needs of a schema of the contract. */
interface Schema<Output> {
  safeParse(body: unknown): SafeParseResult<Output>;
}

/** A failed result has no `data` of its own: reading it would read what a page has put on `Object.prototype`. */
type SafeParseResult<Output> = {readonly success: true; readonly data: Output} | {readonly success: false};

interface Validated {
  readonly etag: string;
  readonly value: unknown;
}

/** How long an attempt may take whose request has no body. */
const responseTimeoutMs = 15_000;

/** How much longer it may take for each character that has to be sent first: 4 kB a second is a bad line. */
const uploadTimeoutMsPerCharacter = 0.25;

/** From this length on, in characters, parsing and checking are tasks that block the page for longer than 50 ms. */
const longText = 1_000_000;

/** Requests to one server for one customer: adds the token, the validators and the parsing to what `KyClient` sends. */
export class Http {
  readonly #address: string;
  readonly #auth: RequestAuth;
  readonly #client: KyClient;
  readonly #probeOrigin: string | undefined;
  /** Responses by URL. In memory, so that a shared device keeps no ticket on its disk. */
  readonly #validated = new LruMap<Validated>(40);
  #probe: Promise<boolean> | undefined;
  /** Whether the last request has failed as in an outage. Only the first failure is retried here. */
  #isServerFailing = false;

  constructor(address: string, auth: RequestAuth, {fetch, probeOrigin, isDebugging}: HttpOptions = {}) {
    this.#address = address;
    this.#auth = auth;
    this.#client = new KyClient(fetch, isDebugging);
    // If the page comes from the same server, its answer would tell nothing more.
    this.#probeOrigin = probeOrigin && address.startsWith(`${probeOrigin}/`) ? undefined : probeOrigin;
  }

  /** Returns the parsed body. A response that breaks the contract is a `bad_response`, never half a ticket. */
  async json<Output>(options: HttpRequest, schema: Schema<Output>): Promise<Output> {
    // A request that has no method or body of its own must not get one from a polluted `Object.prototype`.
    const request = nullProto(options);
    const url = urlOf(request, this.#address);
    const known = request.method ? undefined : this.#validated.get(url);
    const {status, headers, text} = await this.#request(nullProto({...request, etag: known?.etag}));
    if (status === 304 && known) return known.value as Output;
    const body = /\bjson\b/.test(headers.get('content-type') ?? '') ? safeJsonParse(text) : undefined;
    if (text.length > longText) await yieldToMain();
    const result = schema.safeParse(body);
    if (text.length > longText) await yieldToMain();
    if (!result.success) throw new SupportError('bad_response');
    const value = result.data;
    const etag = request.method ? null : headers.get('etag');
    if (etag) this.#validated.set(url, {etag, value});
    return value;
  }

  /** Sends a request whose response has no content. */
  async send(request: HttpRequest): Promise<void> {
    await this.#request(nullProto(request));
  }

  /** Listens to the server's events until the server ends the stream. */
  async listen(request: HttpRequest, onData: (data: string) => void): Promise<void> {
    const {signal} = request;
    const read = (token: string): Promise<void> =>
      readEvents(each => this.#client.exchange(each), this.#outgoing(nullProto(request), token), signal, onData);
    await this.#auth.withToken(read, signal);
  }

  async #request(request: HttpRequest): Promise<TextResponse> {
    const {signal} = request;
    try {
      const response = await this.#auth.withToken(token => this.#sendWith(token, request), signal);
      this.#isServerFailing = false;
      return response;
    } catch (error) {
      // An abort is not a failure: the caller does not need the response any more.
      signal.throwIfAborted();
      const failure = toSupportError(error);
      this.#isServerFailing = isTransient(failure);
      const isServerDown = failure.code === 'network' && failure.status === undefined && (await this.#isConnectionUp());
      signal.throwIfAborted();
      throw isServerDown ? new SupportError('unavailable') : failure;
    }
  }

  #sendWith(token: string, request: HttpRequest): Promise<TextResponse> {
    const {method = 'GET', body = '', signal} = request;
    return this.#client.send({
      url: urlOf(request, this.#address),
      method,
      isServerFailing: this.#isServerFailing,
      toRequest: this.#outgoing(request, token),
      read: response => readText(response, method !== 'GET'),
      timeout: responseTimeoutMs + body.length * uploadTimeoutMsPerCharacter,
      signal,
    });
  }

  /** Requests that fail at the same time share one probe. */
  async #isConnectionUp(): Promise<boolean> {
    if (!this.#probeOrigin) return false;
    this.#probe ??= isConnectionUp(this.#client, this.#probeOrigin).finally(() => (this.#probe = undefined));
    return this.#probe;
  }

  #outgoing(request: HttpRequest, token: string): (signal: AbortSignal) => Request {
    return signal => toRequest(request, this.#address, token, signal);
  }
}

async function readText(response: Response, isWrite: boolean): Promise<TextResponse> {
  const {status, headers} = response;
  const whole: TextResponse = {status, headers, text: await response.text()};
  if ((status >= 200 && status < 300) || status === 304) return whole;
  throw responseError(whole, isWrite);
}
