// Tickets and replies with realistic text. The data is the same in every run.

const words = (
  'the line drops every evening at nine and comes back after a while we have measured it with a cable straight into ' +
  'the router the light stays green thank you for looking into this so quickly please write when the engineer can come'
).split(' ');
let seed = 1;
const next = below => {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
};
const begin = Date.UTC(2026, 0, 1);
const minute = 60_000;

/** A text of 200 to 600 characters with line breaks. */
function text() {
  const length = 200 + next(400);
  let written = '';
  while (written.length < length) written += words[next(words.length)] + (next(25) === 0 ? '.\n' : ' ');
  return written.slice(0, length).trim();
}

const phrase = count => Array.from({length: count}, () => words[next(words.length)]).join(' ');

export function ticketOf(index) {
  const at = new Date(begin + index * 37 * minute).toISOString();
  return {
    id: `t${index}`,
    ticket_number: `TKT-2026-${1000 + index}`,
    subject: phrase(3 + next(6)),
    status: ['open', 'in_progress', 'pending', 'resolved', 'closed'][next(5)],
    priority: ['low', 'normal', 'high'][next(3)],
    category: 'general',
    created_at: at,
    updated_at: at,
    last_reply_at: at,
    last_reply_by: ['customer', 'operator'][next(2)],
    reply_count: next(40),
    unread_count: 0,
  };
}

export const replyOf = index => ({
  id: `r${index}`,
  author: next(2) === 0 ? {kind: 'customer', name: null} : {kind: 'operator', name: 'Anna (Support)'},
  message: text(),
  created_at: new Date(begin + index * 11 * minute).toISOString(),
});
