import {join} from 'node:path';
import {createDesk, type Desk} from '../desk/desk.js';
import {openStore} from '../desk/node-store.js';
import {seedWhenEmpty} from '../desk/seed/seed.js';
import {claimFolder, signingSecret} from './data-folder.js';
import type {Settings} from './settings.js';

/** The desk on its database, filled if this is the first start. */
export async function openDesk({databaseUrl, folder}: Settings): Promise<Desk> {
  if (!databaseUrl) claimFolder(folder);
  const store = await openStore({databaseUrl, folder: join(folder, 'pglite')}).catch((cause: NodeJS.ErrnoException) => {
    // Where a name has several addresses, Node's error for "nobody answers" has a code and no message.
    throw new Error(`The database could not be opened: ${cause.message || cause.code}`, {cause});
  });
  await seedWhenEmpty(store, 'full', new Date());
  return createDesk({store, secret: signingSecret(folder)});
}
