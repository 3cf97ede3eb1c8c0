// What a list and a thread are to every floor: the same rows and messages as ours, with the same words in them.

/** The time of a row, as short as ours. */
const format = new Intl.DateTimeFormat('en', {dateStyle: 'medium', timeStyle: 'short'});
export const timeOf = instant => format.format(new Date(instant));

export const styles = `
  ul { margin: 0; padding: 0; list-style: none; font: 16px/1.5 system-ui }
  li { padding: 12px; border-bottom: 1px solid #ddd }
  p { margin: 8px 0 0; white-space: pre-wrap; overflow-wrap: anywhere }
  .meta { display: flex; gap: 12px; color: #555; font-size: 13px }
  textarea { box-sizing: border-box; width: 100%; font: inherit }`;

/** What a ticket's row says, from its subject on. */
export const wordsOfTicket = ticket => ({
  title: ticket.subject,
  meta: [ticket.status, ticket.ticket_number, ticket.priority, timeOf(ticket.last_reply_at), `${ticket.reply_count}`],
});

export const wordsOfReply = reply => ({
  title: reply.author.name ?? 'You',
  meta: [timeOf(reply.created_at)],
  body: reply.message,
});

/** Reads what a view shows as ours does: one request with the token in its header. */
export async function read(element) {
  const ticketId = element.ticketId ?? element.getAttribute('ticket-id');
  const path = ticketId ? `customer/tickets/${ticketId}` : 'customer/tickets';
  const response = await element.fetch(`${element.getAttribute('api-base')}/${path}`, {
    headers: {Authorization: `Bearer ${element.token}`},
  });
  const answer = await response.json();
  return ticketId ? answer.replies : answer.data;
}
