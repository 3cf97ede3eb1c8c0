import type {DeskWrites} from './store/store.js';

export const ticketNumber = (year: number, n: number) => `TKT-${year}-${n}`;

/** Runs in the transaction of the ticket, so that numbers are unique and a failed write skips none. */
export async function nextTicketNumber(writes: DeskWrites, createdAt: string): Promise<string> {
  const year = new Date(createdAt).getUTCFullYear();
  return ticketNumber(year, await writes.nextNumber(year));
}
