import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {posix} from 'node:path';

import {isExternal, visitLinks} from './link-targets.js';

/** Files that npm publishes in addition to those that package.json lists. */
const shown = ['README.md', 'CHANGELOG.md'];

const trackedFiles = () => execFileSync('git', ['ls-files'], {encoding: 'utf8'}).split('\n').filter(Boolean);

/** Why a relative link does not work outside of the repository, or undefined if it does. */
function problemOf(url, folder, tracked) {
  const path = posix.join(folder, url.replace(/[?#].*$/, ''));
  if (url.startsWith('/') || path.startsWith('../')) return 'leaves the repository';
  const isTracked = tracked.some(file => file === path || file.startsWith(`${path.replace(/\/$/, '')}/`));
  return isTracked ? undefined : 'leads to a file that is not in the repository';
}

/**
 * Checks the relative links of what npm publishes. npm rewrites them to the address in `repository`, so each has to
 * lead to a file that is committed there.
 */
export function publishedLinks() {
  const {files, repository} = JSON.parse(readFileSync('package.json', 'utf8'));
  const tracked = trackedFiles();
  return (tree, file) => {
    if (![...shown, ...files].some(path => file.path === path || file.path.startsWith(`${path}/`))) return;
    visitLinks(tree, ({url, position}) => {
      if (isExternal(url) || url.startsWith('#')) return;
      const problem = repository
        ? problemOf(url, posix.dirname(file.path), tracked)
        : 'needs `repository` in package.json';
      if (problem) file.message(`The link \`${url}\` ${problem}, and is broken in the published package`, position);
    });
  };
}
