import ky, {type KyResponse, type Options} from 'ky';

import {SupportError} from '../contract/errors.js';
import {toSupportError} from './failure.js';
import {requestOptions, type HttpRequest} from './request-options.js';

/** Who the customer is, and how to learn it again when the server no longer believes it. */
export interface Credentials {
  /** The token as it now stands. */
  readonly token: string;
  /** Asks the host for another in place of a refused one: once, however many ask. Rejects with `unauthenticated`. */
  renew(refused: string): Promise<string>;
}

/** What the contract's schemas are to us. */
interface Schema<Output> {
  safeParse(body: unknown): {readonly data?: Output | undefined};
}

interface Validated {
  readonly etag: string;
  readonly value: unknown;
}

/** Requests to one server for one customer: the only module that knows headers, tokens and ky. */
export class Http {
  readonly #address: string;
  readonly #credentials: Credentials;
  readonly #fetch: typeof fetch | undefined;
  /** In memory, so that a family's shared device keeps no ticket on its disk. */
  readonly #validated = new Map<string, Validated>();

  constructor(address: string, credentials: Credentials, send?: typeof fetch) {
    this.#address = address;
    this.#credentials = credentials;
    this.#fetch = send;
  }

  /** The answer's body, parsed. An answer that breaks the contract is a `bad_response`, never half a ticket. */
  async json<Output>(request: HttpRequest, schema: Schema<Output>): Promise<Output> {
    const known = request.method ? undefined : this.#validated.get(keyOf(request));
    return this.#sent(request, known?.etag, async response => {
      if (response.status === 304 && known) return known.value as Output;
      if (!/\bjson\b/.test(response.headers.get('content-type') ?? '')) throw new SupportError('bad_response');
      const value = schema.safeParse(await response.json()).data;
      if (value === undefined) throw new SupportError('bad_response');
      const etag = request.method ? null : response.headers.get('etag');
      if (etag) this.#validated.set(keyOf(request), {etag, value});
      return value;
    });
  }

  /** Sends what has no answer but "noted". */
  async send(request: HttpRequest): Promise<void> {
    return this.#sent(request, undefined, () => undefined);
  }

  async #sent<Output>(
    request: HttpRequest,
    etag: string | undefined,
    read: (response: KyResponse) => Output | Promise<Output>,
  ): Promise<Output> {
    try {
      return await read(await this.#attempt(request, etag));
    } catch (error) {
      // An abort is nobody's failure: those who asked have left.
      request.signal.throwIfAborted();
      throw toSupportError(error);
    }
  }

  /** One request, and one more with another token if the first is refused. A refused request was not carried out. */
  async #attempt(request: HttpRequest, etag: string | undefined): Promise<KyResponse> {
    const {token} = this.#credentials;
    try {
      return await ky(this.#requestOf(request), this.#options(request, token, etag));
    } catch (error) {
      if (toSupportError(error).code !== 'unauthenticated') throw error;
      const renewed = await this.#credentials.renew(token);
      request.signal.throwIfAborted();
      return ky(this.#requestOf(request), this.#options(request, renewed, etag));
    }
  }

  #options(request: HttpRequest, token: string, etag: string | undefined): Options {
    // The page's fetch is read at each call: pages replace it after we have loaded.
    const send = this.#fetch ?? globalThis.fetch;
    return requestOptions(request, {token, etag, send, assertOurs: url => this.#assertOurs(url)});
  }

  /** Not ky's `baseUrl`, by which a path may lead to another origin, token and all. */
  #requestOf({path}: HttpRequest): Request {
    return new Request(this.#address + path);
  }

  #assertOurs(url: string): void {
    if (!url.startsWith(this.#address)) throw new SupportError('not_found');
  }
}

const keyOf = (request: HttpRequest): string => `${request.path}?${new URLSearchParams(request.query).toString()}`;
