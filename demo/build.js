import {spawnSync} from 'node:child_process';
import {readdirSync, statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The sources of the bundle, its build, and the versions of its packages. */
const sources = ['src', '.ci/build', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Builds the script that the pages load, of this checkout or another, unless it is up to date. */
export function ensureBuilt(checkout = root) {
  if (isBuilt(checkout)) return;
  console.log('Building the elements.');
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--mode', 'standalone', '--logLevel', 'warn'];
  const {status} = spawnSync(process.execPath, vite, {cwd: checkout, stdio: 'inherit'});
  if (status !== 0) throw new Error('The elements could not be built; the reason is above.');
}

/** Whether the script of a checkout exists and is newer than its sources. */
export function isBuilt(checkout) {
  const built = statSync(`${checkout}dist/standalone/isp-support.js`, {throwIfNoEntry: false});
  return built !== undefined && sources.every(source => built.mtimeMs >= newestIn(`${checkout}${source}`));
}

/** Includes the time of the folder itself, because a removed file changes no other time. */
function newestIn(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map(name => newestIn(`${path}/${name}`)));
}
