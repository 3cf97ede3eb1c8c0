import {SupportError} from '../contract/errors.js';
import {Authentication, type Credentials} from './authentication.js';
import {readEvents} from './event-stream.js';
import {exchange, type Answer} from './exchange.js';
import {failureOf, toSupportError} from './failure.js';
import {toRequest, urlOf, type HttpRequest, type Passport} from './http-request.js';
import {isLineUp} from './line.js';
import {parsed} from './parsed.js';
import {LruMap} from '../internal/lru-map.js';
import {yieldAfter} from './yield-after.js';

/** What the contract's schemas are to us. */
interface Schema<Output> {
  safeParse(body: unknown): {readonly data?: Output | undefined};
}

interface Validated {
  readonly etag: string;
  readonly value: unknown;
}

/** How often something is asked for before it counts as failed. What is written is sent once: nobody knows whether it arrived. */
const attemptsAtMost = 3;

/** How long an answer may take, and how much longer for each character that has to be sent first: 4 kB a second is a bad line. */
const patience = 15_000;
const perCharacter = 0.25;

/** Requests to one server for one customer: the only module that knows headers and tokens. */
export class Http {
  readonly #address: string;
  readonly #authentication: Authentication;
  readonly #fetch: typeof fetch | undefined;
  /** In memory, so that a family's shared device keeps no ticket on its disk. */
  readonly #validated = new LruMap<Validated>(40);
  #line: Promise<boolean> | undefined;

  constructor(address: string, credentials: Credentials, send?: typeof fetch) {
    this.#address = address;
    this.#authentication = new Authentication(credentials);
    this.#fetch = send;
  }

  /** The answer's body, parsed. An answer that breaks the contract is a `bad_response`, never half a ticket. */
  async json<Output>(request: HttpRequest, schema: Schema<Output>): Promise<Output> {
    const url = urlOf(request, this.#address);
    const known = request.method ? undefined : this.#validated.get(url);
    const {status, headers, text} = await this.#ask(request, known?.etag);
    if (status === 304 && known) return known.value as Output;
    const body = /\bjson\b/.test(headers.get('content-type') ?? '') ? parsed(text) : undefined;
    await yieldAfter(text);
    const value = schema.safeParse(body).data;
    await yieldAfter(text);
    if (value === undefined) throw new SupportError('bad_response');
    const etag = request.method ? null : headers.get('etag');
    if (etag) this.#validated.set(url, {etag, value});
    return value;
  }

  /** Sends what has no answer but "noted". */
  async send(request: HttpRequest): Promise<void> {
    await this.#ask(request, undefined);
  }

  /** Tells what the server says of its own accord, until it ends. */
  async listen(request: HttpRequest, onData: (data: string) => void): Promise<void> {
    await this.#authentication.act(
      token => readEvents(this.#send, this.#leaving(request, {token, etag: undefined}), request.signal, onData),
      request.signal,
    );
  }

  async #ask(request: HttpRequest, etag: string | undefined): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#authentication.act(token => this.#exchange(request, {token, etag}), request.signal);
      } catch (error) {
        // An abort is nobody's failure: those who asked have left.
        request.signal.throwIfAborted();
        const failure = toSupportError(error);
        if (request.method || attempt === attemptsAtMost || !mayPass(failure))
          throw await this.#explained(failure, request);
        await new Promise(resolve => setTimeout(resolve, Math.random() * 300 * 2 ** attempt));
      }
    }
  }

  /** A server that does not answer over a line that is up is in trouble itself. */
  async #explained(failure: SupportError, {signal}: HttpRequest): Promise<SupportError> {
    if (failure.code !== 'network') return failure;
    // Whatever fails at once is told by one look at the line.
    this.#line ??= isLineUp(this.#send, this.#address).finally(() => (this.#line = undefined));
    const isTheirs = await this.#line;
    signal.throwIfAborted();
    return isTheirs ? new SupportError('unavailable') : failure;
  }

  async #exchange(request: HttpRequest, passport: Passport): Promise<Answer> {
    const {body = '', signal} = request;
    const limit = patience + body.length * perCharacter;
    const answer = await exchange(this.#send, this.#leaving(request, passport), signal, limit);
    const {status} = answer;
    if ((status >= 200 && status < 300) || status === 304) return answer;
    throw failureOf(answer);
  }

  /** The page's fetch is read at each call: pages replace it after we have loaded. */
  get #send(): typeof fetch {
    return this.#fetch ?? globalThis.fetch;
  }

  #leaving(request: HttpRequest, passport: Passport): (signal: AbortSignal) => Request {
    return signal => toRequest(request, this.#address, passport, signal);
  }
}

const mayPass = ({code, retryAfter}: SupportError): boolean =>
  (code === 'network' || code === 'unavailable') && retryAfter === undefined;
