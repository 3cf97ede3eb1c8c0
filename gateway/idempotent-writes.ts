import {badRequest, isRefusal, Problem} from './problems.js';
import type {ReceiptKey, ReceiptState, ReceiptStore} from './receipts.js';
import {sha256} from './responses.js';

/** The response of a write, which is stored. */
export interface Answer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: object;
}

/** A write, and how to find it if it is not known whether it was executed. */
export interface Write {
  execute(): Promise<Answer>;
  /** Finds what was written after a time, in milliseconds since the epoch. */
  find(since: number): Promise<Answer | undefined>;
}

// A structured-field string: https://www.rfc-editor.org/rfc/rfc9651#name-strings
const quoted = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\]){1,255}"$/;

/** The `Idempotency-Key` of a request without its quotes. Undefined if there is none. */
export function idempotencyKey(request: Request): string | undefined {
  const key = request.headers.get('Idempotency-Key')?.trim();
  if (key === undefined) return undefined;
  if (!quoted.test(key)) throw badRequest('Idempotency-Key has to be a quoted string.');
  return key.slice(1, -1).replace(/\\(.)/g, '$1');
}

/**
 * Executes each write once. The helpdesk and the receipts are in no common transaction, so a write whose end is not
 * known is first looked for, by its text, before it is executed again.
 */
export class IdempotentWrites {
  readonly #receipts: ReceiptStore;
  readonly #now: () => number;
  /** Milliseconds. */
  readonly #lease: number;

  constructor(receipts: ReceiptStore, now: () => number, lease: number) {
    this.#receipts = receipts;
    this.#now = now;
    this.#lease = lease;
  }

  async run(customerId: string, request: Request, body: object, write: Write): Promise<Response> {
    const key = idempotencyKey(request);
    if (key === undefined) return toResponse(await write.execute());
    const fingerprint = await sha256(`${new URL(request.url).pathname} ${JSON.stringify(body)}`);
    const now = this.#now();
    const receipt = {customerId, key};
    const claimed = await this.#receipts.claim({...receipt, fingerprint, now, leaseUntil: now + this.#lease});
    if (claimed.fingerprint !== fingerprint) {
      throw new Problem(422, 'idempotency-key-reused', 'This Idempotency-Key was used with another body');
    }
    if (claimed.answer !== null) return toResponse(JSON.parse(claimed.answer) as Answer, true);
    if (claimed.state === 'running') {
      const title = 'The first request with this Idempotency-Key is still running';
      throw new Problem(409, 'still-running', title, {retryAfter: 1});
    }
    return this.#execute(receipt, claimed, write);
  }

  async #execute(receipt: ReceiptKey, {state, since}: ReceiptState, write: Write): Promise<Response> {
    try {
      // Times of most helpdesks have no fractions of a second.
      const found = state === 'uncertain' ? await write.find(Math.floor(since / 1000) * 1000) : undefined;
      const answer = found ?? (await write.execute());
      await this.#receipts.complete(receipt, JSON.stringify(answer));
      return toResponse(answer, found !== undefined);
    } catch (error) {
      // An uncertain write stays so: that it is refused now says nothing about the first time.
      if (isRefusal(error) && state === 'new') await this.#receipts.release(receipt);
      else await this.#receipts.abandon(receipt);
      throw error;
    }
  }
}

const toResponse = ({headers, body}: Answer, isReplayed = false): Response =>
  new Response(JSON.stringify(body), {
    status: 201,
    headers: {'Content-Type': 'application/json', ...headers, ...(isReplayed && {'Idempotent-Replayed': 'true'})},
  });
