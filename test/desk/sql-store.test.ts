import {after} from 'node:test';
import {openPGlite} from '../../demo/desk/store/pglite.js';
import {openSqlStore} from '../../demo/desk/store/sql-store.js';
import type {DeskStore} from '../../demo/desk/store/store.js';
import {storeSuite} from './store.suite.js';
import {openTestPostgres, postgresUrl} from './test-postgres.js';

// Starting PGlite takes seconds, creating a schema milliseconds: the tests share one database with a schema each.
const pglite = await openPGlite();
let schemas = 0;

storeSuite('PGlite', async () => {
  const schema = `test_${++schemas}`;
  await pglite.query(`create schema ${schema}`);
  await pglite.query(`set search_path to ${schema}`);
  return openSqlStore(pglite);
});
after(() => pglite.close());

if (postgresUrl) {
  const url = postgresUrl;
  const opened: DeskStore[] = [];
  storeSuite('PostgreSQL', async () => {
    const store = await openTestPostgres(url);
    opened.push(store);
    return store;
  });
  after(() => Promise.all(opened.map(store => store.close())));
} else {
  console.log('The store on a PostgreSQL server was not tested: DATABASE_URL is not set.');
}
