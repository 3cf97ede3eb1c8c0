import {replyOf, ticketOf} from './data.js';

/** How many of each come at once where they come in pages. */
const pageLength = {list: 25, thread: 50};

/** What the server of a page knows and answers: the same for everyone. */
export function cannedServer({view, count, page}) {
  const isPaged = page === 'paged';
  const next = {list: view === 'list' ? count : pageLength.list, thread: view === 'thread' ? count : pageLength.thread};
  const tickets = Array.from({length: next.list}, (_, index) => ticketOf(next.list - index));
  const replies = Array.from({length: next.thread}, (_, index) => replyOf(index));

  /** Paged as the contract has it: 25 tickets, newest first. */
  function list() {
    const data = isPaged ? tickets.slice(0, pageLength.list) : tickets;
    return {data, next_cursor: data.length < tickets.length ? 'more' : null};
  }

  /** The newest page of replies, and a way to those before. */
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

  /** What is answered, made once: that it is made is not what is measured. */
  function bodyOf(id) {
    const body = bodies.get(id) ?? JSON.stringify(id ? thread(id) : list());
    if (!id || id === 't1') bodies.set(id, body);
    return body;
  }

  let version = 0;

  /** From the next answer on, all is as it is now. */
  function renew() {
    bodies.clear();
    bodyOf(view === 'list' ? undefined : 't1');
    version++;
  }

  renew();
  return {
    /** What a path asks for: the ticket with an id, or, without one, the list. Null where it is neither. */
    asked(pathname) {
      const asked = /tickets(?:\/(t\d+))?$/.exec(pathname);
      return asked && {id: asked[1]};
    },
    bodyOf,
    get etag() {
      return `"${version}"`;
    },
    /** One more ticket on top, or one more reply at the end. */
    grow() {
      const more = view === 'list' ? ticketOf(++next.list) : replyOf(next.thread++);
      if (view === 'list') tickets.unshift(more);
      else replies.push(more);
      renew();
      return more;
    },
    /** One that has changed, near the top of a list or the end of a thread, and where it stands in what is answered. */
    change() {
      const [items, words, at] = view === 'list' ? [tickets, 'subject', 1] : [replies, 'message', replies.length - 2];
      items[at] = {...items[at], [words]: 'changed'};
      renew();
      return {item: items[at], index: view === 'thread' && isPaged ? pageLength.thread - 2 : at};
    },
  };
}
