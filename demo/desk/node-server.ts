import type {AddressInfo} from 'node:net';
import type {Server, ServerResponse} from 'node:http';
import {createAdaptorServer} from '@hono/node-server';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {Desk} from './desk.js';
import {brokenBodies, ConnectionDropped} from './fault-kinds.js';
import type {Handler} from './handler.js';

export interface ServeOptions {
  desk: Desk;
  /** Serves the portal's pages: every path that the desk does not serve. */
  pages?: (request: Request) => Response | Promise<Response>;
  /** 0 chooses a free port. */
  port: number;
  host?: string;
}

export async function serveDesk({desk, pages, port, host = '127.0.0.1'}: ServeOptions) {
  const answer: Handler = async request =>
    pages && !desk.serves(new URL(request.url).pathname) ? pages(request) : desk.fetch(request);
  const server = createAdaptorServer({
    fetch: (request, {outgoing}) => send(answer, request, outgoing as ServerResponse),
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    /** Closes open connections too: an event stream would keep the server running. */
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function send(answer: Handler, request: Request, outgoing: ServerResponse): Promise<Response> {
  try {
    const response = await answer(request);
    const half = brokenBodies.get(response);
    if (!half) return response;
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.write(half, () => outgoing.destroy());
  } catch (error) {
    if (!(error instanceof ConnectionDropped)) throw error;
    outgoing.destroy();
  }
  return RESPONSE_ALREADY_SENT;
}
