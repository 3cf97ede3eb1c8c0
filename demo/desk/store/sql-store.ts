import type {Database} from './database.js';
import type {Reply, Subscriber, Ticket} from './rows.js';
import {migrate} from './schema.js';
import {SqlReads} from './sql-reads.js';
import {receiptOf, toColumns} from './sql-rows.js';
import type {DeskStore, DeskWrites, Receipt, SeedRows, TicketPatch} from './store.js';

class SqlWrites extends SqlReads implements DeskWrites {
  async lockSubscriber(subscriberId: string) {
    await this.database.query('select from subscribers where id = $1 for update', [subscriberId]);
  }

  async nextVersion(subscriberId: string) {
    const [row] = await this.database.query(
      'update subscribers set version = version + 1 where id = $1 returning version',
      [subscriberId],
    );
    return Number(row?.['version']);
  }

  async nextNumber(year: number) {
    const [row] = await this.database.query(
      `insert into ticket_numbers values ($1, 1001)
       on conflict (year) do update set last = ticket_numbers.last + 1 returning last`,
      [year],
    );
    return Number(row?.['last']);
  }

  async insertTicket(ticket: Ticket) {
    await this.#insert('tickets', [ticket]);
  }

  async insertReply(reply: Reply) {
    await this.#insert('replies', [reply]);
  }

  async updateTicket(ticketId: string, patch: TicketPatch) {
    const columns = Object.entries(toColumns(patch));
    const changes = columns.map(([name], index) => `${name} = $${index + 2}`).join(', ');
    await this.database.query(`update tickets set ${changes} where id = $1`, [
      ticketId,
      ...columns.map(([, value]) => value),
    ]);
  }

  async setAccountState(subscriberId: string, state: Subscriber['state']) {
    await this.database.query('update subscribers set state = $2 where id = $1', [subscriberId, state]);
  }

  async receipt(subscriberId: string, key: string) {
    const rows = await this.database.query('select * from receipts where subscriber_id = $1 and key = $2', [
      subscriberId,
      key,
    ]);
    return rows.map(receiptOf)[0];
  }

  async saveReceipt(receipt: Receipt) {
    await this.#insert('receipts', [receipt]);
  }

  async deleteReceiptsBefore(time: string) {
    await this.database.query('delete from receipts where created_at < $1', [time]);
  }

  async load({subscribers, tickets, replies, numbers}: SeedRows) {
    await this.#insert('subscribers', subscribers);
    await this.#insert('tickets', tickets);
    await this.#insert('replies', replies);
    await this.#insert('ticket_numbers', numbers);
    // Until autovacuum has passed, which PGlite does not have, the planner would guess, and read whole tables.
    await this.database.query('analyze subscribers, tickets, replies');
  }

  /** Inserts all rows with one statement and one parameter. */
  async #insert(table: string, rows: readonly object[]) {
    await this.database.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
      JSON.stringify(rows.map(toColumns)),
    ]);
  }
}

class SqlStore extends SqlReads implements DeskStore {
  readonly #database: Database;

  constructor(database: Database) {
    super(database);
    this.#database = database;
  }

  write<T>(work: (writes: DeskWrites) => Promise<T>): Promise<T> {
    return this.#database.transaction(queries => work(new SqlWrites(queries)));
  }

  close() {
    return this.#database.close();
  }
}

export async function openSqlStore(database: Database): Promise<DeskStore> {
  await migrate(database);
  return new SqlStore(database);
}
