import {fileURLToPath} from 'node:url';

import {startChild} from './child.js';
import {freePort} from './free-port.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The demo's server, as `npm start` runs it, in a process of its own; resolves once it answers. */
export async function startServer({folder, databaseUrl}) {
  const {DATABASE_URL: _, ...environment} = process.env;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = startChild(process.execPath, ['--import', 'tsx', 'demo/server.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...environment,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_FOLDER: folder,
      ...(databaseUrl && {DATABASE_URL: databaseUrl}),
    },
  });
  // The first start fills the database.
  await server.answers(() => isUp(url), 180);
  return {url, stop: server.stop};
}

const isUp = url =>
  fetch(`${url}/portal/subscribers`).then(
    ({ok}) => ok,
    () => false,
  );
