import {PGlite} from '@electric-sql/pglite';
import type {Database, Queries, Row} from './database.js';

/** Opens PostgreSQL embedded in this process. Without a folder, the data is in memory. */
export async function openPGlite(folder?: string): Promise<Database> {
  const pglite = await PGlite.create(folder === undefined ? {} : {dataDir: folder});
  const queriesOf = (on: Pick<PGlite, 'query'>): Queries => ({
    query: async (sql, parameters = []) => (await on.query<Row>(sql, [...parameters])).rows,
  });
  return {
    ...queriesOf(pglite),
    transaction: work => pglite.transaction(transaction => work(queriesOf(transaction))),
    close: () => pglite.close(),
  };
}
