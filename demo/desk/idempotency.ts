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

/** What a write came to: its answer, and what the subscriber's open streams are told once it is committed. */
export interface Written {
  answer: Answer;
  change: VisibleChange;
}

// Clients send a text again for up to 72 hours. The day on top is for what a last attempt may still take.
const keptFor = 96 * 60 * 60 * 1000;

// A structured-field string: https://www.rfc-editor.org/rfc/rfc9651#name-strings
const quoted = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\]){1,255}"$/;

/**
 * Runs a write once for each Idempotency-Key. The write and its receipt share one transaction, so that a crash
 * between them can neither lose an answered write nor double one that is asked for again.
 */
export class Once {
  readonly #running = new Set<string>();

  constructor(readonly context: DeskContext) {}

  async run(
    request: Request,
    subscriber: Subscriber,
    input: unknown,
    work: (writes: DeskWrites) => Promise<Written>,
  ): Promise<Response> {
    const key = request.headers.get('Idempotency-Key')?.trim();
    if (key === undefined) return this.#first(subscriber, await this.context.store.write(work));
    if (!quoted.test(key)) throw badRequest('Idempotency-Key has to be a quoted string.');
    const running = `${subscriber.id} ${key}`;
    if (this.#running.has(running)) throw stillRunning();
    this.#running.add(running);
    try {
      const fingerprint = await sha256(`${new URL(request.url).pathname} ${JSON.stringify(input)}`);
      const written = await this.#keyed({subscriberId: subscriber.id, key, fingerprint}, work);
      return 'change' in written ? this.#first(subscriber, written) : replay(written, fingerprint);
    } finally {
      this.#running.delete(running);
    }
  }

  #first(subscriber: Subscriber, {answer, change}: Written): Response {
    this.context.feed.tell(subscriber.id, change);
    return toResponse(answer);
  }

  #keyed(
    key: Pick<Receipt, 'subscriberId' | 'key' | 'fingerprint'>,
    work: (writes: DeskWrites) => Promise<Written>,
  ): Promise<Written | Receipt> {
    const now = this.context.now();
    return this.context.store.write(async writes => {
      await writes.hold(key.subscriberId);
      await writes.dropReceiptsBefore(new Date(now.getTime() - keptFor).toISOString());
      const receipt = await writes.receipt(key.subscriberId, key.key);
      if (receipt) return receipt;
      const written = await work(writes);
      await writes.keepReceipt({...key, answer: JSON.stringify(written.answer), createdAt: now.toISOString()});
      return written;
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
