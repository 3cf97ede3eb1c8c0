import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {once} from 'node:events';
import {after, before, describe, test} from 'node:test';
import {faultKinds} from '../../demo/desk/browser.js';
import {serveDesk} from '../../demo/desk/node-server.js';
import {served, type Served} from './http.js';

describe('the desk over HTTP', () => {
  let site: Served;
  before(async () => {
    site = await served({}, request => new Response(`page ${new URL(request.url).pathname}`));
  });
  after(() => site.close());

  test('speaks the contract', async () => {
    const made = await site.me.post('/tickets', {subject: 'Over the wire', description: 'x'.repeat(5 << 20)});
    assert.equal(made.status, 201);
    assert.equal(made.json.description.length, 5 << 20);
    const etag = (await site.me.get('/tickets')).headers.get('ETag') ?? '';
    assert.equal((await site.me.get('/tickets', {'If-None-Match': etag})).status, 304);
  });

  test("leaves all other addresses to the portal's pages", async () => {
    for (const path of ['/', '/customer/tickets', '/staff', '/staff/staff.css', '/portal/portal.css']) {
      assert.equal(await (await site.fetch(path)).text(), `page ${path}`);
    }
    for (const path of ['/staff/tickets', '/portal/token', '/api/customer/tickets']) {
      assert.equal((await site.fetch(path)).status, 401);
    }
  });

  test('cuts the connection where the network is to fail', async () => {
    for (const fault of [faultKinds.dropRequest, faultKinds.dropAnswer]) {
      site.desk.faults.set({}, fault);
      assert.equal(await rawAnswer(site), '');
    }
  });

  test('sends half of a body and then cuts the connection', async () => {
    site.desk.faults.set({}, faultKinds.halfBody);
    const text = await rawAnswer(site);
    assert.match(text, /^HTTP\/1\.1 200 OK\r\n/);
    assert.match(text, /access-control-allow-origin: \*/i);
    assert.match(text, /"contract":"1\.0"/);
    assert.doesNotMatch(text, /\r\n0\r\n\r\n$/);
    site.desk.faults.set({}, faultKinds.halfBody);
    await assert.rejects(site.me.get('/ticket-config'), TypeError);
  });

  test('says when its port is taken', async () => {
    const port = Number(new URL(site.url).port);
    await assert.rejects(serveDesk({desk: site.desk, port}), {code: 'EADDRINUSE'});
  });
});

/** Everything the server sends before it hangs up. */
async function rawAnswer({url, token}: Served): Promise<string> {
  const {hostname, port} = new URL(url);
  const socket = connect(Number(port), hostname);
  const lines = ['GET /api/customer/ticket-config HTTP/1.1', 'Host: portal.example', `Authorization: Bearer ${token}`];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  let text = '';
  socket.on('data', (chunk: Uint8Array) => (text += new TextDecoder().decode(chunk)));
  // Whether the end comes as FIN or as reset is the system's choice.
  socket.on('error', () => {});
  await once(socket, 'close');
  return text;
}
