import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../demo/desk/browser.js';
import {customer, fixedNow, fixedTimeDesk, origin} from './api-client.js';
import {serveSeededDesk} from './served-desk.js';

const id = seededTicketId('wifi-bedroom');

/** Reads a stream block by block. A block is an event or a comment. */
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

const eventFor = (ticketId: string) =>
  new RegExp(`^event: ticket\\.updated\nid: \\S+\ndata: {"ticket_id":"${ticketId}"[,}]`);

describe('an event stream', () => {
  test('sends an operator’s reply and its ticket, as the ticket has them', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const stream = await listen(desk);
    await desk.staff.note(id, 'Between us');
    await desk.staff.reply(id, 'A question');
    const data = JSON.parse(/^data: (.*)$/m.exec((await stream.next()) ?? '')?.[1] ?? '');
    const {json} = await me.get(`/tickets/${id}`);
    const {description: _, can_reply: __, replies, replies_earlier_cursor: ___, ...ticket} = json;
    assert.deepEqual(data, {ticket_id: id, reply: replies.at(-1), ticket});
    assert.equal(data.reply.message, 'A question');
    await stream.cancel();
  });

  test('sends only the id of a ticket that was changed otherwise, by the customer or the operator', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const stream = await listen(desk);
    await desk.staff.setStatus(id, 'resolved');
    assert.match((await stream.next()) ?? '', eventFor(id));
    await me.post(`/tickets/${id}/replies`, {message: 'An answer'});
    assert.match((await stream.next()) ?? '', eventFor(id));
    const {json} = await me.post('/tickets', {subject: 's', description: 'd'});
    assert.match((await stream.next()) ?? '', eventFor(json.id));
    await stream.cancel();
  });

  test('sends no event for an internal note or for another customer', async () => {
    const desk = fixedTimeDesk();
    const stream = await listen(desk);
    await desk.staff.note(id, 'Between us');
    await desk.staff.reply(seededTicketId('lift-phone'), 'For the others');
    await desk.staff.reply(id, 'For you');
    assert.match((await stream.next()) ?? '', eventFor(id));
    await stream.cancel();
  });

  test('sends one event for a write that is retried', async () => {
    const desk = fixedTimeDesk();
    const me = await customer(desk);
    const stream = await listen(desk);
    const key = {'Idempotency-Key': '"once"'};
    for (let i = 0; i < 2; i++) await me.post(`/tickets/${id}/replies`, {message: 'Once'}, key);
    await desk.staff.reply(seededTicketId('red-los-light'), 'Next');
    assert.match((await stream.next()) ?? '', eventFor(id));
    assert.match((await stream.next()) ?? '', eventFor(seededTicketId('red-los-light')));
    await stream.cancel();
  });

  test('sends the changes after Last-Event-ID when the client reconnects', async () => {
    const desk = fixedTimeDesk();
    const stream = await listen(desk);
    await desk.staff.reply(id, 'Seen');
    const lastId = /id: (\S+)/.exec((await stream.next()) ?? '')?.[1] ?? '';
    await stream.cancel();
    await desk.staff.reply(seededTicketId('red-los-light'), 'Missed');
    const again = await listen(desk, {headers: {'Last-Event-ID': lastId}});
    assert.match((await again.next()) ?? '', eventFor(seededTicketId('red-los-light')));
    await again.cancel();
  });

  test('sends comments as a heartbeat', async () => {
    const stream = await listen(createBrowserDesk({heartbeat: 1}));
    assert.equal(await stream.next(), ': still here');
    await stream.cancel();
  });

  test('sends a heartbeat every 20 seconds, within the 25 seconds of the contract', async t => {
    t.mock.timers.enable({apis: ['setInterval']});
    const desk = fixedTimeDesk();
    const stream = await listen(desk);
    for (let i = 0; i < 3; i++) t.mock.timers.tick(20_000);
    await desk.staff.reply(id, 'After a minute');
    for (let i = 0; i < 3; i++) assert.equal(await stream.next(), ': still here');
    assert.match((await stream.next()) ?? '', eventFor(id));
    await stream.cancel();
  });

  test('ends when its token expires', async () => {
    let time = fixedNow().getTime();
    const desk = fixedTimeDesk({now: () => new Date(time)});
    const token = await desk.tokenFor('lena.moreau', 60);
    time += 59_995;
    const response = await desk.fetch(`${origin}/api/customer/ticket-events`, {
      headers: {Authorization: `Bearer ${token}`},
    });
    const stream = blocks(response);
    assert.equal(await stream.next(), ': welcome');
    assert.equal(await stream.next(), undefined);
  });

  test('is sent over HTTP immediately and released when the client disconnects', async t => {
    const site = await serveSeededDesk();
    t.after(() => site.close());
    const controller = new AbortController();
    const response = await site.fetch('/api/customer/ticket-events', {
      headers: {Authorization: `Bearer ${site.token}`},
      signal: controller.signal,
    });
    const stream = blocks(response);
    assert.equal(await stream.next(), ': welcome');
    await site.staff.reply(id, 'Hello', 'Anna (Support)');
    assert.match((await stream.next()) ?? '', eventFor(id));
    assert.equal(site.desk.context.feed.listeners, 1);
    controller.abort();
    while (site.desk.context.feed.listeners > 0) await setImmediate();
  });
});
