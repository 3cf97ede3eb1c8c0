import {check, checkProblem, checkStatus, shown, Skipped} from '../client.js';

const notes = 'docs/servers.md#other-requirements-of-clients-on-slow-or-unreliable-connections';
const summary = 'docs/openapi.yaml#/components/schemas/TicketSummary';
const markRead = 'docs/openapi.yaml#/paths/~1customer~1tickets~1{ticket_id}~1read/put';
const events = 'docs/openapi.yaml#/paths/~1customer~1ticket-events/get';
const reply = 'docs/openapi.yaml#/paths/~1customer~1tickets~1{ticket_id}~1replies/post';

const secret = 'Between us: the conformance kit.';

/** What a customer can read of a ticket, each with its ETag. */
async function readAll({me}, ticketId) {
  const paths = ['/tickets', `/tickets/${ticketId}`, `/tickets/${ticketId}/replies`, '/ticket-updates'];
  const responses = await Promise.all(paths.map(path => me.get(path)));
  return responses.map(({text, json, headers}, index) => ({
    path: paths[index],
    text,
    json,
    etag: headers.get('ETag'),
  }));
}

/** Says which properties differ, so that the reason is not searched in two long texts. */
function differences(before, after, name = '') {
  if (Object(before) !== before || Object(after) !== after) {
    return before === after ? [] : [`${name} went from ${shown(before)} to ${shown(after)}`];
  }
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  // The number of a row says nothing.
  return [...fields].flatMap(field => differences(before[field], after[field], /^\d+$/.test(field) ? name : field));
}

function checkSame(before, after) {
  for (const [index, {path, text, json, etag}] of before.entries()) {
    const now = after[index];
    const changes = differences(json, now.json).join(', ') || 'the order or the white space has changed';
    check(text === now.text, `${path}: ${changes}`);
    check(etag === now.etag, `${path}: the ETag went from ${shown(etag)} to ${shown(now.etag)}`);
  }
}

const note = (id, name, prepare) => ({
  id: `notes.${id}`,
  name,
  see: notes,
  async run(trial) {
    trial.needsStaff('note');
    const ticket = await trial.ticket();
    await prepare(trial, ticket.id);
    const before = await readAll(trial, ticket.id);
    await trial.staff('note', ticket.id, secret);
    checkSame(before, await readAll(trial, ticket.id));
  },
});

/** Reads events until one has come, or the time is over. */
async function nextEvent(trial, act, milliseconds) {
  const aborter = new AbortController();
  const timer = setTimeout(() => aborter.abort(), milliseconds);
  let acted;
  try {
    for await (const line of trial.me.lines('/ticket-events', aborter.signal)) {
      acted ??= act();
      if (line.startsWith('data:')) return JSON.parse(line.slice('data:'.length));
    }
  } catch (error) {
    if (!aborter.signal.aborted) throw error;
  } finally {
    clearTimeout(timer);
    aborter.abort();
    await acted;
  }
  return undefined;
}

async function ticketWithAnswer(trial) {
  await trial.needsFeature('mark_read');
  trial.needsStaff('reply');
  const {id} = await trial.ticket();
  await trial.staff('reply', id, 'Hello, this is support.');
  const {json} = await trial.detail(id);
  return {id, last: json.replies.at(-1), unread: json.unread_count};
}

