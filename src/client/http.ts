import {SupportError} from '../contract/errors.js';
import {readTolerantly, type Flaw} from '../contract/flaws.js';
import {isObject, rowsIn, type JsonObject} from '../contract/primitives.js';
import {isFailure, problemOf} from '../contract/problem.js';
import type {TransportResponse} from '../contract/transport.js';
import {LruMap} from '../internal/lru-map.js';
import {nullProto} from '../internal/null-proto.js';
import {safeJsonParse} from '../internal/safe-json-parse.js';
import {yieldToMain} from '../internal/yield-to-main.js';
import {isConnectionUp} from './connectivity-probe.js';
import {readEvents} from './event-stream.js';
import {mediaTypeFlaw, responseError, toSupportError} from './http-errors.js';
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
  /**
   * Is told, once for each kind, how responses break the contract. The error is for the page's developer: unless it is
   * also thrown, the response could be read.
   */
  readonly onFlaw?: ((error: SupportError, isTolerated: boolean) => void) | undefined;
}

type Schema<Output> = Parameters<typeof readTolerantly<Output>>[0];

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
  readonly #onFlaw: HttpOptions['onFlaw'];
  readonly #knownFlaws = new Set<string>();
  /** Responses by URL. In memory, so that a shared device keeps no ticket on its disk. */
  readonly #validated = new LruMap<Validated>(40);
  /** URLs whose last response said that no cache may store it. */
  readonly #unstored = new Set<string>();
  #probe: Promise<boolean> | undefined;
  /** Whether the last request has failed as in an outage. Only the first failure is retried here. */
  #isServerFailing = false;

  constructor(address: string, auth: RequestAuth, {fetch, probeOrigin, isDebugging, onFlaw}: HttpOptions = {}) {
    this.#address = address;
    this.#auth = auth;
    this.#client = new KyClient(fetch, isDebugging);
    this.#onFlaw = onFlaw;
    // If the page comes from the same server, its answer would tell nothing more.
    this.#probeOrigin = probeOrigin && address.startsWith(`${probeOrigin}/`) ? undefined : probeOrigin;
  }

  /**
   * Returns the parsed body. A response that breaks the contract is read as far as possible; if nothing can be made of
   * it, it is a `bad_response`.
   */
  async json<Output>(request: HttpRequest, schema: Schema<Output>): Promise<Output> {
    return this.#cached(request, (response, safeRequest) => this.#read(safeRequest, response, schema));
  }

  /** Sends a request to a server that does not speak the contract. */
  async request(request: HttpRequest): Promise<TransportResponse> {
    return this.#cached(nullProto({...request, isForeign: true}), ({status, headers, text}) => ({
      status,
      headers,
      body: safeJsonParse(text) ?? text,
    }));
  }

  /** Reads a response, or returns what was read before if the server says that it has not changed. */
  async #cached<Output>(
    options: HttpRequest,
    read: (response: TextResponse, request: HttpRequest) => Output | Promise<Output>,
  ): Promise<Output> {
    // A request that has no method or body of its own must not get one from a polluted `Object.prototype`.
    const request = nullProto(options);
    const url = urlOf(request, this.#address);
    const known = isRead(request) ? this.#validated.get(url) : undefined;
    const response = await this.#revalidate(nullProto({...request, etag: known?.etag}), url);
    if (response.status === 304 && known) return known.value as Output;
    const value = await read(response, request);
    const etag = isRead(request) && response.headers.get('etag');
    if (etag) this.#validated.set(url, {etag, value});
    return value;
  }

  /**
   * With `no-store`, Chromium and Firefox forget each preflight. `force-cache` keeps them, and finds nothing in the
   * cache as long as the server itself says `no-store`. A response that does not say so may come from the cache, where
   * Firefox looks in spite of the condition: the server is asked again, and nothing more is stored.
   */
  async #revalidate(request: HttpRequest, url: string): Promise<TextResponse> {
    const ask = (cache: RequestCache): Promise<TextResponse> => this.#exchange(nullProto({...request, cache}));
    const wasUnstored = request.etag && this.#unstored.delete(url);
    const response = await ask(wasUnstored ? 'force-cache' : 'no-store');
    const isUnstored = /no-store/i.test(response.headers.get('cache-control') ?? '');
    if (wasUnstored ? isUnstored || response.status === 304 : isUnstored && this.#probeOrigin && isRead(request)) {
      this.#unstored.add(url);
    } else if (wasUnstored) return ask('no-store');
    return response;
  }

  /** Sends a request whose response has no content. */
  async send(request: HttpRequest): Promise<void> {
    const response = await this.#exchange(nullProto(request));
    this.#refuseError(request, response, safeJsonParse(response.text));
  }

  /** Listens to the server's events until the server ends the stream. */
  async listen(request: HttpRequest, onData: (data: string) => void): Promise<void> {
    const {signal} = request;
    const read = (token: string): Promise<void> =>
      readEvents(
        each => this.#client.fetchLogged(each),
        this.#requestFactory(nullProto(request), token),
        signal,
        onData,
      );
    await this.#auth.withToken(read, signal);
  }

  async #read<Output>(request: HttpRequest, response: TextResponse, schema: Schema<Output>): Promise<Output> {
    const isLong = response.text.length > longText;
    const body = safeJsonParse(response.text);
    if (isLong) await yieldToMain();
    const {output, flaws, fatal} = readTolerantly(schema, body);
    if (isLong) await yieldToMain();
    this.#refuseError(request, response, body, fatal === undefined);
    const typeFlaw = mediaTypeFlaw(response.headers, 'application/json');
    // A page in place of JSON says more by its type.
    if (fatal) throw this.#report((body === undefined && typeFlaw) || fatal, response);
    for (const flaw of [typeFlaw ?? [], flaws].flat()) this.#report(flaw, response, 'tolerated');
    return output;
  }

  /** Some servers report an error with the status of a success. `isReadable`: the rest may be what was asked for. */
  #refuseError({method}: HttpRequest, response: TextResponse, body: unknown, isReadable = true): void {
    if (!isObject(body) || !isFailure(body) || (isReadable && hasContent(body))) return;
    const path = body['error'] ? 'error' : (Object.keys(body).find(key => isFailure({[key]: body[key]})) ?? 'body');
    const {detail: serverMessage, fields} = problemOf(body);
    const {status} = response;
    const {requestId, reason} = this.#report({path, reason: `error with status ${status}`}, response);
    const init = {status, requestId, path, reason, serverMessage, fields};
    throw new SupportError(method ? 'invalid' : 'bad_response', init);
  }

  /** Tells the developer of each kind of flaw once: a thousand rows may have the same. */
  #report(flaw: Flaw, {status, headers}: TextResponse, tolerated?: 'tolerated'): SupportError {
    const requestId = headers.get('x-request-id') ?? undefined;
    const error = new SupportError('bad_response', {...flaw, status, requestId});
    this.#reportOnce(flaw.path.replace(/\d+/g, '*'), error, tolerated);
    return error;
  }

  /** An optional operation that the server does not have is no flaw. */
  #reportRefusal(error: SupportError): void {
    const {status, path} = error;
    if (path && status !== 404 && status !== 405) this.#reportOnce(`${status} ${path}`, error);
  }

  #reportOnce(kind: string, error: SupportError, tolerated?: 'tolerated'): void {
    if (!this.#knownFlaws.has(kind)) this.#onFlaw?.(error, tolerated !== undefined);
    this.#knownFlaws.add(kind);
  }

  async #exchange(request: HttpRequest): Promise<TextResponse> {
    const {signal} = request;
    try {
      const response = await this.#auth.withToken(token => this.#sendWith(token, request), signal);
      this.#isServerFailing = false;
      return response;
    } catch (error) {
      // An abort is not a failure: the caller does not need the response any more.
      signal.throwIfAborted();
      const failure = toSupportError(error);
      this.#reportRefusal(failure);
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
      toRequest: this.#requestFactory(request, token),
      read: response => readText(response, request),
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

  #requestFactory(request: HttpRequest, token: string): (signal: AbortSignal) => Request {
    return signal => toRequest(request, this.#address, token, signal);
  }
}

const isRead = ({method = 'GET'}: HttpRequest): boolean => method === 'GET';

async function readText(response: Response, request: HttpRequest): Promise<TextResponse> {
  const {status, headers} = response;
  const whole: TextResponse = {status, headers, text: await response.text()};
  if ((status >= 200 && status < 300) || status === 304) return whole;
  const {isForeign, readProblem} = request;
  throw responseError(whole, {isWrite: !isRead(request), isForeign, readProblem});
}

/**
 * Whether there is something besides an error: some servers add one to what they could send. What is in `data` counts
 * if it is rows: an object there describes the error, as in WordPress
 * (https://developer.wordpress.org/reference/functions/wp_send_json_error/).
 */
const hasContent = (body: JsonObject): boolean =>
  Object.entries(body).some(
    ([key, value]) =>
      !/^(?:warnings?|meta)$/.test(key) &&
      !isFailure({[key]: value}) &&
      (key === 'id' ? value : hasEntries(key === 'data' ? rowsIn(value) : value)),
  );

const hasEntries = (value: unknown): boolean => typeof value === 'object' && Object.keys(value ?? {}).length > 0;
