import pg from 'pg';
import type {Database, Queries} from './database.js';

export interface PostgresOptions {
  url: string;
  /** The schema of the desk, which lets it share a database with other applications. */
  schema?: string;
}

export async function openPostgres({url, schema = 'support_desk'}: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({connectionString: url, options: `-c search_path=${schema}`});
  // The pool replaces a broken idle connection. Without a listener, its error would terminate the process.
  pool.on('error', () => {});
  const queriesOf = (on: pg.Pool | pg.PoolClient): Queries => ({
    query: async (sql, parameters = []) => (await on.query(sql, [...parameters])).rows,
  });
  await pool.query(`create schema if not exists ${pg.escapeIdentifier(schema)}`);
  return {
    ...queriesOf(pool),
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(queriesOf(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((cause: Error) => (broken = cause));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}
