import {cpSync, existsSync, rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {ensureInstalled} from '../../.ci/bootstrap.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

export const folderOf = (host: string): string => `${root}demo/hosts/${host}`;

/** Global set-up: the packages of the apps, with the package as it is built now. */
export default function installPackages(): void {
  if (!existsSync(`${root}dist/react/index.js`)) throw new Error('The package is not built: npm run build');
  ensureInstalled(`${root}demo/hosts/`);
  // `npm ci` has copied what was built then.
  const installed = `${root}demo/hosts/node_modules/isp-support-elements`;
  for (const path of ['dist', 'types', 'package.json']) {
    rmSync(`${installed}/${path}`, {recursive: true, force: true});
    cpSync(root + path, `${installed}/${path}`, {recursive: true});
  }
}
