import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {seededTicketId} from '../../demo/desk/browser.js';
import {assertProblem, customer, fixedTimeDesk} from './api-client.js';

describe('a list of tickets', () => {
  test('is sorted newest first and paged until the cursor is null', async () => {
    const me = await customer(fixedTimeDesk());
    const numbers: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await me.get(`/tickets?limit=5${cursor && `&cursor=${cursor}`}`);
      assert.equal(page.json.total, 14);
      numbers.push(...page.json.data.map((row: {created_at: string}) => row.created_at));
      cursor = page.json.next_cursor;
    }
    assert.equal(numbers.length, 14);
    assert.deepEqual(numbers, [...numbers].sort().reverse());
  });

  test('has twenty tickets by default', async () => {
    const desk = fixedTimeDesk({seed: 'full'});
    const many = await customer(desk, 'harbour.view');
    assert.equal((await many.get('/tickets')).json.data.length, 20);
    assert.equal((await many.get('/tickets?limit=100')).json.data.length, 100);
    assert.equal((await many.get('/tickets')).json.total, 2000);
  });

  test('is 200 and empty for a customer without tickets', async () => {
    const me = await customer(fixedTimeDesk({seed: 'empty'}));
    assert.deepEqual((await me.get('/tickets')).json, {data: [], next_cursor: null, total: 0});
  });

  test('can be filtered by status', async () => {
    const me = await customer(fixedTimeDesk());
    const {json} = await me.get('/tickets?status=pending,engineer_booked');
    assert.deepEqual(
      new Set(json.data.map((row: {status: string}) => row.status)),
      new Set(['pending', 'engineer_booked']),
    );
    assert.equal(json.total, json.data.length);
  });

  test('can be searched by number and subject, also together with a status and over several pages', async () => {
    const me = await customer(fixedTimeDesk());
    const subjects = async (query: string) => {
      const {json} = await me.get(`/tickets?${query}`);
      assert.equal(json.total, json.data.length);
      return json.data.map((row: {subject: string}) => row.subject);
    };
    const [light] = (await me.get('/tickets')).json.data;
    assert.deepEqual(await subjects('search=los%20LIGHT'), [light.subject]);
    assert.deepEqual(await subjects('search=%20los%20light%0A'), [light.subject]);
    const {ticket_number, subject} = (await me.get('/tickets')).json.data[3];
    assert.deepEqual(await subjects(`search=${ticket_number.toLowerCase()}`), [subject]);
    assert.equal((await subjects('search=%20')).length, 14);
    assert.deepEqual(await subjects('search=%25'), []);
    const pending: string[] = await subjects('status=pending');
    assert.deepEqual(
      await subjects(`status=pending&search=${encodeURIComponent(pending[0] ?? '')}`),
      pending.slice(0, 1),
    );

    const first = (await me.get('/tickets?search=tkt&limit=9')).json;
    const rest = (await me.get(`/tickets?search=tkt&limit=9&cursor=${first.next_cursor}`)).json;
    assert.deepEqual([first.data.length, rest.data.length, rest.next_cursor, first.total], [9, 5, null, 14]);
  });

  test('finds nothing of another customer, and nothing that staff have noted', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    await desk.staff.note(seededTicketId('red-los-light'), 'Splitter seven');
    const [theirs] = (await (await customer(desk, 'harbour.view')).get('/tickets')).json.data;
    for (const text of ['Splitter seven', theirs.ticket_number, theirs.subject, 'lena.moreau']) {
      assert.deepEqual((await me.get(`/tickets?search=${encodeURIComponent(text)}`)).json.data, [], text);
    }
  });

  test('fails with 400 for a search text of more than 200 characters', async () => {
    const me = await customer(fixedTimeDesk());
    assert.equal((await me.get(`/tickets?search=${'é'.repeat(200)}`)).status, 200);
    assertProblem(await me.get(`/tickets?search=${'é'.repeat(201)}`), 400, 'bad-request');
  });

  test('fails with 400 for invalid limits and cursors', async () => {
    const me = await customer(fixedTimeDesk());
    for (const limit of ['0', '101', '-1', 'ten', '1.5', '']) {
      assertProblem(await me.get(`/tickets?limit=${limit}`), 400, 'bad-request');
    }
    const ofThread = (await me.get(`/tickets/${seededTicketId('line-drops')}`)).json.replies_earlier_cursor;
    for (const cursor of ['x', '%00', 'dGlja2V0cw', '', ofThread]) {
      assertProblem(await me.get(`/tickets?cursor=${cursor}`), 400, 'bad-cursor');
    }
  });

  test('returns 304 until something changes', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const etag = (await me.get('/tickets')).headers.get('ETag') ?? '';
    const unchanged = await me.get('/tickets', {'If-None-Match': `"other", W/${etag}`});
    assert.equal(unchanged.status, 304);
    assert.equal(unchanged.text, '');
    assert.equal(unchanged.headers.get('ETag'), etag);
    await desk.staff.setStatus(seededTicketId('red-los-light'), 'in_progress');
    assert.equal((await me.get('/tickets', {'If-None-Match': etag})).status, 200);
  });
});

describe('a thread', () => {
  test('starts with the newest page and has cursors back to its beginning', async () => {
    const me = await customer(fixedTimeDesk());
    const id = seededTicketId('line-drops');
    const {json} = await me.get(`/tickets/${id}`);
    assert.equal(json.reply_count, 46);
    assert.equal(json.replies.length, 20);
    assert.equal(json.replies.at(-1).created_at, json.last_reply_at);
    const thread = [...json.replies];
    let cursor = json.replies_earlier_cursor;
    while (cursor !== null) {
      const page = await me.get(`/tickets/${id}/replies?cursor=${cursor}`);
      thread.unshift(...page.json.data);
      cursor = page.json.earlier_cursor;
    }
    assert.equal(new Set(thread.map(reply => reply.id)).size, 46);
    const times = thread.map(reply => reply.created_at);
    assert.deepEqual(times, [...times].sort());
  });

  test('preserves the text, including markup and white space', async () => {
    const me = await customer(fixedTimeDesk());
    const message = '  **no** <b>markup</b>\n\n\t&amp; "quotes"  ';
    const {json} = await me.post(`/tickets/${seededTicketId('red-los-light')}/replies`, {message});
    assert.equal(json.reply.message, message);
    assert.deepEqual(json.reply.author, {kind: 'customer', name: null});
  });

  test('preserves the order of replies when the clock does not advance', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const id = seededTicketId('red-los-light');
    for (const message of ['one', 'two', 'three']) await me.post(`/tickets/${id}/replies`, {message});
    await desk.staff.reply(id, 'four');
    const {json} = await me.get(`/tickets/${id}`);
    assert.deepEqual(
      json.replies.map((reply: {message: string}) => reply.message),
      ['one', 'two', 'three', 'four'],
    );
  });
});
