import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/browser.js';
import {assertProblem, customer, fixedTimeDesk} from './api-client.js';

describe('a new ticket', () => {
  test('is open, has a number of the current year and is first in the list', async () => {
    const me = await customer(fixedTimeDesk());
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

  test('gets the number after the previous ticket', async () => {
    const me = await customer(fixedTimeDesk());
    const number = async () => {
      const {json} = await me.post('/tickets', {subject: 'One more', description: 'x'});
      return Number(json.ticket_number.split('-')[2]);
    };
    assert.equal((await number()) + 1, await number());
  });

  test('fails with 422 and names the missing subject or description', async () => {
    const me = await customer(fixedTimeDesk());
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

  test('fails with 422 for fields that a customer must not set', async () => {
    const me = await customer(fixedTimeDesk());
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

  test('accepts only the configured categories and priorities', async () => {
    const me = await customer(fixedTimeDesk());
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

  test('accepts a subject of 200 characters in any script, but not of 201', async () => {
    const me = await customer(fixedTimeDesk());
    assert.equal((await me.post('/tickets', {subject: '🛜'.repeat(200), description: 'd'})).status, 201);
    const answer = await me.post('/tickets', {subject: '🛜'.repeat(201), description: 'd'});
    assert.equal(answer.json.errors[0].code, 'too_long');
  });

  test('stores a description of a megabyte without the characters that PostgreSQL cannot store', async () => {
    const me = await customer(fixedTimeDesk());
    const description = 'Every evening. '.repeat(70_000);
    const {json} = await me.post('/tickets', {subject: 's', description});
    assert.equal(json.description, description);
    const escaped = await me.post('/tickets', '{"subject":"s","description":"a\\u0000b\\ud800c"}');
    assert.equal(escaped.json.description, 'ab\uFFFDc');
  });

  test('fails with 400 for a body that is not a JSON object', async () => {
    const me = await customer(fixedTimeDesk());
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
    test(`to a ticket with status ${before} sets the status ${after}`, async () => {
      const me = await customer(fixedTimeDesk());
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

  test('fails with 422 without a text', async () => {
    const me = await customer(fixedTimeDesk());
    const answer = await me.post(`/tickets/${seededTicketId('wifi-bedroom')}/replies`, {message: ' '});
    assertProblem(answer, 422, 'invalid');
    assert.equal(answer.json.title, 'Message is required');
    assert.deepEqual(answer.json.errors, [{pointer: '/message', code: 'required', detail: 'Message is required'}]);
  });

  test('fails with 409 if the ticket accepts no replies', async () => {
    const me = await customer(fixedTimeDesk());
    const id = seededTicketId('duplicate');
    assert.equal((await me.get(`/tickets/${id}`)).json.can_reply, false);
    const before = await me.get('/ticket-updates');
    assertProblem(await me.post(`/tickets/${id}/replies`, {message: 'But'}), 409, 'reply-not-allowed');
    assert.equal((await me.get('/ticket-updates')).text, before.text);
  });
});
