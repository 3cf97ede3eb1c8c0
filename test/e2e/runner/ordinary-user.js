import {spawnSync} from 'node:child_process';

const idOf = (kind, name) => {
  const {status, stdout} = spawnSync('id', [kind, name], {encoding: 'utf8'});
  return status === 0 ? Number(stdout) : undefined;
};

/** Who PostgreSQL runs as, in the words of `spawn`: it refuses to run as root. */
export function ordinaryUser() {
  if (process.getuid() !== 0) return {};
  // The first comes with Debian's package, the second with every system.
  const name = ['postgres', 'nobody'].find(each => idOf('-u', each) !== undefined);
  if (!name) throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody.');
  return {uid: idOf('-u', name), gid: idOf('-g', name)};
}
