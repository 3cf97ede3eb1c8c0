import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {serve} from '@hono/node-server';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';

/** An entry of Storybook's index: https://storybook.js.org/docs/api/main-config/main-config-indexers */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly name: string;
  readonly type: 'story' | 'docs';
}

export const storybookFolder = fileURLToPath(new URL('../../storybook-static', import.meta.url));

/** All stories and documentation pages of the built Storybook. */
export function readEntries(): Entry[] {
  const index = JSON.parse(readFileSync(`${storybookFolder}/index.json`, 'utf8')) as {entries: Record<string, Entry>};
  return Object.values(index.entries);
}

export interface StaticServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves the Storybook below a path, as a static host with other content does. Every other path gets a 404. */
export async function serveStorybook(): Promise<StaticServer> {
  const base = '/docs/storybook/';
  const app = new Hono();
  app.use(`${base}*`, serveStatic({root: storybookFolder, rewriteRequestPath: path => path.slice(base.length - 1)}));
  return new Promise(resolve => {
    const server = serve({fetch: app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) =>
      resolve({
        url: `http://127.0.0.1:${port}${base}`,
        stop: () => new Promise(closed => server.close(() => closed())),
      }),
    );
  });
}
