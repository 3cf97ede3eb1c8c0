import {execFile} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {expect, test} from './support/fixtures.js';

const execute = promisify(execFile);
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Both stores pass the same tests. `npm test` runs them on the embedded database; on a server they run here. */
const files = ['sql-store', 'internal-notes', 'idempotency', 'written-at'].map(name => `test/desk/${name}.test.ts`);

test.describe('The desk’s store on a PostgreSQL server', () => {
  test.describe.configure({timeout: 600_000});

  for (const file of files) {
    test(`passes every test of ${file}`, async ({databaseUrl}) => {
      const {stdout} = await execute(process.execPath, ['--import', 'tsx', '--test', file], {
        cwd: root,
        env: {...process.env, DATABASE_URL: databaseUrl},
      }).catch(({stdout, stderr}: {stdout: string; stderr: string}) => {
        throw new Error(`${file} failed:\n${stdout}${stderr}`);
      });
      // The names of the suites. Without a server, these files run on the embedded database only, and pass.
      expect(stdout).toMatch(/Subtest: .*PostgreSQL/);
    });
  }
});
