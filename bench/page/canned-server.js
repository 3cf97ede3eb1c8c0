import {replyOf, ticketOf} from './data.js';

/** The number of items in a page. */
const pageLength = {list: 25, thread: 50};

/** A server in the page with the same data and responses for every candidate. */
export function cannedServer({view, count, page}) {
  const isPaged = page === 'paged';
  const next = {list: view === 'list' ? count : pageLength.list, thread: view === 'thread' ? count : pageLength.thread};
  const tickets = Array.from({length: next.list}, (_, index) => ticketOf(next.list - index));
  const replies = Array.from({length: next.thread}, (_, index) => replyOf(index));

  /** Pages as in the contract: 25 tickets, newest first. */
  function list() {
    const data = isPaged ? tickets.slice(0, pageLength.list) : tickets;
    return {data, next_cursor: data.length < tickets.length ? 'more' : null};
  }

  /** The newest page of replies, with a cursor to earlier replies. */
  function thread(id) {
    const shown = isPaged ? replies.slice(-pageLength.thread) : replies;
    return {
      ...ticketOf(1),
      id,
      reply_count: replies.length,
      description: 'The line drops.',
      can_reply: true,
      replies: shown,
      replies_earlier_cursor: shown.length < replies.length ? 'more' : null,
    };
  }

  const bodies = new Map();

  /** A response body, serialized once, so that serializing is not measured. */
  function bodyOf(id) {
    const body = bodies.get(id) ?? JSON.stringify(id ? thread(id) : list());
    if (!id || id === 't1') bodies.set(id, body);
    return body;
  }

  let version = 0;

  /** Discards the serialized bodies after a change. */
  function invalidate() {
    bodies.clear();
    bodyOf(view === 'list' ? undefined : 't1');
    version++;
  }

  invalidate();
  return {
    /** Parses a path: `{id}` for a ticket, `{id: undefined}` for the list, null for any other path. */
    match(pathname) {
      const match = /tickets(?:\/(t\d+))?$/.exec(pathname);
      return match && {id: match[1]};
    },
    bodyOf,
    get etag() {
      return `"${version}"`;
    },
    /** Adds a ticket to the top of the list, or a reply to the end of the thread. */
    append() {
      const more = view === 'list' ? ticketOf(++next.list) : replyOf(next.thread++);
      if (view === 'list') tickets.unshift(more);
      else replies.push(more);
      invalidate();
      return more;
    },
    /** Stores a reply of the customer's, and returns the receipt. */
    reply(message) {
      const reply = {...replyOf(next.thread++), author: {kind: 'customer', name: null}, message};
      replies.push(reply);
      invalidate();
      return {reply, ticket: {...ticketOf(1), id: 't1', reply_count: replies.length}};
    },
    /** Changes an item near the top of a list or the end of a thread, and returns it with its index in the response. */
    change() {
      const [items, field, at] = view === 'list' ? [tickets, 'subject', 1] : [replies, 'message', replies.length - 2];
      items[at] = {...items[at], [field]: 'changed'};
      invalidate();
      return {item: items[at], index: view === 'thread' && isPaged ? pageLength.thread - 2 : at};
    },
  };
}
