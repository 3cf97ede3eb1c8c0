import {serve} from '@hono/node-server';
import assert from 'node:assert/strict';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {request as httpRequest, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, describe, it} from 'node:test';

import {deferred} from '../../support/deferred.js';
import {createGateway} from './gateway-client.js';

describe('the gateway on Node’s http', () => {
  const servers: Server[] = [];
  after(() => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
  });

  async function listen(fetch: (request: Request) => Promise<Response>): Promise<string> {
    const server = serve({fetch, hostname: '127.0.0.1', port: 0}) as Server;
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/customer`;
  }

  /** A backend whose events are those that a test causes. */
  function eventfulGateway() {
    const listeners = new Set<(ticketId: string) => void>();
    const {promise: ended, resolve: end} = deferred();
    const {helpdesk, handle} = createGateway({
      counts: 'backend',
      backend: ({id}) => ({
        ...helpdesk.backendOf(id),
        async listen(onChange, {signal}) {
          listeners.add(onChange);
          await once(signal, 'abort');
          listeners.delete(onChange);
          end();
        },
      }),
    });
    return {helpdesk, handle, listeners, ended};
  }

  const headers = {Authorization: 'Bearer lena', 'Content-Type': 'application/json'};

  it('reads and writes, with a body and an ETag', async () => {
    const {helpdesk, handle} = createGateway();
    const url = await listen(handle);
    const {id} = helpdesk.add('lena');
    const body = JSON.stringify({message: 'Hello'});
    assert.equal((await fetch(`${url}/tickets/${id}/replies`, {method: 'POST', headers, body})).status, 201);
    const first = await fetch(`${url}/tickets/${id}`, {headers});
    assert.equal((await first.json()).replies[0].message, 'Hello');
    const again = {headers: {...headers, 'If-None-Match': first.headers.get('ETag')!}};
    assert.equal((await fetch(`${url}/tickets/${id}`, again)).status, 304);
  });

  it('sends events while the stream is open, one by one', async () => {
    const {handle, listeners} = eventfulGateway();
    const url = await listen(handle);
    const aborter = new AbortController();
    const response = await fetch(`${url}/ticket-events`, {headers, signal: aborter.signal});
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    assert.equal((await reader.read()).value, ': welcome\n\n');
    for (const ticketId of ['7', '8']) {
      for (const onChange of listeners) onChange(ticketId);
      assert.equal((await reader.read()).value, `event: ticket.updated\ndata: {"ticket_id":"${ticketId}"}\n\n`);
    }
    aborter.abort();
  });

  it('ends the listener of the backend when the client leaves or destroys the socket', {timeout: 20_000}, async () => {
    for (const leave of [
      async (url: string) => {
        const aborter = new AbortController();
        const response = await fetch(url, {headers, signal: aborter.signal});
        await response.body!.getReader().read();
        aborter.abort();
      },
      async (url: string) => {
        const request = httpRequest(url, {headers}).end();
        const [response] = (await once(request, 'response')) as [IncomingMessage];
        await once(response, 'data');
        request.destroy();
      },
    ]) {
      const {handle, listeners, ended} = eventfulGateway();
      await leave(`${await listen(handle)}/ticket-events`);
      await ended;
      assert.equal(listeners.size, 0);
    }
  });

  it('is shown in servers.md as it is run here', () => {
    const page = readFileSync(new URL('../../../docs/servers.md', import.meta.url), 'utf8');
    assert(page.includes("import {serve} from '@hono/node-server';"));
    for (const runtime of ['Deno.serve(handle)', 'Bun.serve({fetch: handle})', 'export default {fetch: handle}']) {
      assert(page.includes(runtime), runtime);
    }
  });
});
