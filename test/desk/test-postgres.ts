import {randomBytes} from 'node:crypto';
import {openPostgres} from '../../demo/desk/store/postgres.js';
import {openSqlStore} from '../../demo/desk/store/sql-store.js';
import type {DeskStore} from '../../demo/desk/store/store.js';

/** Set only if a server is available. The tests on PGlite run the same SQL. */
export const postgresUrl = process.env['DATABASE_URL'];

/** Opens an empty store in its own schema, which is dropped when the store closes. */
export async function openTestPostgres(url: string): Promise<DeskStore> {
  const schema = `desk_test_${randomBytes(6).toString('hex')}`;
  const database = await openPostgres({url, schema});
  return openSqlStore({
    ...database,
    async close() {
      await database.query(`drop schema ${schema} cascade`);
      await database.close();
    },
  });
}
