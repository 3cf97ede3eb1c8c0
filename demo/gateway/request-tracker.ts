import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';

const debian = ['request-tracker5', 'rt5-standalone', 'rt5-db-sqlite'];
const server = '/usr/share/request-tracker5/libexec/rt-server';
const setup = '/usr/sbin/rt-setup-database-5';
const configuration = fileURLToPath(new URL('request-tracker/site-config.pm', import.meta.url));
const initialData = fileURLToPath(new URL('request-tracker/initial-data.pl', import.meta.url));

/** Why Request Tracker cannot run on this machine. Undefined if it can. */
export function whyNoRequestTracker({install = false} = {}): string | undefined {
  if (existsSync(server) && existsSync(setup)) return undefined;
  if (spawnSync('apt-get', ['--version']).error)
    return 'Request Tracker 5 is a Debian package, and there is no apt-get';
  if (!install) return `install it with: apt-get install --no-install-recommends ${debian.join(' ')}`;
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const run = (...command: readonly string[]) => {
    const [file = '', ...args] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', ...command];
    return spawnSync(file, args, {encoding: 'utf8'});
  };
  console.log('Installing Request Tracker 5 (apt-get).');
  run('apt-get', '-qq', 'update');
  const {status, stderr} = run('apt-get', '-qq', 'install', '-y', '--no-install-recommends', ...debian);
  return status === 0 ? undefined : `apt-get install ${debian.join(' ')} has failed: ${stderr}`;
}

/** A Request Tracker that runs. */
export interface RunningRequestTracker {
  /** The address of its REST API. */
  readonly url: string;
  /** Auth tokens by the name of the user: `portal` and `anna`, an agent. */
  readonly tokens: Readonly<Record<'portal' | 'anna', string>>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => probe.once('listening', resolve));
  const {port} = probe.address() as AddressInfo;
  await new Promise(resolve => probe.close(resolve));
  return port;
}

/**
 * Starts Request Tracker 5 on the loopback interface, with SQLite. All its data are in `folder`, where it is set up at
 * first.
 */
export async function startRequestTracker(folder: string): Promise<RunningRequestTracker> {
  const port = await freePort();
  for (const name of ['', 'mason', 'sessions', 'configuration']) mkdirSync(`${folder}/${name}`, {recursive: true});
  const env = {
    ...process.env,
    RT_FOLDER: folder,
    RT_PORT: String(port),
    RT_SITE_CONFIG: configuration,
    // Not that of Debian.
    RT_SITE_CONFIG_DIR: `${folder}/configuration`,
  };
  if (!existsSync(`${folder}/portal.token`)) setUp(env);
  const child = spawn(server, ['--server', 'Standalone', '--host', '127.0.0.1', '--port', String(port)], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const kill = (): boolean => child.kill();
  process.once('exit', kill);
  const url = `http://127.0.0.1:${port}/REST/2.0`;
  await untilServed(`${url}/rt`, child);
  const tokenOf = (name: string): string => readFileSync(`${folder}/${name}.token`, 'utf8');
  return {
    url,
    tokens: {portal: tokenOf('portal'), anna: tokenOf('anna')},
    async stop() {
      const ended = new Promise(resolve => child.once('exit', resolve));
      process.off('exit', kill);
      kill();
      await ended;
    },
  };
}

function setUp(env: NodeJS.ProcessEnv): void {
  for (const args of [
    ['--action', 'init'],
    ['--action', 'insert', '--datafile', initialData],
  ]) {
    const {status, stdout, stderr} = spawnSync(setup, args, {env, encoding: 'utf8'});
    if (status !== 0) throw new Error(`Request Tracker cannot be set up: ${stdout}${stderr}`);
  }
}

async function untilServed(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + 60_000;
  while (Date.now() < end && child.exitCode === null) {
    const isServed = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isServed) return;
    await delay(100);
  }
  throw new Error('Request Tracker has not started. Its messages are above.');
}
