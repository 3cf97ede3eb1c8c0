import {receiptLifetime, type ReceiptKey, type ReceiptState, type ReceiptStore} from './receipts.js';

/** Runs a statement of PostgreSQL with parameters `$1`, `$2`, …, as `Pool.query` of `pg` does. */
export type Query = (sql: string, parameters: unknown[]) => Promise<{readonly rows: readonly unknown[]}>;

interface Row {
  readonly is_new: boolean;
  readonly fingerprint: string;
  readonly since: string;
  readonly lease_until: string;
  readonly answer: string | null;
}

/** The statement that creates the table of `postgresReceipts`. Times are milliseconds since the epoch. */
export const receiptsTable = `create table if not exists ticket_receipts (
  customer_id text not null,
  key text not null,
  fingerprint text not null,
  since bigint not null,
  lease_until bigint not null,
  answer text,
  primary key (customer_id, key)
);
create index if not exists ticket_receipts_since on ticket_receipts (since);`;

// One statement, so that of two requests at the same time only one claims the key. A new row has no earlier version.
const claimed = `insert into ticket_receipts as receipt (customer_id, key, fingerprint, since, lease_until)
  values ($1, $2, $3, $4, $5)
  on conflict (customer_id, key) do update set lease_until = excluded.lease_until
  where receipt.answer is null and receipt.lease_until <= excluded.since and receipt.fingerprint = excluded.fingerprint
  returning receipt.xmax = 0 as is_new, receipt.fingerprint, receipt.since, receipt.lease_until, receipt.answer`;

const found = `select false as is_new, fingerprint, since, lease_until, answer
  from ticket_receipts where customer_id = $1 and key = $2`;

/** Keeps receipts in the table `ticket_receipts` of a PostgreSQL database, which `receiptsTable` creates. */
export function postgresReceipts(query: Query): ReceiptStore {
  const set = async (assignment: string, {customerId, key}: ReceiptKey, ...more: unknown[]): Promise<void> => {
    await query(`update ticket_receipts set ${assignment} where customer_id = $1 and key = $2`, [
      customerId,
      key,
      ...more,
    ]);
  };
  return {
    async claim({customerId, key, fingerprint, now, leaseUntil}): Promise<ReceiptState> {
      await query('delete from ticket_receipts where since < $1', [now - receiptLifetime]);
      const own = (await query(claimed, [customerId, key, fingerprint, now, leaseUntil])).rows[0] as Row | undefined;
      if (own) return toState(own, own.is_new ? 'new' : 'uncertain');
      const other = (await query(found, [customerId, key])).rows[0] as Row | undefined;
      // The other request was refused in between: the client asks again.
      if (!other) return {state: 'running', fingerprint, since: now, answer: null};
      return toState(other, other.answer !== null ? 'done' : 'running');
    },
    complete: (key, answer) => set('answer = $3', key, answer),
    async release({customerId, key}) {
      await query('delete from ticket_receipts where customer_id = $1 and key = $2', [customerId, key]);
    },
    abandon: key => set('lease_until = 0', key),
  };
}

const toState = ({fingerprint, since, answer}: Row, state: ReceiptState['state']): ReceiptState => ({
  state,
  fingerprint,
  since: Number(since),
  answer,
});
