// `npm run e2e`: the portal in a real browser, on the embedded PostgreSQL and on a real server.
// `npm run e2e -- pglite story` runs a part: the databases and the files that it names.
import {mkdtempSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {ensureInstalled, findBrowser} from '../../.ci/bootstrap.js';
import {ensureBuilt} from '../../demo/build.js';
import {atTheEnd, end} from './runner/at-the-end.js';
import {startPostgres} from './runner/postgres.js';
import {startServer} from './runner/server.js';
import {runTests} from './runner/tests.js';

const databases = {pglite: () => undefined, postgresql: startPostgres};
/** The store tests that need a PostgreSQL server, which `npm test` does not start. */
const storeTests = ['sql-store', 'internal-notes', 'idempotency', 'written-at'].map(name => `test/desk/${name}.test.ts`);

const named = process.argv.slice(2);
const chosen = Object.keys(databases).filter(name => named.includes(name));
const parts = named.filter(name => !(name in databases));

const files = readdirSync(new URL('.', import.meta.url))
  .filter(file => file.endsWith('.e2e.ts') && (parts.length === 0 || parts.includes(file.replace('.e2e.ts', ''))))
  .sort()
  .map(file => `test/e2e/${file}`);

try {
  ensureInstalled();
  process.env.CHROME_PATH = findBrowser({install: true});
  ensureBuilt();
  const count = {passed: 0, failed: 0};
  for (const name of chosen.length > 0 ? chosen : Object.keys(databases)) {
    const {passed, failed} = await runOn(name);
    count.passed += passed;
    count.failed += failed;
  }
  await end();
  console.log(`${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed > 0 || count.passed === 0 ? 1 : 0;
} catch (error) {
  await end();
  console.error(error.message);
  process.exitCode = 1;
}

async function runOn(name) {
  console.log(`\nOn ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'isp-support-e2e-'));
  atTheEnd(() => rmSync(folder, {recursive: true, force: true}));
  const databaseUrl = await databases[name]();
  const server = await startServer({folder: join(folder, 'data'), databaseUrl});
  const result = await runTests({
    files: [...(databaseUrl && parts.length === 0 ? storeTests : []), ...files],
    environment: {PORTAL_URL: server.url, E2E_FOLDER: folder, ...(databaseUrl && {DATABASE_URL: databaseUrl})},
    countFile: join(folder, 'count.json'),
  });
  await end();
  return result;
}
