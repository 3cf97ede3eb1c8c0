/** A write that a customer has asked for. */
export interface ReceiptKey {
  readonly customerId: string;
  /** The `Idempotency-Key`. */
  readonly key: string;
}

/** A claim on a key. Times are in milliseconds since the epoch. */
export interface ReceiptClaim extends ReceiptKey {
  /** Identifies the URL and the body. */
  readonly fingerprint: string;
  readonly now: number;
  /** Until then, another request with this key is told to wait. */
  readonly leaseUntil: number;
}

/**
 * What a claim has found:
 *
 * - `new`: the key is claimed, and was not used before.
 * - `running`: another request has claimed the key.
 * - `uncertain`: the key is claimed, but an earlier request has claimed it and has not ended: the process has stopped,
 *   or the backend has not answered. The write may have been executed.
 * - `done`: the response of the first request.
 */
export interface ReceiptState {
  readonly state: 'new' | 'running' | 'uncertain' | 'done';
  readonly fingerprint: string;
  /** When the first request claimed the key. */
  readonly since: number;
  /** The response as JSON text, if `done`. */
  readonly answer: string | null;
}

/** Stores the keys of writes, for at least 96 hours. Each method must be atomic, also between processes. */
export interface ReceiptStore {
  /** Claims a key, unless it is done, running, or claimed with another fingerprint. */
  claim(claim: ReceiptClaim): Promise<ReceiptState>;
  /** Stores the response. */
  complete(key: ReceiptKey, answer: string): Promise<void>;
  /** Deletes a key: the request was refused. */
  release(key: ReceiptKey): Promise<void>;
  /** Ends the lease of a key: the write may have been executed. */
  abandon(key: ReceiptKey): Promise<void>;
}

/** How long a key is stored: the 72 hours in which clients retry, and a day. */
export const receiptLifetime = 96 * 60 * 60 * 1000;

interface Row {
  readonly fingerprint: string;
  readonly since: number;
  leaseUntil: number;
  answer: string | null;
}

/** Keeps receipts in this process. They are lost when it ends. */
export function memoryReceipts(): ReceiptStore {
  const rows = new Map<string, Row>();
  const idOf = ({customerId, key}: ReceiptKey): string => JSON.stringify([customerId, key]);
  const clean = (now: number): void => {
    for (const [id, {since}] of rows) {
      // Rows are in the order of their time.
      if (since >= now - receiptLifetime) return;
      rows.delete(id);
    }
  };
  return {
    async claim({fingerprint, now, leaseUntil, ...key}) {
      clean(now);
      const row = rows.get(idOf(key));
      if (!row) {
        rows.set(idOf(key), {fingerprint, since: now, leaseUntil, answer: null});
        return {state: 'new', fingerprint, since: now, answer: null};
      }
      const state = row.answer !== null ? 'done' : row.leaseUntil > now ? 'running' : 'uncertain';
      if (state === 'uncertain' && row.fingerprint === fingerprint) row.leaseUntil = leaseUntil;
      return {state, fingerprint: row.fingerprint, since: row.since, answer: row.answer};
    },
    async complete(key, answer) {
      const row = rows.get(idOf(key));
      if (row) row.answer = answer;
    },
    async release(key) {
      rows.delete(idOf(key));
    },
    async abandon(key) {
      const row = rows.get(idOf(key));
      if (row) row.leaseUntil = 0;
    },
  };
}
