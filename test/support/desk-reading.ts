import {seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';

/** A ticket as the contract words it, for looking up what the desk really has. */
export interface DeskTicket {
  readonly id: string;
  readonly ticket_number: string;
  readonly subject: string;
  readonly description: string;
  readonly status: string;
  readonly category: string;
  readonly priority: string;
  readonly created_at: string;
  readonly unread_count: number;
  readonly reply_count: number;
  readonly replies: readonly DeskReply[];
}

export interface DeskReply {
  readonly id: string;
  readonly author: {readonly kind: string; readonly name: string | null};
  readonly message: string;
  readonly created_at: string;
}

async function ask<Answer>(desk: BrowserDesk, path: string, as?: string, init?: RequestInit): Promise<Answer> {
  const headers = {Authorization: `Bearer ${await desk.tokenFor(as)}`, 'Content-Type': 'application/json'};
  const response = await desk.fetch(`/api/customer/${path}`, {...init, headers});
  if (!response.ok) throw new Error(`${path} was answered ${response.status}`);
  return (await response.json()) as Answer;
}

/** What the desk has of a ticket, beside what an element shows of it. */
export const ticketAtDesk = (desk: BrowserDesk, ticketId: string, as?: string): Promise<DeskTicket> =>
  ask(desk, `tickets/${ticketId}`, as);

export const seededTicket = (desk: BrowserDesk, slug: string, as?: string): Promise<DeskTicket> =>
  ticketAtDesk(desk, seededTicketId(slug), as);

/** The customer's tickets, newest first, as far as one page goes. */
export async function ticketsAtDesk(desk: BrowserDesk, as?: string): Promise<readonly DeskTicket[]> {
  return (await ask<{data: DeskTicket[]}>(desk, 'tickets?limit=100', as)).data;
}

/** A ticket that was opened elsewhere, in another tab or in the app. */
export const openTicket = (desk: BrowserDesk, draft: {subject: string; description: string}): Promise<DeskTicket> =>
  ask(desk, 'tickets', undefined, {method: 'POST', body: JSON.stringify(draft)});

/** Requests that elements have made, by method and the end of their path. */
export const requestsTo = (desk: BrowserDesk, method: string, path: RegExp): BrowserDesk['requests'] =>
  desk.requests.filter(request => request.method === method && path.test(request.path));
