import {join} from 'node:path';
import {createDesk, type Desk} from '../desk/desk.js';
import {openStore} from '../desk/node-store.js';
import {seedWhenEmpty} from '../desk/seed/seed.js';
import {lockFolder, signingSecret} from './data-folder.js';
import type {Settings} from './settings.js';

/** Opens the desk with its database, and seeds the database on the first start. */
export async function openDesk({databaseUrl, folder}: Settings): Promise<Desk> {
  if (!databaseUrl) lockFolder(folder);
  const store = await openStore({databaseUrl, folder: join(folder, 'pglite')}).catch((cause: NodeJS.ErrnoException) => {
    // If a host name has several addresses, Node's error for a refused connection has a code but no message.
    throw new Error(`The database could not be opened: ${cause.message || cause.code}`, {cause});
  });
  await seedWhenEmpty(store, 'full', new Date());
  return createDesk({store, secret: signingSecret(folder)});
}
