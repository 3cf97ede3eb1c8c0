import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const debian = '/usr/lib/postgresql';

const programs = ['initdb', 'postgres', 'pg_isready'];

const advice =
  'No PostgreSQL server found. Install one (on Debian and Ubuntu: sudo apt-get install postgresql), ' +
  `or put the folder of its ${programs.join(', ')} on the PATH, and start again.`;

/** Debian puts them where the PATH does not lead; the newest first. */
function find() {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map(version => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find(folder => programs.every(program => existsSync(join(folder, program))));
}

/** The words before apt-get, or undefined where we may not. */
function aptPrefix() {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  if (process.getuid() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function install(prefix) {
  console.log('No PostgreSQL server found; installing Debian’s with apt-get.');
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'postgresql']]) {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...words];
    execFileSync(command, rest, {stdio: ['ignore', 'ignore', 'inherit']});
  }
}

/** The folder of the server's programs, installed now where it is missing and the system can. */
export function postgresPrograms() {
  const found = find();
  if (found) return found;
  const prefix = aptPrefix();
  if (prefix) install(prefix);
  const installed = find();
  if (!installed) throw new Error(advice);
  return installed;
}
