import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/browser.js';
import {assertProblem, customer, frozenDesk} from './caller.js';

describe('a new ticket', () => {
  test('starts at open with a number of this year, and is on top of the list', async () => {
    const me = await customer(frozenDesk());
    const made = await me.post('/tickets', {subject: 'Slow', description: 'Very'});
    assert.equal(made.status, 201);
    assert.match(made.json.ticket_number, /^TKT-2026-\d+$/);
    assert.equal(made.json.status, 'open');
    assert.equal(made.json.category, 'general');
    assert.equal(made.json.priority, 'normal');
    assert.equal(made.headers.get('Location'), `/api/customer/tickets/${made.json.id}`);
    const [first] = (await me.get('/tickets')).json.data;
    assert.equal(first.id, made.json.id);
    assert.deepEqual((await me.get(`/tickets/${made.json.id}`)).json, made.json);
  });

  test('counts its number on from the one before', async () => {
    const me = await customer(frozenDesk());
    const number = async () => {
      const {json} = await me.post('/tickets', {subject: 'One more', description: 'x'});
      return Number(json.ticket_number.split('-')[2]);
    };
    assert.equal((await number()) + 1, await number());
  });

  test('needs a subject and a description, and says which is missing', async () => {
    const me = await customer(frozenDesk());
    const both = await me.post('/tickets', {subject: '  ', description: ''});
    assertProblem(both, 422, 'invalid');
    assert.equal(both.json.title, 'Subject and description are required');
    assert.deepEqual(both.json.errors, [
      {pointer: '/subject', code: 'required', detail: 'Subject is required'},
      {pointer: '/description', code: 'required', detail: 'Description is required'},
    ]);
    const one = await me.post('/tickets', {subject: 'Here', description: '\n'});
    assert.equal(one.json.title, 'Subject and description are required');
    assert.deepEqual(
      one.json.errors.map((error: {pointer: string}) => error.pointer),
      ['/description'],
    );
    assert.equal((await me.get('/tickets')).json.total, 14);
  });

  test('lets nobody set what is not theirs to set', async () => {
    const me = await customer(frozenDesk());
    const answer = await me.post('/tickets', {
      subject: 's',
      description: 'd',
      status: 'closed',
      subscriber_id: 'other',
      'a/b': 1,
    });
    assertProblem(answer, 422, 'invalid');
    assert.deepEqual(
      answer.json.errors.map((error: {pointer: string}) => error.pointer),
      ['/status', '/subscriber_id', '/a~1b'],
    );
  });

  test('takes only the configured categories and priorities', async () => {
    const me = await customer(frozenDesk());
    const answer = await me.post('/tickets', {
      subject: 's',
      description: 'd',
      category: 'nonsense',
      priority: 'urgent',
    });
    assertProblem(answer, 422, 'invalid');
    assert.deepEqual(
      answer.json.errors.map((error: {pointer: string}) => error.pointer),
      ['/category', '/priority'],
    );
  });

  test('takes a subject of 200 characters, whatever script, and not one more', async () => {
    const me = await customer(frozenDesk());
    assert.equal((await me.post('/tickets', {subject: '🛜'.repeat(200), description: 'd'})).status, 201);
    const answer = await me.post('/tickets', {subject: '🛜'.repeat(201), description: 'd'});
    assert.equal(answer.json.errors[0].code, 'too_long');
  });

  test('keeps a megabyte of description, and drops only what no database can hold', async () => {
    const me = await customer(frozenDesk());
    const description = 'Every evening. '.repeat(70_000);
    const {json} = await me.post('/tickets', {subject: 's', description});
    assert.equal(json.description, description);
    const escaped = await me.post('/tickets', '{"subject":"s","description":"a\\u0000b\\ud800c"}');
    assert.equal(escaped.json.description, 'ab\uFFFDc');
  });

  test('refuses a body that is not a JSON object', async () => {
    const me = await customer(frozenDesk());
    for (const body of ['{"subject":', '[]', 'null', '"text"'])
      assertProblem(await me.post('/tickets', body), 400, 'bad-request');
    const form = await me.post('/tickets', 'subject=s', {'Content-Type': 'application/x-www-form-urlencoded'});
    assertProblem(form, 415, 'unsupported-media-type');
    assertProblem(await me.post('/tickets', '{}', {'Content-Length': '99999999'}), 413, 'too-large');
  });
});

describe('a reply', () => {
  for (const [slug, before, after] of [
    ['charged-twice', 'resolved', 'open'],
    ['router-replaced', 'closed', 'open'],
    ['wifi-bedroom', 'pending', 'pending'],
    ['evening-slowdown', 'in_progress', 'in_progress'],
    ['second-socket', 'engineer_booked', 'engineer_booked'],
  ] as const) {
    test(`to a ticket that is ${before} leaves it ${after}`, async () => {
      const me = await customer(frozenDesk());
      const id = seededTicketId(slug);
      assert.equal((await me.get(`/tickets/${id}`)).json.status, before);
      const {json, status} = await me.post(`/tickets/${id}/replies`, {message: 'Still there'});
      assert.equal(status, 201);
      assert.equal(json.ticket.status, after);
      assert.equal(json.ticket.last_reply_by, 'customer');
      assert.equal(json.ticket.last_reply_at, json.reply.created_at);
      const row = (await me.get('/tickets')).json.data.find((ticket: {id: string}) => ticket.id === id);
      assert.deepEqual(row, json.ticket);
    });
  }

  test('needs a text', async () => {
    const me = await customer(frozenDesk());
    const answer = await me.post(`/tickets/${seededTicketId('wifi-bedroom')}/replies`, {message: ' '});
    assertProblem(answer, 422, 'invalid');
    assert.equal(answer.json.title, 'Message is required');
    assert.deepEqual(answer.json.errors, [{pointer: '/message', code: 'required', detail: 'Message is required'}]);
  });

  test('is refused where the ticket takes no more', async () => {
    const me = await customer(frozenDesk());
    const id = seededTicketId('duplicate');
    assert.equal((await me.get(`/tickets/${id}`)).json.can_reply, false);
    const before = await me.get('/ticket-updates');
    assertProblem(await me.post(`/tickets/${id}/replies`, {message: 'But'}), 409, 'reply-not-allowed');
    assert.equal((await me.get('/ticket-updates')).text, before.text);
  });
});
