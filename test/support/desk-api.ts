import {seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';

/** A ticket as the demo desk’s API returns it. */
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

async function callApi<Answer>(
  desk: BrowserDesk,
  path: string,
  username?: string,
  init?: RequestInit,
): Promise<Answer> {
  const headers = {Authorization: `Bearer ${await desk.tokenFor(username)}`, 'Content-Type': 'application/json'};
  const response = await desk.fetch(`/api/customer/${path}`, {...init, headers});
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Answer;
}

/** Reads a ticket from the desk, to compare it with what an element shows. */
export const fetchTicket = (desk: BrowserDesk, ticketId: string, username?: string): Promise<DeskTicket> =>
  callApi(desk, `tickets/${ticketId}`, username);

export const fetchSeededTicket = (desk: BrowserDesk, slug: string, username?: string): Promise<DeskTicket> =>
  fetchTicket(desk, seededTicketId(slug), username);

/** The first page of the customer’s tickets, newest first. */
export async function fetchTickets(desk: BrowserDesk, username?: string): Promise<readonly DeskTicket[]> {
  return (await callApi<{data: DeskTicket[]}>(desk, 'tickets?limit=100', username)).data;
}

/** Creates a ticket without an element, as another tab or the app would. */
export const createTicket = (desk: BrowserDesk, draft: {subject: string; description: string}): Promise<DeskTicket> =>
  callApi(desk, 'tickets', undefined, {method: 'POST', body: JSON.stringify(draft)});

/** Adds a reply of the customer without an element. */
export const addReply = (desk: BrowserDesk, ticketId: string, message: string): Promise<object> =>
  callApi(desk, `tickets/${ticketId}/replies`, undefined, {method: 'POST', body: JSON.stringify({message})});

/** The requests of elements with this method and a matching path. */
export const requestsTo = (desk: BrowserDesk, method: string, path: RegExp): BrowserDesk['requests'] =>
  desk.requests.filter(request => request.method === method && path.test(request.path));

/** Creates several tickets, the newest one last. */
export async function createTickets(
  desk: BrowserDesk,
  count: number,
  subjectOf: (number: number) => string,
): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await createTicket(desk, {subject: subjectOf(number), description: 'The line drops.'});
  }
}
