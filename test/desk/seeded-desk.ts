import {createDesk, type DeskOptions} from '../../demo/desk/desk.js';
import {lena} from '../../demo/desk/seed/people.js';
import {seedWhenEmpty} from '../../demo/desk/seed/seed.js';
import {StaffActions} from '../../demo/desk/staff-actions.js';
import {MemoryStore} from '../../demo/desk/store/memory-store.js';
import {openPGlite} from '../../demo/desk/store/pglite.js';
import {openSqlStore} from '../../demo/desk/store/sql-store.js';
import type {DeskStore} from '../../demo/desk/store/store.js';
import {ApiClient, fixedNow} from './api-client.js';
import {openTestPostgres, postgresUrl} from './test-postgres.js';

/** Creates a desk with the small seed in a store. */
export async function createSeededDesk(store: DeskStore, options: Partial<DeskOptions> = {}) {
  const now = options.now ?? fixedNow;
  await seedWhenEmpty(store, 'small', now());
  const desk = createDesk({store, now, ...options});
  const tokenFor = (subscriber: {id: string; username: string} = lena, seconds = 900) =>
    desk.context.tokens.issue('customer', subscriber, seconds);
  return {
    desk,
    staff: new StaffActions(desk.context),
    tokenFor,
    customer: async (subscriber = lena) =>
      new ApiClient((input, init) => desk.fetch(new Request(input, init)), await tokenFor(subscriber)),
  };
}

export const storeKinds: [string, () => Promise<DeskStore>][] = [
  ['memory', async () => new MemoryStore()],
  ['PGlite', async () => openSqlStore(await openPGlite())],
];
if (postgresUrl) {
  const url = postgresUrl;
  storeKinds.push(['PostgreSQL', () => openTestPostgres(url)]);
}
