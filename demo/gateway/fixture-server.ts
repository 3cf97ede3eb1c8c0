import {createAdaptorServer} from '@hono/node-server';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A request to a fixture. */
export interface Asked {
  readonly method: string;
  /** Below the API's address. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** Of JSON or a form. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The answer of a fixture. Its status is 200 if it is not set. */
export interface Answer {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers as the documentation of a helpdesk says. Undefined for a path that it does not have. */
export type Fixture = (asked: Asked) => Answer | undefined;

/** The body of a request, which is JSON or a form. */
export async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const text = await request.clone().text();
  if (!text.startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
  return JSON.parse(text) as Readonly<Record<string, unknown>>;
}

/** What a request asks for below a path. */
export async function askedOf(request: Request, basePath: string): Promise<Asked> {
  const {pathname, searchParams} = new URL(request.url);
  return {
    method: request.method,
    path: pathname.slice(basePath.length),
    query: Object.fromEntries(searchParams),
    body: await bodyOf(request),
  };
}

export const notFound: Answer = {status: 404, body: {message: 'Not found'}};

/** A server that runs. */
export interface RunningServer {
  /** Its address, without a path. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a function on a free port of the loopback interface. */
export async function listen(fetch: (request: Request) => Promise<Response>): Promise<RunningServer> {
  const server = createAdaptorServer({fetch}) as Server;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves a fixture below a path. */
export const serveFixture = (fixture: Fixture, basePath: string): Promise<RunningServer> =>
  listen(async request => {
    const {status = 200, body, headers = {}} = fixture(await askedOf(request, basePath)) ?? notFound;
    return body === '' ? new Response(null, {status, headers}) : Response.json(body, {status, headers});
  });

/** As PHP and MySQL write a time. In Kathmandu, clocks are 5 h 45 min ahead of UTC. */
export const kathmanduTime = (at: Date): string =>
  new Date(at.getTime() + 345 * 60_000).toISOString().slice(0, 19).replace('T', ' ');
