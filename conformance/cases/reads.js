import {check, checkProblem, checkStatus, Failure, shown, Skipped} from '../client.js';

const list = 'docs/openapi.yaml#/paths/~1customer~1tickets/get';
const summary = 'docs/openapi.yaml#/components/schemas/TicketSummary';
const detail = 'docs/openapi.yaml#/components/schemas/TicketDetail';
const config = 'docs/openapi.yaml#/components/schemas/Config';
const updates = 'docs/openapi.yaml#/components/schemas/Updates';
const etag = 'docs/openapi.yaml#/components/headers/ETag';
const badRequest = 'docs/openapi.yaml#/components/responses/BadRequest';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/i;
const isTime = value => typeof value === 'string' && instant.test(value);
const isText = value => typeof value === 'string';
const isTextOrNull = value => value === null || isText(value);
const isCount = value => Number.isInteger(value) && value >= 0;

const summaryFields = {
  id: value => isText(value) && value !== '',
  ticket_number: isText,
  subject: isText,
  status: isText,
  priority: isTextOrNull,
  category: isTextOrNull,
  created_at: isTime,
  updated_at: isTime,
  last_reply_at: value => value === null || isTime(value),
  last_reply_by: value => ['customer', 'operator', null].includes(value),
  reply_count: value => value === null || isCount(value),
};

const detailFields = {
  ...summaryFields,
  description: isText,
  can_reply: value => typeof value === 'boolean',
  replies: Array.isArray,
  replies_earlier_cursor: isTextOrNull,
};

const replyFields = {
  id: value => isText(value) && value !== '',
  author: value => ['customer', 'operator', 'system'].includes(value?.kind),
  message: isText,
  created_at: isTime,
};

function checkFields(fields, row, name) {
  for (const [field, isValid] of Object.entries(fields)) {
    check(isValid(row?.[field]), `${field} of ${name} is ${shown(row?.[field])}`);
  }
}

async function optional(trial, path) {
  const response = await trial.me.get(path);
  if ([404, 405, 501].includes(response.status)) throw new Skipped(`${path} is not offered`);
  checkStatus(response, 200);
  return response;
}

async function idsInAllPages(client) {
  const ids = [];
  let query = '';
  for (let pages = 0; pages < 200; pages += 1) {
    const page = await client.get(`/tickets?limit=50${query}`);
    checkStatus(page, 200);
    ids.push(...page.json.data.map(({id}) => id));
    if (page.json.next_cursor === null) return ids;
    query = `&cursor=${encodeURIComponent(page.json.next_cursor)}`;
  }
  throw new Failure('there was no end after 200 pages');
}

/** A case that expects 304 for what the client has. */
const revalidation = (id, what, pathOf) => ({
  id: `reads.${id}`,
  name: `${what} has an ETag, and is 304 for a client that has it`,
  see: etag,
  async run(trial) {
    const path = await pathOf(trial);
    const first = await optional(trial, path);
    const tag = first.headers.get('ETag');
    check(tag, 'there is no ETag, so each poll transfers everything');
    for (const known of [tag, `W/${tag.replace(/^W\//, '')}`]) {
      const again = await trial.me.get(path, {'If-None-Match': known});
      check(again.status === 304, `the status for If-None-Match: ${known} was ${again.status}`);
      check(again.text === '', 'the 304 has a body');
    }
    checkStatus(await trial.me.get(path, {'If-None-Match': '"another"'}), 200);
  },
});

