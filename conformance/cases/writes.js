import {check, checkProblem, checkStatus, shown, Skipped} from '../client.js';

const create = 'docs/openapi.yaml#/paths/~1customer~1tickets/post';
const reply = 'docs/openapi.yaml#/paths/~1customer~1tickets~1{ticket_id}~1replies/post';
const newTicket = 'docs/openapi.yaml#/components/schemas/NewTicket';
const invalid = 'docs/openapi.yaml#/components/responses/Invalid';
const timeOfWriting = 'docs/servers.md#time-of-writing';

const texts = [
  'First line\n\nThird line\twith a tab',
  '<b>bold</b> & "quoted" <script>alert(1)</script>',
  'Zażółć gęślą jaźń, 日本語, مرحبا, 👩‍👩‍👧',
  "'; drop table tickets; --",
];

const pointers = ({json}) => (Array.isArray(json?.errors) ? json.errors.map(({pointer}) => pointer) : []);

export const cases = [
  {
    id: 'writes.ticket',
    name: 'A new ticket is open, has no replies, and is found at its Location',
    see: create,
    async run({me, base, draft}) {
      const made = await me.post('/tickets', draft());
      checkStatus(made, 201);
      const {id, status, reply_count: count, can_reply: canReply} = made.json;
      check(status === 'open', `the status is ${shown(status)}`);
      check(count === 0 || count === null, `reply_count is ${shown(count)}`);
      check(canReply === true, `can_reply is ${shown(canReply)}`);
      const location = made.headers.get('Location');
      check(location, 'there is no Location header');
      const path = new URL(location, base).pathname;
      check(path.endsWith(`/customer/tickets/${encodeURIComponent(id)}`), `Location is ${location}`);
    },
  },
  {
    id: 'writes.texts',
    name: 'Texts come back as they were written: lines, markup, all languages',
    see: newTicket,
    async run(trial) {
      for (const text of texts) {
        const made = await trial.me.post('/tickets', trial.draft({description: text}));
        checkStatus(made, 201);
        const {json} = await trial.detail(made.json.id);
        check(json.description === text, `${shown(text)} came back as ${shown(json.description)}`);
        const answer = await trial.reply(made.json.id, text);
        check(answer.reply?.message === text, `the reply ${shown(text)} came back as ${shown(answer.reply?.message)}`);
      }
    },
  },
  {
    id: 'writes.long-text',
    name: 'A text of a megabyte is accepted',
    see: 'docs/openapi.yaml#/components/responses/TooLarge',
    async run({me, draft}) {
      checkStatus(await me.post('/tickets', draft({description: 'A long log. '.repeat(90_000)})), 201);
    },
  },
  {
    id: 'writes.reply',
    name: 'A reply is the customer’s, is counted, and is the last of its ticket',
    see: reply,
    async run(trial) {
      const {id} = await trial.ticket();
      const {reply: made, ticket} = await trial.reply(id, 'Hello');
      check(made?.author?.kind === 'customer', `author.kind is ${shown(made?.author?.kind)}`);
      check(ticket?.id === id, `the ticket of the response is ${shown(ticket?.id)}`);
      check([1, null].includes(ticket.reply_count), `reply_count is ${shown(ticket.reply_count)}`);
      check(ticket.last_reply_by === 'customer', `last_reply_by is ${shown(ticket.last_reply_by)}`);
      const {json} = await trial.detail(id);
      check(json.replies.at(-1)?.id === made.id, 'the reply is not the last of the thread');
    },
  },
  {
    id: 'writes.version',
    name: 'The updates have another version after each change, and the same one if nothing has changed',
    see: 'docs/openapi.yaml#/components/schemas/Updates',
    async run(trial) {
      const versionOf = async () => (await trial.me.get('/ticket-updates')).json?.version;
      const first = await versionOf();
      if (first === undefined) throw new Skipped('the updates have no version');
      check((await versionOf()) === first, `the version went from ${shown(first)} without a change`);
      const {id} = await trial.ticket();
      const second = await versionOf();
      check(second !== first, `the version is still ${shown(first)} after a new ticket`);
      await trial.reply(id);
      check((await versionOf()) !== second, `the version is still ${shown(second)} after a reply`);
    },
  },
  {
    id: 'writes.empty-ticket',
    name: 'A ticket without subject and description is 422, and both fields are named',
    see: invalid,
    async run({me}) {
      for (const body of [{}, {subject: '', description: ''}, {subject: ' \n', description: '\t'}]) {
        const response = await me.post('/tickets', body);
        checkProblem(response, 400, 422);
        const named = pointers(response);
        check(named.includes('/subject') && named.includes('/description'), `errors names ${shown(named)}`);
      }
    },
  },
  {
    id: 'writes.empty-reply',
    name: 'A reply without text is 422',
    see: invalid,
    async run(trial) {
      const {id} = await trial.ticket();
      for (const message of ['', ' \n\t']) {
        checkProblem(await trial.me.post(`/tickets/${id}/replies`, {message}), 400, 422);
      }
    },
  },
  {
    id: 'writes.own-fields',
    name: 'A customer cannot set the status, the owner or the author',
    see: newTicket,
    async run(trial) {
      const extra = {status: 'closed', customer_id: 'another', is_internal: true};
      const made = await trial.me.post('/tickets', trial.draft(extra));
      checkStatus(made, 201, 400, 422);
      check(made.json?.status !== 'closed', 'the ticket is closed');
      const {id} = await trial.ticket();
      const body = {message: 'x', author: {kind: 'operator', name: 'Support'}};
      const answer = await trial.me.post(`/tickets/${id}/replies`, body);
      checkStatus(answer, 201, 400, 422);
      check(answer.json?.reply?.author?.kind !== 'operator', 'the reply is the operator’s');
    },
  },
  {
    id: 'writes.long-subject',
    name: 'A subject beyond the limit is 422, and the field is named',
    see: newTicket,
    async run({me, draft}) {
      const {json} = await me.get('/ticket-config');
      const response = await me.post('/tickets', draft({subject: 'x'.repeat((json?.limits?.subject ?? 200) + 1)}));
      checkProblem(response, 400, 422);
      check(pointers(response).includes('/subject'), `errors names ${shown(pointers(response))}`);
    },
  },
  {
    id: 'writes.media-type',
    name: 'A body that is not declared as JSON is 415',
    see: 'docs/openapi.yaml#/components/responses/UnsupportedMediaType',
    async run({me, draft}) {
      const headers = {'Content-Type': 'text/plain'};
      checkProblem(await me.post('/tickets', JSON.stringify(draft()), headers), 400, 415);
    },
  },
  {
    id: 'writes.broken-json',
    name: 'A body that is not JSON is 400',
    see: 'docs/openapi.yaml#/components/responses/BadRequest',
    async run({me}) {
      for (const body of ['{"subject":', '[]']) checkProblem(await me.post('/tickets', body), 400, 422);
    },
  },
  {
    id: 'writes.written-at',
    name: 'written_at never causes a rejection',
    see: timeOfWriting,
    async run({me, draft}) {
      for (const at of ['2020-01-01T00:00:00Z', '2999-01-01T00:00:00Z', 'noon', new Date().toISOString()]) {
        const {status} = await me.post('/tickets', draft({written_at: at}));
        check(status === 201, `the status for written_at: ${at} was ${status}`);
      }
    },
  },
  {
    id: 'writes.written-at-is-private',
    name: 'written_at is in no response, and does not become the time of the ticket',
    see: timeOfWriting,
    async run(trial) {
      const at = new Date(Date.now() - 3_600_000).toISOString();
      const made = await trial.me.post('/tickets', trial.draft({written_at: at}));
      checkStatus(made, 201);
      const {text, json} = await trial.detail(made.json.id);
      check(!(made.text + text).includes('written_at'), 'written_at is in a response');
      check(Date.parse(json.created_at) !== Date.parse(at), 'created_at is written_at');
    },
  },
];
