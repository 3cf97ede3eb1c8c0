import {spawnSync} from 'node:child_process';
import {chownSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {atTheEnd} from './at-the-end.js';
import {startChild} from './child.js';
import {freePort} from './free-port.js';
import {ordinaryUser} from './ordinary-user.js';
import {postgresPrograms} from './postgres-programs.js';

/** A PostgreSQL server of our own, empty, in a folder that goes with it. Resolves to its address. */
export async function startPostgres() {
  const programs = postgresPrograms();
  const user = ordinaryUser();
  const folder = mkdtempSync(join(tmpdir(), 'isp-support-postgres-'));
  atTheEnd(() => rmSync(folder, {recursive: true, force: true}));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);

  const data = join(folder, 'data');
  // Nothing of ours goes along: PGPORT and its like would lead it elsewhere.
  const options = {
    ...user,
    cwd: folder,
    env: {PATH: process.env.PATH, LC_ALL: 'C'},
    stdio: ['ignore', 'ignore', 'pipe'],
  };
  // Who may connect without a password: this machine alone, which is all that initdb writes down.
  const settings = ['-U', 'desk', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'];
  const {status, stderr} = spawnSync(join(programs, 'initdb'), ['-D', data, ...settings], options);
  if (status !== 0) throw new Error(`initdb failed: ${stderr}`);

  const port = await freePort();
  const parameters = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    // The data does not outlive this run, let alone a power cut.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    log_min_messages: 'fatal',
  };
  const server = startChild(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Its fast shutdown: those who are still connected are sent away.
    {...options, stdio: ['ignore', 'ignore', 'inherit'], stopSignal: 'SIGINT'},
  );
  const url = `postgres://desk@127.0.0.1:${port}/postgres`;
  await server.answers(() => spawnSync(join(programs, 'pg_isready'), ['-q', '-d', url]).status === 0, 60);
  return url;
}
