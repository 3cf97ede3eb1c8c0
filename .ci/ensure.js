import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export {browserArguments, findBrowser} from '../test/browser.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a lock file names, or undefined where there is none. */
function packagesIn(file) {
  return existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages) : undefined;
}

/** npm writes down, when it has finished, what it has installed. Versions are compared: times change with a checkout. */
function isInstalled() {
  const installed = new Map(packagesIn(`${root}node_modules/.package-lock.json`));
  return packagesIn(`${root}package-lock.json`).every(([path, {version, optional}]) => {
    if (path === '' || optional) return true;
    return installed.get(path)?.version === version;
  });
}

/** Installs the packages the lock file names, unless that has been done. Uses nothing but Node. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci).');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const {status} = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci failed; its message is above.');
}
