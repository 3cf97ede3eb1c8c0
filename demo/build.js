import {spawnSync} from 'node:child_process';
import {readdirSync, statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What the script is made of, what makes it, and what says of which version each package is. */
const sources = ['src', '.ci/build', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'];

/** Builds the one script that the pages load, unless that has been done. */
export function ensureBuilt() {
  if (isBuilt(root)) return;
  console.log('Building the elements.');
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--mode', 'standalone', '--logLevel', 'warn'];
  const {status} = spawnSync(process.execPath, vite, {cwd: root, stdio: 'inherit'});
  if (status !== 0) throw new Error('The elements could not be built; the reason is above.');
}

/** Whether the script of a checkout is there, and newer than its sources. */
export function isBuilt(checkout) {
  const built = statSync(`${checkout}dist/standalone/isp-support.js`, {throwIfNoEntry: false});
  return built !== undefined && sources.every(source => built.mtimeMs >= newestIn(`${checkout}${source}`));
}

/** A folder counts too: it is all that changes when a file is removed. */
function newestIn(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map(name => newestIn(`${path}/${name}`)));
}
