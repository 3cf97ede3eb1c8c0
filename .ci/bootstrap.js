import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export {browserArguments, findBrowser} from '../test/browser.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The packages in a lock file, or undefined if the file does not exist. */
function packagesIn(file) {
  return existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages) : undefined;
}

/**
 * npm writes node_modules/.package-lock.json after an installation. Versions are compared, because a checkout changes
 * times.
 */
function isInstalled(folder) {
  const installed = new Map(packagesIn(`${folder}node_modules/.package-lock.json`));
  return packagesIn(`${folder}package-lock.json`).every(([path, {version, optional}]) => {
    if (path === '' || optional) return true;
    return installed.get(path)?.version === version;
  });
}

/** Installs the packages in the lock file of a folder unless they are installed. Imports only Node's own modules. */
export function ensureInstalled(folder = root) {
  if (isInstalled(folder)) return;
  console.log('Installing packages (npm ci).');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const {status} = spawnSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm ci failed; its message is above.');
}
