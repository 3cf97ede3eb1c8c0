import type {VisibleChange} from './change-feed.js';
import type {DeskContext} from './context.js';
import {sha256} from './etag.js';
import {badRequest, keyReused, stillRunning} from './problems.js';
import type {Subscriber} from './store/rows.js';
import type {DeskWrites, Receipt} from './store/store.js';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** The result of a write: its response, and the change to publish after the commit, if the customer can see one. */
export interface WriteResult {
  answer: Answer;
  change?: VisibleChange;
}

/** Whose key it is: keys of different subscribers are independent. A write of staff belongs to the ticket's owner. */
type Owner = Pick<Subscriber, 'id'>;

// Clients retry for up to 72 hours. The additional day covers the duration of a last attempt.
const receiptLifetime = 96 * 60 * 60 * 1000;

// A structured-field string: https://www.rfc-editor.org/rfc/rfc9651#name-strings
const quoted = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\]){1,255}"$/;

/**
 * Runs a write once for each Idempotency-Key. The write and its receipt share one transaction, so that a crash can
 * neither lose a confirmed write nor repeat a write that is retried.
 */
export class IdempotentWrites {
  readonly #running = new Set<string>();

  constructor(readonly context: DeskContext) {}

  async run(
    request: Request,
    subscriber: Owner,
    input: unknown,
    work: (writes: DeskWrites) => Promise<WriteResult>,
  ): Promise<Response> {
    const key = request.headers.get('Idempotency-Key')?.trim();
    if (key === undefined) return this.#first(subscriber, await this.context.store.write(work));
    if (!quoted.test(key)) throw badRequest('Idempotency-Key has to be a quoted string.');
    const running = `${subscriber.id} ${key}`;
    if (this.#running.has(running)) throw stillRunning();
    this.#running.add(running);
    try {
      const fingerprint = await sha256(`${new URL(request.url).pathname} ${JSON.stringify(input)}`);
      const result = await this.#keyed({subscriberId: subscriber.id, key, fingerprint}, work);
      return 'fingerprint' in result ? replay(result, fingerprint) : this.#first(subscriber, result);
    } finally {
      this.#running.delete(running);
    }
  }

  #first(subscriber: Owner, {answer, change}: WriteResult): Response {
    if (change) this.context.feed.publish(subscriber.id, change);
    return toResponse(answer);
  }

  #keyed(
    key: Pick<Receipt, 'subscriberId' | 'key' | 'fingerprint'>,
    work: (writes: DeskWrites) => Promise<WriteResult>,
  ): Promise<WriteResult | Receipt> {
    const now = this.context.now();
    return this.context.store.write(async writes => {
      await writes.lockSubscriber(key.subscriberId);
      await writes.deleteReceiptsBefore(new Date(now.getTime() - receiptLifetime).toISOString());
      const receipt = await writes.receipt(key.subscriberId, key.key);
      if (receipt) return receipt;
      const result = await work(writes);
      await writes.saveReceipt({...key, answer: JSON.stringify(result.answer), createdAt: now.toISOString()});
      return result;
    });
  }
}

function replay(receipt: Receipt, fingerprint: string): Response {
  if (receipt.fingerprint !== fingerprint) throw keyReused();
  const answer = JSON.parse(receipt.answer) as Answer;
  return toResponse({...answer, headers: {...answer.headers, 'Idempotent-Replayed': 'true'}});
}

const toResponse = ({status, headers, body}: Answer) =>
  new Response(JSON.stringify(body), {
    status,
    headers: {'Content-Type': 'application/json', ...headers},
  });
