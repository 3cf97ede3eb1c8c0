import pg from 'pg';
import type {Database, Queries} from './database.js';

export interface PostgresOptions {
  url: string;
  /** The desk keeps to one schema, so that it can share a database with others. */
  schema?: string;
}

export async function openPostgres({url, schema = 'support_desk'}: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({connectionString: url, options: `-c search_path=${schema}`});
  // A connection that breaks while nobody uses it is replaced by the next query; unheard, it would end the process.
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
