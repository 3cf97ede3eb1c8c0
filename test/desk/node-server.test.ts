import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {once} from 'node:events';
import {after, before, describe, test} from 'node:test';
import {faultKinds} from '../../demo/desk/browser.js';
import {serveDesk} from '../../demo/desk/node-server.js';
import {serveSeededDesk, type ServedDesk} from './served-desk.js';

describe('the desk over HTTP', () => {
  let site: ServedDesk;
  before(async () => {
    site = await serveSeededDesk({}, request => new Response(`page ${new URL(request.url).pathname}`));
  });
  after(() => site.close());

  test('serves the contract', async () => {
    const made = await site.me.post('/tickets', {subject: 'Over the wire', description: 'x'.repeat(5 << 20)});
    assert.equal(made.status, 201);
    assert.equal(made.json.description.length, 5 << 20);
    const etag = (await site.me.get('/tickets')).headers.get('ETag') ?? '';
    assert.equal((await site.me.get('/tickets', {'If-None-Match': etag})).status, 304);
  });

  test("serves every other path from the portal's pages", async () => {
    for (const path of ['/', '/customer/tickets', '/staff', '/staff/staff.css', '/portal/portal.css']) {
      assert.equal(await (await site.fetch(path)).text(), `page ${path}`);
    }
    for (const path of ['/staff/tickets', '/portal/token', '/api/customer/tickets']) {
      assert.equal((await site.fetch(path)).status, 401);
    }
  });

  test('destroys the connection for a fault that drops it', async () => {
    for (const fault of [faultKinds.dropRequest, faultKinds.dropAnswer]) {
      site.desk.faults.set({}, fault);
      assert.equal(await rawAnswer(site), '');
    }
  });

  test('sends half of the body and then destroys the connection', async () => {
    site.desk.faults.set({}, faultKinds.halfBody);
    const text = await rawAnswer(site);
    assert.match(text, /^HTTP\/1\.1 200 OK\r\n/);
    assert.match(text, /access-control-allow-origin: \*/i);
    assert.match(text, /"contract":"1\.1"/);
    assert.doesNotMatch(text, /\r\n0\r\n\r\n$/);
    site.desk.faults.set({}, faultKinds.halfBody);
    await assert.rejects(site.me.get('/ticket-config'), TypeError);
  });

  test('rejects if the port is in use', async () => {
    const port = Number(new URL(site.url).port);
    await assert.rejects(serveDesk({desk: site.desk, port}), {code: 'EADDRINUSE'});
  });
});

/** Everything that the server sends before it closes the connection. */
async function rawAnswer({url, token}: ServedDesk): Promise<string> {
  const {hostname, port} = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = ['GET /api/customer/ticket-config HTTP/1.1', 'Host: portal.example', `Authorization: Bearer ${token}`];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  let text = '';
  socket.on('data', (chunk: Uint8Array) => (text += new TextDecoder().decode(chunk)));
  // The operating system decides whether the connection ends with FIN or RST.
  socket.on('error', () => {});
  await once(socket, 'close');
  return text;
}
