import type {SupportError} from '../contract/errors.js';
import type {ReplyReceipt} from '../contract/ticket.js';
import {randomId} from './random-id.js';
import {State} from './state.js';

/** A reply that the server does not have yet. */
export interface PendingReply {
  /** The Idempotency-Key: one per press of Send, the same through every retry. */
  readonly key: string;
  readonly ticketId: string;
  readonly message: string;
  readonly writtenAt: string;
  /** `waiting`: for the one written before it. */
  readonly status: 'waiting' | 'sending' | 'failed';
  readonly error?: SupportError;
}

type Send = (reply: PendingReply) => Promise<ReplyReceipt>;

/** Replies on their way, in the order they were written, one at a time for each ticket. */
export class Outbox {
  readonly state = new State<readonly PendingReply[]>([]);
  readonly #send: Send;
  readonly #sent = new Map<string, (receipt: ReplyReceipt) => void>();

  /** `send` puts the receipt where it belongs before it resolves, so that a reply is never shown twice, and never not at all. */
  constructor(send: Send) {
    this.#send = send;
  }

  /** Resolves when the server has the reply, however often it takes; never, when it is discarded. */
  add(ticketId: string, message: string): Promise<ReplyReceipt> {
    const reply: PendingReply = {
      key: randomId(),
      ticketId,
      message,
      writtenAt: new Date().toISOString(),
      status: 'waiting',
    };
    this.state.value = [...this.state.value, reply];
    return new Promise(resolve => {
      this.#sent.set(reply.key, resolve);
      void this.#advance(ticketId);
    });
  }

  /** Sends a failed reply again, under the same key. */
  retry(key: string): void {
    const reply = this.#find(key);
    if (reply?.status !== 'failed') return;
    this.#mark(reply, {status: 'waiting'});
    void this.#advance(reply.ticketId);
  }

  /** Takes a failed reply out, and gives its words back. */
  discard(key: string): string {
    const reply = this.#find(key);
    if (!reply || reply.status === 'sending') return '';
    this.#remove(reply);
    void this.#advance(reply.ticketId);
    return reply.message;
  }

  wipe(): void {
    this.state.value = [];
    this.#sent.clear();
  }

  async #advance(ticketId: string): Promise<void> {
    const next = this.state.value.find(reply => reply.ticketId === ticketId);
    if (next?.status !== 'waiting') return;
    this.#mark(next, {status: 'sending'});
    try {
      const receipt = await this.#send(next);
      this.#sent.get(next.key)?.(receipt);
      this.#remove(next);
      void this.#advance(ticketId);
    } catch (error) {
      this.#mark(next, {status: 'failed', error: error as SupportError});
    }
  }

  #find(key: string): PendingReply | undefined {
    return this.state.value.find(reply => reply.key === key);
  }

  #mark({key}: PendingReply, change: Pick<PendingReply, 'status' | 'error'>): void {
    this.state.value = this.state.value.map(reply => {
      if (reply.key !== key) return reply;
      const {error: _, ...rest} = reply;
      return {...rest, ...change};
    });
  }

  #remove({key}: PendingReply): void {
    this.#sent.delete(key);
    this.state.value = this.state.value.filter(reply => reply.key !== key);
  }
}
