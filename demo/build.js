import {spawnSync} from 'node:child_process';
import {readdirSync, statSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the one script that the pages load, unless it is there and newer than its sources. */
export function ensureBuilt() {
  const built = statSync(`${root}dist/standalone/isp-support.js`, {throwIfNoEntry: false});
  if (built && built.mtimeMs >= newestIn(`${root}src`)) return;
  console.log('Building the elements.');
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--mode', 'standalone', '--logLevel', 'warn'];
  const {status} = spawnSync(process.execPath, vite, {cwd: root, stdio: 'inherit'});
  if (status !== 0) throw new Error('The elements could not be built; the reason is above.');
}

/** A folder counts too: it is all that changes when a file is removed. */
function newestIn(folder) {
  const times = readdirSync(folder, {withFileTypes: true}).map(entry => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? newestIn(path) : statSync(path).mtimeMs;
  });
  return Math.max(statSync(folder).mtimeMs, ...times);
}
