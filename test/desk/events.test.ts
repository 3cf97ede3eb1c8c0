import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';
import {customer, frozen, frozenDesk, origin} from './caller.js';
import {served} from './http.js';

const id = seededTicketId('wifi-bedroom');

/** Reads a stream block by block; a block is an event or a comment. */
function blocks(response: Response) {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.ok(reader);
  let text = '';
  return {
    async next(): Promise<string | undefined> {
      while (!text.includes('\n\n')) {
        const {done, value} = await reader.read();
        if (done) return undefined;
        text += value;
      }
      const end = text.indexOf('\n\n');
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      return block;
    },
    cancel: () => reader.cancel(),
  };
}

async function listen(
  desk: BrowserDesk,
  {username, headers}: {username?: string; headers?: Record<string, string>} = {},
) {
  const token = await desk.tokenFor(username);
  const response = await desk.fetch(`${origin}/api/customer/ticket-events`, {
    headers: {Authorization: `Bearer ${token}`, ...headers},
  });
  assert.match(response.headers.get('Content-Type') ?? '', /^text\/event-stream/);
  const stream = blocks(response);
  assert.equal(await stream.next(), ': welcome');
  return stream;
}

const told = (ticketId: string) => new RegExp(`^event: ticket\\.updated\nid: \\S+\ndata: {"ticket_id":"${ticketId}"}$`);

describe('an event stream', () => {
  test('names the ticket that changed, whoever changed it, and nothing else', async () => {
    const desk = frozenDesk();
    const me = await customer(desk);
    const stream = await listen(desk);
    await desk.staff.reply(id, 'A question');
    assert.match((await stream.next()) ?? '', told(id));
    await desk.staff.setStatus(id, 'resolved');
    assert.match((await stream.next()) ?? '', told(id));
    await me.post(`/tickets/${id}/replies`, {message: 'An answer'});
    assert.match((await stream.next()) ?? '', told(id));
    const {json} = await me.post('/tickets', {subject: 's', description: 'd'});
    assert.match((await stream.next()) ?? '', told(json.id));
    await stream.cancel();
  });

  test('says nothing of an internal note, nor of another customer', async () => {
    const desk = frozenDesk();
    const stream = await listen(desk);
    await desk.staff.note(id, 'Between us');
    await desk.staff.reply(seededTicketId('lift-phone'), 'For the others');
    await desk.staff.reply(id, 'For you');
    assert.match((await stream.next()) ?? '', told(id));
    await stream.cancel();
  });

  test('tells once of a write that is asked for twice', async () => {
    const desk = frozenDesk();
    const me = await customer(desk);
    const stream = await listen(desk);
    const key = {'Idempotency-Key': '"once"'};
    for (let i = 0; i < 2; i++) await me.post(`/tickets/${id}/replies`, {message: 'Once'}, key);
    await desk.staff.reply(seededTicketId('red-los-light'), 'Next');
    assert.match((await stream.next()) ?? '', told(id));
    assert.match((await stream.next()) ?? '', told(seededTicketId('red-los-light')));
    await stream.cancel();
  });

  test('catches up on what happened since the last event that was seen', async () => {
    const desk = frozenDesk();
    const stream = await listen(desk);
    await desk.staff.reply(id, 'Seen');
    const lastId = /id: (\S+)/.exec((await stream.next()) ?? '')?.[1] ?? '';
    await stream.cancel();
    await desk.staff.reply(seededTicketId('red-los-light'), 'Missed');
    const again = await listen(desk, {headers: {'Last-Event-ID': lastId}});
    assert.match((await again.next()) ?? '', told(seededTicketId('red-los-light')));
    await again.cancel();
  });

  test('shows that it is alive', async () => {
    const stream = await listen(createBrowserDesk({heartbeat: 1}));
    assert.equal(await stream.next(), ': still here');
    await stream.cancel();
  });

  test('shows it every 20 seconds, and so within the 25 that the contract promises', async t => {
    t.mock.timers.enable({apis: ['setInterval']});
    const desk = frozenDesk();
    const stream = await listen(desk);
    for (let i = 0; i < 3; i++) t.mock.timers.tick(20_000);
    await desk.staff.reply(id, 'After a minute');
    for (let i = 0; i < 3; i++) assert.equal(await stream.next(), ': still here');
    assert.match((await stream.next()) ?? '', told(id));
    await stream.cancel();
  });

  test('ends with the token that opened it', async () => {
    let time = frozen().getTime();
    const desk = frozenDesk({now: () => new Date(time)});
    const token = await desk.tokenFor('lena.moreau', 60);
    time += 59_995;
    const response = await desk.fetch(`${origin}/api/customer/ticket-events`, {
      headers: {Authorization: `Bearer ${token}`},
    });
    const stream = blocks(response);
    assert.equal(await stream.next(), ': welcome');
    assert.equal(await stream.next(), undefined);
  });

  test('arrives over HTTP at once, and is let go when the customer leaves', async t => {
    const site = await served();
    t.after(() => site.close());
    const leaving = new AbortController();
    const response = await site.fetch('/api/customer/ticket-events', {
      headers: {Authorization: `Bearer ${site.token}`},
      signal: leaving.signal,
    });
    const stream = blocks(response);
    assert.equal(await stream.next(), ': welcome');
    await site.staff.reply(id, 'Hello', 'Anna (Support)');
    assert.match((await stream.next()) ?? '', told(id));
    assert.equal(site.desk.context.feed.listeners, 1);
    leaving.abort();
    while (site.desk.context.feed.listeners > 0) await setImmediate();
  });
});
