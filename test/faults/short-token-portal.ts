import {fileURLToPath} from 'node:url';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import type {Desk} from '../../demo/desk/desk.js';
import {strictPolicy} from '../../demo/server/policy.js';
import type {Random} from '../../demo/desk/seed/random.js';

const files = {
  '/': 'page/index.html',
  '/page.js': 'page/page.js',
  '/isp-support.js': '../../dist/standalone/isp-support.js',
  '/isp-support.js.map': '../../dist/standalone/isp-support.js.map',
  '/favicon.ico': '../../demo/portal/brand.svg',
};

/** In seconds. A token that expires during one slow request on a slow machine would be refused twice. */
const tokenLifetimes = [6, 8, 15, 60];

/** A portal of one page that issues short-lived tokens. Calls `onToken` with each. */
export function shortTokenPortal(desk: Desk, random: Random, onToken: (token: string) => void): Hono {
  const app = new Hono();
  app.use(strictPolicy);
  for (const [address, path] of Object.entries(files)) {
    app.get(address, serveStatic({path: fileURLToPath(new URL(path, import.meta.url))}));
  }
  app.get('/portal/token/short', async c => {
    const headers = {Cookie: c.req.header('Cookie') ?? ''};
    const session = await desk.fetch(new Request(new URL('/portal/session', c.req.url), {headers}));
    if (!session.ok) return session;
    const {username} = (await session.json()) as {username: string};
    const subscriber = (await desk.context.store.subscribers()).find(each => each.username === username);
    if (!subscriber) return c.notFound();
    const token = await desk.context.tokens.issue('customer', subscriber, random.pick(tokenLifetimes));
    onToken(token);
    return c.text(token);
  });
  return app;
}
