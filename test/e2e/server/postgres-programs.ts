import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const debianFolder = '/usr/lib/postgresql';

const programs = ['initdb', 'postgres', 'pg_isready'];

const advice =
  'No PostgreSQL server found. Install one (on Debian and Ubuntu: sudo apt-get install postgresql), ' +
  `or put the folder that contains ${programs.join(', ')} on the PATH, and try again.`;

/** Debian installs them outside the PATH. The newest version comes first. */
function findPrograms(): string | undefined {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map(version => join(debianFolder, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ];
  return folders.find(folder => programs.every(program => existsSync(join(folder, program))));
}

/** The words before apt-get, or undefined if this user may not run it. */
function aptPrefix(): readonly string[] | undefined {
  if (spawnSync('apt-get', ['--version']).status !== 0) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
}

function install(prefix: readonly string[]): void {
  console.log('No PostgreSQL server found; installing Debian’s with apt-get.');
  for (const parameters of [['update'], ['install', '-y', '--no-install-recommends', 'postgresql']]) {
    const [command = 'env', ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      ...parameters,
    ];
    execFileSync(command, rest, {stdio: ['ignore', 'ignore', 'inherit']});
  }
}

/** The folder of PostgreSQL's programs. Installs them if they are missing and this user may. */
export function postgresPrograms(): string {
  const found = findPrograms();
  if (found) return found;
  const prefix = aptPrefix();
  if (prefix) install(prefix);
  const installed = findPrograms();
  if (!installed) throw new Error(advice);
  return installed;
}
