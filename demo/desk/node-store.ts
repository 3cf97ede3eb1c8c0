import {mkdir} from 'node:fs/promises';
import {openPGlite} from './store/pglite.js';
import {openPostgres} from './store/postgres.js';
import {openSqlStore} from './store/sql-store.js';
import type {DeskStore} from './store/store.js';

export interface StorePlace {
  /** A PostgreSQL server; without it the embedded one is used. */
  databaseUrl?: string | undefined;
  /** Where the embedded one keeps its data. */
  folder: string;
}

export async function openStore({databaseUrl, folder}: StorePlace): Promise<DeskStore> {
  if (databaseUrl) return openSqlStore(await openPostgres({url: databaseUrl}));
  await mkdir(folder, {recursive: true});
  return openSqlStore(await openPGlite(folder));
}