export const cases = [
  {
    id: 'reads.list',
    name: 'The list has rows with all required properties, and a cursor or null',
    see: summary,
    async run(trial) {
      await trial.ticket();
      const {json} = await optional(trial, '/tickets');
      check(Array.isArray(json?.data), `data is ${shown(json?.data)}`);
      check(isTextOrNull(json.next_cursor), `next_cursor is ${shown(json.next_cursor)}`);
      for (const row of json.data) checkFields(summaryFields, row, `ticket ${row.id}`);
    },
  },
  {
    id: 'reads.newest-first',
    name: 'The list is sorted, newest first, and begins with a new ticket',
    see: list,
    async run(trial) {
      const {id} = await trial.ticket();
      const {json} = await trial.me.get('/tickets');
      const times = json.data.map(row => Date.parse(row.created_at));
      check(
        times.every((time, index) => index === 0 || time <= times[index - 1]),
        'the rows are in another order',
      );
      check(json.data[0]?.id === id, `the first row is ${shown(json.data[0]?.id)} instead of the new ${id}`);
    },
  },
  {
    id: 'reads.pages',
    name: 'The pages of the list end, and have each ticket once',
    see: list,
    async run(trial) {
      const ids = [];
      for (let count = 0; count < 3; count += 1) ids.push((await trial.ticket()).id);
      const seen = await idsInAllPages(trial.me);
      const repeated = seen.find((id, index) => seen.indexOf(id) !== index);
      check(!repeated, `ticket ${repeated} is in the list twice`);
      const missing = ids.find(id => !seen.includes(id));
      check(!missing, `the new ticket ${missing} is in no page`);
    },
  },
  {
    id: 'reads.bad-limit',
    name: 'A limit out of range is 400',
    see: badRequest,
    async run({me}) {
      for (const limit of ['0', '101', 'many']) checkProblem(await me.get(`/tickets?limit=${limit}`), 400);
    },
  },
  {
    id: 'reads.bad-cursor',
    name: 'A cursor that was never given out is 400, type …/bad-cursor',
    see: badRequest,
    async run({me}) {
      const response = await me.get('/tickets?cursor=never-given-out');
      checkProblem(response, 400);
      check(/bad-cursor$/.test(response.json?.type ?? ''), `the type is ${shown(response.json?.type)}`);
    },
  },
  revalidation('list-etag', 'The list', () => '/tickets'),
  revalidation('ticket-etag', 'A ticket', async trial => `/tickets/${(await trial.ticket()).id}`),
  revalidation('config-etag', 'The configuration', () => '/ticket-config'),
  revalidation('updates-etag', 'The response for the banner', () => '/ticket-updates'),
  {
    id: 'reads.etag-changes',
    name: 'The ETags of list and ticket change with a reply',
    see: etag,
    async run(trial) {
      const {id} = await trial.ticket();
      const tags = async () =>
        Promise.all(['/tickets', `/tickets/${id}`].map(async path => (await trial.me.get(path)).headers.get('ETag')));
      const before = await tags();
      if (before.includes(null)) throw new Skipped('there are no ETags');
      await trial.reply(id);
      const after = await tags();
      check(before[0] !== after[0], 'the ETag of the list is still the same');
      check(before[1] !== after[1], 'the ETag of the ticket is still the same');
    },
  },
  {
    id: 'reads.ticket',
    name: 'A ticket has all required properties, and so have its replies',
    see: detail,
    async run(trial) {
      const {id} = await trial.ticket();
      await trial.reply(id);
      const response = await trial.detail(id);
      checkStatus(response, 200);
      checkFields(detailFields, response.json, 'the ticket');
      for (const reply of response.json.replies) checkFields(replyFields, reply, `reply ${reply.id}`);
    },
  },
  {
    id: 'reads.list-and-ticket-agree',
    name: 'The list and the ticket have the same counts, times and status',
    see: summary,
    async run(trial) {
      const {id} = await trial.ticket();
      await trial.reply(id);
      const {json: ticket} = await trial.detail(id);
      const {json} = await trial.me.get('/tickets');
      const row = json.data.find(each => each.id === id);
      check(row, 'the ticket is not in the list');
      for (const field of Object.keys(summaryFields)) {
        check(
          row[field] === ticket[field],
          `${field} is ${shown(row[field])} in the list and ${shown(ticket[field])} in the ticket`,
        );
      }
    },
  },
  {
    id: 'reads.thread-order',
    name: 'Replies are sorted, oldest first',
    see: detail,
    async run(trial) {
      const {id} = await trial.ticket();
      for (const message of ['one', 'two', 'three']) await trial.reply(id, message);
      const {json} = await trial.detail(id);
      const messages = json.replies.map(({message}) => message);
      check(messages.join() === 'one,two,three', `the replies are ${shown(messages)}`);
    },
  },
  {
    id: 'reads.replies',
    name: 'The newest page of replies can be read without a cursor',
    see: 'docs/openapi.yaml#/paths/~1customer~1tickets~1{ticket_id}~1replies/get',
    async run(trial) {
      const {id} = await trial.ticket();
      await trial.reply(id, 'one');
      const {json} = await optional(trial, `/tickets/${id}/replies`);
      check(json?.data?.at(-1)?.message === 'one', `data is ${shown(json?.data)}`);
      check(isTextOrNull(json.earlier_cursor), `earlier_cursor is ${shown(json.earlier_cursor)}`);
    },
  },
  {
    id: 'reads.config',
    name: 'The configuration has choices and features, and its defaults are among the choices',
    see: config,
    async run(trial) {
      const {json} = await optional(trial, '/ticket-config');
      for (const [rows, fallback] of [
        ['categories', 'default_category'],
        ['priorities', 'default_priority'],
      ]) {
        check(Array.isArray(json?.[rows]), `${rows} is ${shown(json?.[rows])}`);
        const values = json[rows].map(({value}) => value);
        check(values.length === 0 || values.includes(json[fallback]), `${fallback} is ${shown(json[fallback])}`);
      }
      check(typeof json.features === 'object', `features is ${shown(json.features)}`);
    },
  },
  {
    id: 'reads.updates',
    name: 'The response for the banner has a count of unread replies, tickets and a sync token',
    see: updates,
    async run(trial) {
      const {json} = await optional(trial, '/ticket-updates');
      check(isCount(json?.unread), `unread is ${shown(json?.unread)}`);
      check(Array.isArray(json.tickets), `tickets is ${shown(json.tickets)}`);
      check(json.sync_token === undefined || isText(json.sync_token), `sync_token is ${shown(json.sync_token)}`);
    },
  },
];
