import {randomBytes} from 'node:crypto';
import {openPostgres} from '../../demo/desk/store/postgres.js';
import {openSqlStore} from '../../demo/desk/store/sql-store.js';
import type {DeskStore} from '../../demo/desk/store/store.js';

/** Set only where a server is at hand; tests on PGlite run the same SQL everywhere. */
export const postgresUrl = process.env['DATABASE_URL'];

/** An empty store in a schema of its own, which closing it removes. */
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