export const cases = [
  note('without-replies', 'An internal note changes nothing that a customer can see of a new ticket', () => {}),
  note('after-reply', 'Internal notes change nothing a customer can see', async (trial, id) => {
    await trial.reply(id);
  }),
  note(
    'after-answer',
    'An internal note below an unread answer changes nothing a customer can see',
    async (trial, id) => {
      trial.needsStaff('reply');
      await trial.staff('reply', id, 'Hello, this is support.');
    },
  ),
  {
    id: 'notes.unread',
    name: 'An internal note does not count as unread, and is not in what a reply returns',
    see: notes,
    async run(trial) {
      trial.needsStaff('note');
      const {id} = await trial.ticket();
      await trial.staff('note', id, secret);
      const {ticket} = await trial.reply(id);
      check([1, null].includes(ticket?.reply_count), `reply_count is ${shown(ticket?.reply_count)} instead of 1`);
      check(!ticket.unread_count, `unread_count is ${shown(ticket.unread_count)} instead of 0`);
    },
  },
  {
    id: 'notes.events',
    name: 'An internal note sends no event',
    see: notes,
    async run(trial) {
      trial.needsStaff('note');
      const {id} = await trial.ticket();
      const event = await nextEvent(trial, () => trial.staff('note', id, secret), 1500);
      check(event === undefined, `the event ${shown(event)} was sent`);
    },
  },
  {
    id: 'notes.read',
    name: 'An internal note cannot be marked as read: that would tell that it is there',
    see: markRead,
    async run(trial) {
      await trial.needsFeature('mark_read');
      const {id} = await trial.ticket();
      const noteId = await trial.staff('note', id, secret);
      if (!noteId) throw new Skipped('note() returns no ID');
      checkProblem(await trial.me.put(`/tickets/${id}/read`, {last_reply_id: noteId}), 400, 404, 422);
    },
  },
  {
    id: 'staff.reply',
    name: 'A reply of support is the operator’s, is counted, and is in list and ticket',
    see: summary,
    async run(trial) {
      const {id} = await trial.ticket();
      await trial.staff('reply', id, 'Hello, this is support.');
      const {json} = await trial.detail(id);
      const last = json.replies.at(-1);
      check(last?.message === 'Hello, this is support.', `the last reply is ${shown(last)}`);
      check(last.author.kind === 'operator', `author.kind is ${shown(last.author.kind)}`);
      check([1, null].includes(json.reply_count), `reply_count is ${shown(json.reply_count)}`);
      check(json.last_reply_by === 'operator', `last_reply_by is ${shown(json.last_reply_by)}`);
      check(json.last_reply_at === last.created_at, 'last_reply_at is not the time of the reply');
    },
  },
  {
    id: 'staff.unread',
    name: 'A reply of support is unread until it is marked as read, also for the banner',
    see: markRead,
    async run(trial) {
      const {id, last, unread} = await ticketWithAnswer(trial);
      check(unread === 1, `unread_count is ${shown(unread)} instead of 1`);
      const updates = await trial.me.get('/ticket-updates');
      const isNamed = updates.json?.tickets?.some(ticket => ticket.id === id);
      check(updates.status === 404 || isNamed, 'the updates do not name the ticket');
      checkStatus(await trial.me.put(`/tickets/${id}/read`, {last_reply_id: last.id}), 204, 200);
      const {json} = await trial.detail(id);
      check(json.unread_count === 0, `unread_count is ${shown(json.unread_count)} after it was marked as read`);
    },
  },
  {
    id: 'staff.read-forwards',
    name: 'An earlier reply does not make later ones unread again',
    see: markRead,
    async run(trial) {
      const {id, last: first} = await ticketWithAnswer(trial);
      await trial.staff('reply', id, 'One more thing.');
      const second = (await trial.detail(id)).json.replies.at(-1);
      for (const {id: read} of [second, first]) {
        checkStatus(await trial.me.put(`/tickets/${id}/read`, {last_reply_id: read}), 204, 200);
      }
      const {json} = await trial.detail(id);
      check(json.unread_count === 0, `unread_count is ${shown(json.unread_count)}`);
    },
  },
  {
    id: 'staff.read-unknown',
    name: 'A reply that the ticket does not have cannot be marked as read',
    see: 'docs/openapi.yaml#/components/responses/UnknownReply',
    async run(trial) {
      await trial.needsFeature('mark_read');
      const {id} = await trial.ticket();
      checkProblem(await trial.me.put(`/tickets/${id}/read`, {last_reply_id: 'unknown'}), 400, 404, 422);
    },
  },
  {
    id: 'staff.event',
    name: 'A reply of support sends an event with the ID of the ticket, and at most the reply and the ticket besides',
    see: events,
    async run(trial) {
      trial.needsStaff('reply');
      const {id} = await trial.ticket();
      const event = await nextEvent(trial, () => trial.staff('reply', id, 'Hello, this is support.'), 10_000);
      check(event, 'no event came within 10 seconds');
      check(event.ticket_id === id, `the event is ${shown(event)}`);
      const {ticket_id: _, reply: added, ticket, ...rest} = event;
      check(
        Object.keys(rest).length === 0,
        `the event has more than the ID, the reply and the ticket: ${shown(event)}`,
      );
      if (added === undefined && ticket === undefined) return;
      const {json} = await trial.detail(id);
      check(added?.id === json.replies.at(-1)?.id, `the reply of the event is ${shown(added)}`);
      check(ticket?.reply_count === json.reply_count, `the ticket of the event is ${shown(ticket)}`);
    },
  },
  {
    id: 'staff.lock',
    name: 'A ticket that takes no replies says so, and refuses them with 409',
    see: reply,
    async run(trial) {
      trial.needsStaff('lock');
      const {id} = await trial.ticket();
      await trial.staff('lock', id);
      const {json} = await trial.detail(id);
      check(json.can_reply === false, `can_reply is ${shown(json.can_reply)}`);
      const response = await trial.me.post(`/tickets/${id}/replies`, {message: 'x'}, trial.key());
      checkProblem(response, 409, 423);
      check(
        response.headers.get('Retry-After') === null,
        'the 409 has Retry-After, so the message is sent again and again',
      );
    },
  },
  {
    id: 'staff.reopen',
    name: 'A reply opens a resolved ticket again',
    see: reply,
    async run(trial) {
      trial.needsStaff('resolve');
      const {id} = await trial.ticket();
      await trial.staff('resolve', id);
      check((await trial.detail(id)).json.status === 'resolved', 'the ticket is not resolved after resolve()');
      const {ticket} = await trial.reply(id, 'It is still not working.');
      check(ticket.status === 'open', `the status is ${shown(ticket.status)} instead of open`);
    },
  },
];
