import {readFile} from 'node:fs/promises';
import type {Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createAdaptorServer} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';

import {createBrowserDesk} from '../../demo/desk/browser.js';
import type {Host} from './hosts.js';
import {folderOf} from './packages.js';

/** Serves a built app, with a desk in memory whose customer is signed in. */
export async function serve({folder, server: entry}: Host) {
  const desk = createBrowserDesk();
  const root = `${folderOf(folder)}/dist`;
  const app = new Hono();
  app.get('/portal/token', async c => c.text(await desk.tokenFor()));
  app.all('/api/*', c => desk.fetch(c.req.raw));
  app.get('/', async c => {
    const page = await readFile(`${root}/index.html`, 'utf8');
    if (!entry) return c.html(page);
    const {render} = (await import(`${folderOf(folder)}/${entry}`)) as {readonly render: () => string};
    return c.html(page.replace('<!-- portal -->', render));
  });
  app.get('/favicon.ico', c => c.body(null, 204));
  app.use(serveStatic({root}));
  const server = createAdaptorServer({fetch: app.fetch}) as Server;
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    desk,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        // An event stream would keep the server running.
        server.closeAllConnections();
      }),
  };
}
