import type {Desk, DeskOptions} from '../../demo/desk/desk.js';
import {serveDesk} from '../../demo/desk/node-server.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {ApiClient} from './api-client.js';
import {createSeededDesk} from './seeded-desk.js';

export interface ServedDesk {
  url: string;
  desk: Desk;
  staff: Awaited<ReturnType<typeof createSeededDesk>>['staff'];
  token: string;
  me: ApiClient;
  /** The real fetch, which sends every request to this server. */
  fetch: typeof fetch;
  close: () => Promise<void>;
}

/** Serves a desk over HTTP on a free port. */
export async function serveSeededDesk(
  options: Partial<DeskOptions> = {},
  pages?: (request: Request) => Response,
): Promise<ServedDesk> {
  const {desk, staff, tokenFor} = await createSeededDesk(new MemoryStore(), options);
  const server = await serveDesk({desk, port: 0, ...(pages && {pages})});
  const url = `http://127.0.0.1:${server.port}`;
  const token = await tokenFor();
  const toServer: typeof fetch = (input, init) => {
    const {pathname, search} = new URL(String(input), url);
    return fetch(url + pathname + search, init);
  };
  return {url, desk, staff, token, me: new ApiClient(toServer, token), fetch: toServer, close: server.close};
}
