import {fileURLToPath} from 'node:url';
import {startProcess} from './background-process.js';
import {freePort} from '../../../.ci/tests/free-port.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface PortalServerOptions {
  /** Contains the embedded database and the signing secret. */
  readonly folder: string;
  /** A PostgreSQL server to use instead of the embedded database. */
  readonly databaseUrl?: string | undefined;
}

export interface PortalServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the demo's server in a process of its own, as `npm start` does. Resolves when it responds. */
export async function startPortalServer({folder, databaseUrl}: PortalServerOptions): Promise<PortalServer> {
  const {DATABASE_URL: _, ...environment} = process.env;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = startProcess(process.execPath, ['--import', 'tsx', 'demo/server.ts'], {
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
  // The first start seeds the database.
  await server.waitUntilReady(() => responds(url), 180);
  return {url, stop: server.stop};
}

const responds = (url: string): Promise<boolean> =>
  fetch(`${url}/portal/subscribers`).then(
    ({ok}) => ok,
    () => false,
  );
