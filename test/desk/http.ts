import type {Desk, DeskOptions} from '../../demo/desk/desk.js';
import {serveDesk} from '../../demo/desk/node-server.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {Caller} from './caller.js';
import {deskOn} from './desk-on.js';

export interface Served {
  url: string;
  desk: Desk;
  staff: Awaited<ReturnType<typeof deskOn>>['staff'];
  token: string;
  me: Caller;
  /** The real fetch, with the addresses of the callers led to this server. */
  fetch: typeof fetch;
  close: () => Promise<void>;
}

/** The desk behind a real HTTP server, on a port that is free. */
export async function served(
  options: Partial<DeskOptions> = {},
  pages?: (request: Request) => Response,
): Promise<Served> {
  const {desk, staff, tokenFor} = await deskOn(new MemoryStore(), options);
  const server = await serveDesk({desk, port: 0, ...(pages && {pages})});
  const url = `http://127.0.0.1:${server.port}`;
  const token = await tokenFor();
  const toServer: typeof fetch = (input, init) => {
    const {pathname, search} = new URL(String(input), url);
    return fetch(url + pathname + search, init);
  };
  return {url, desk, staff, token, me: new Caller(toServer, token), fetch: toServer, close: server.close};
}
