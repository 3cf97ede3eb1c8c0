import {MemoryReads} from './memory-reads.js';
import {MemoryTables, Undo} from './memory-tables.js';
import type {Reply, Subscriber, Ticket} from './rows.js';
import type {DeskStore, DeskWrites, Receipt, SeedRows, TicketPatch} from './store.js';

class MemoryWrites extends MemoryReads implements DeskWrites {
  constructor(
    tables: MemoryTables,
    readonly undo: Undo,
  ) {
    super(tables);
  }

  // MemoryStore runs one write at a time, so a lock is unnecessary.
  async lockSubscriber() {}

  async nextVersion(subscriberId: string) {
    const subscriber = this.#subscriber(subscriberId);
    const version = subscriber.version + 1;
    this.undo.put(this.tables.subscribers, subscriberId, {...subscriber, version});
    return version;
  }

  async nextNumber(year: number) {
    const next = (this.tables.numbers.get(year) ?? 1000) + 1;
    this.undo.put(this.tables.numbers, year, next);
    return next;
  }

  async insertTicket(ticket: Ticket) {
    this.undo.put(this.tables.tickets, ticket.id, ticket);
  }

  async insertReply(reply: Reply) {
    const earlier = this.tables.replies.get(reply.ticketId) ?? [];
    this.undo.put(this.tables.replies, reply.ticketId, [...earlier, reply]);
  }

  async updateTicket(ticketId: string, patch: TicketPatch) {
    const ticket = this.tables.tickets.get(ticketId);
    if (ticket) this.undo.put(this.tables.tickets, ticketId, {...ticket, ...patch});
  }

  async setAccountState(subscriberId: string, state: Subscriber['state']) {
    this.undo.put(this.tables.subscribers, subscriberId, {...this.#subscriber(subscriberId), state});
  }

  async receipt(subscriberId: string, key: string) {
    return this.tables.receipts.get(`${subscriberId} ${key}`);
  }

  async saveReceipt(receipt: Receipt) {
    this.undo.put(this.tables.receipts, `${receipt.subscriberId} ${receipt.key}`, receipt);
  }

  async deleteReceiptsBefore(time: string) {
    for (const [key, receipt] of this.tables.receipts) {
      if (receipt.createdAt < time) this.undo.remove(this.tables.receipts, key);
    }
  }

  async load({subscribers, tickets, replies, numbers}: SeedRows) {
    for (const subscriber of subscribers) this.tables.subscribers.set(subscriber.id, subscriber);
    for (const ticket of tickets) this.tables.tickets.set(ticket.id, ticket);
    for (const reply of replies) {
      const thread = this.tables.replies.get(reply.ticketId) as Reply[] | undefined;
      if (thread) thread.push(reply);
      else this.tables.replies.set(reply.ticketId, [reply]);
    }
    for (const {year, last} of numbers) this.tables.numbers.set(year, last);
  }

  #subscriber(id: string): Subscriber {
    const subscriber = this.tables.subscribers.get(id);
    if (!subscriber) throw new Error(`No subscriber ${id}`);
    return subscriber;
  }
}

export class MemoryStore extends MemoryReads implements DeskStore {
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor() {
    super(new MemoryTables());
  }

  write<T>(work: (writes: DeskWrites) => Promise<T>): Promise<T> {
    const run = async () => {
      const undo = new Undo();
      try {
        return await work(new MemoryWrites(this.tables, undo));
      } catch (error) {
        undo.rollBack();
        throw error;
      }
    };
    const written = this.#lastWrite.then(run, run);
    this.#lastWrite = written.catch(() => undefined);
    return written;
  }

  async close() {}
}
