// The content of a list and a thread in every baseline: the same rows, messages and text as in our elements.

/** The time of a row, in the same length as in our elements. */
const format = new Intl.DateTimeFormat('en', {dateStyle: 'medium', timeStyle: 'short'});
export const timeOf = instant => format.format(new Date(instant));

export const styles = `
  ul { margin: 0; padding: 0; list-style: none; font: 16px/1.5 system-ui }
  li { padding: 12px; border-bottom: 1px solid #ddd }
  p { margin: 8px 0 0; white-space: pre-wrap; overflow-wrap: anywhere }
  .meta { display: flex; gap: 12px; color: #555; font-size: 13px }
  textarea { box-sizing: border-box; width: 100%; font: inherit }`;

/** The text of a ticket's row. */
export const ticketText = ticket => ({
  title: ticket.subject,
  meta: [ticket.status, ticket.ticket_number, ticket.priority, timeOf(ticket.last_reply_at), `${ticket.reply_count}`],
});

export const replyText = reply => ({
  title: reply.author.name ?? 'You',
  meta: [timeOf(reply.created_at)],
  body: reply.message,
});

/** Fetches the data of a view as our elements do: one request with the token in a header. */
export async function read(element) {
  const ticketId = element.ticketId ?? element.getAttribute('ticket-id');
  const path = ticketId ? `customer/tickets/${ticketId}` : 'customer/tickets';
  const response = await element.fetch(`${element.getAttribute('api-base')}/${path}`, {
    headers: {Authorization: `Bearer ${element.token}`},
  });
  const body = await response.json();
  return ticketId ? body.replies : body.data;
}
