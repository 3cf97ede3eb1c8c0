import type {DeskWrites} from './store/store.js';

export const ticketNumber = (year: number, n: number) => `TKT-${year}-${n}`;

/** Taken inside the ticket's own transaction: a number is neither doubled nor, when the write fails, lost. */
export async function nextTicketNumber(writes: DeskWrites, createdAt: string): Promise<string> {
  const year = new Date(createdAt).getUTCFullYear();
  return ticketNumber(year, await writes.nextNumber(year));
}
