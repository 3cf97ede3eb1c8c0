import {mkdir} from 'node:fs/promises';
import {openPGlite} from './store/pglite.js';
import {openPostgres} from './store/postgres.js';
import {openSqlStore} from './store/sql-store.js';
import type {DeskStore} from './store/store.js';

export interface StoreOptions {
  /** The URL of a PostgreSQL server. Default: the embedded database. */
  databaseUrl?: string | undefined;
  /** The data folder of the embedded database. */
  folder: string;
}

export async function openStore({databaseUrl, folder}: StoreOptions): Promise<DeskStore> {
  if (databaseUrl) return openSqlStore(await openPostgres({url: databaseUrl}));
  await mkdir(folder, {recursive: true});
  return openSqlStore(await openPGlite(folder));
}
