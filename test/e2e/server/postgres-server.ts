import {spawnSync, type SpawnSyncOptionsWithStringEncoding} from 'node:child_process';
import {chownSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startProcess} from './background-process.js';
import {freePort} from '../../../.ci/tests/free-port.js';
import {postgresPrograms} from './postgres-programs.js';

export interface PostgresServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts an empty PostgreSQL server in a temporary folder, which is removed when the server stops. */
export async function startPostgresServer(): Promise<PostgresServer> {
  const programs = postgresPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'isp-support-postgres-'));
  try {
    const {url, stop} = await startIn(folder, programs);
    return {
      url,
      async stop() {
        await stop();
        rmSync(folder, {recursive: true, force: true});
      },
    };
  } catch (error) {
    rmSync(folder, {recursive: true, force: true});
    throw error;
  }
}

async function startIn(folder: string, programs: string): Promise<PostgresServer> {
  const user = ordinaryUser();
  if (user) chownSync(folder, user.uid, user.gid);

  const data = join(folder, 'data');
  // The environment is not passed on: PGPORT and similar variables would connect to another server.
  const options: SpawnSyncOptionsWithStringEncoding = {
    ...user,
    cwd: folder,
    env: {PATH: process.env['PATH'], LC_ALL: 'C'},
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  };
  // Only this machine may connect without a password, which is initdb's default.
  // In the locale C, upper and lower case of accented letters would differ in a search.
  const settings = ['-U', 'desk', '-A', 'trust', '-E', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'];
  const {status, stderr} = spawnSync(join(programs, 'initdb'), ['-D', data, ...settings], options);
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);

  const port = await freePort();
  const parameters = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    // The data does not outlive this run, so it need not survive a power failure.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    log_min_messages: 'fatal',
  };
  const server = startProcess(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // SIGINT is PostgreSQL's fast shutdown: it disconnects all clients.
    {...options, stdio: ['ignore', 'ignore', 'inherit'], stopSignal: 'SIGINT'},
  );
  const url = `postgres://desk@127.0.0.1:${port}/postgres`;
  await server.waitUntilReady(() => spawnSync(join(programs, 'pg_isready'), ['-q', '-d', url]).status === 0, 60);
  return {url, stop: server.stop};
}

const idOf = (kind: '-u' | '-g', name: string): number | undefined => {
  const {status, stdout} = spawnSync('id', [kind, name], {encoding: 'utf8'});
  return status === 0 ? Number(stdout) : undefined;
};

/** The user that PostgreSQL runs as, because it refuses to run as root. Undefined if the current user is not root. */
function ordinaryUser(): {uid: number; gid: number} | undefined {
  if (process.getuid?.() !== 0) return undefined;
  // Debian's package creates the first; the second exists on every system.
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return {uid, gid};
  }
  throw new Error('PostgreSQL does not run as root, and neither the user postgres nor the user nobody exists.');
}
