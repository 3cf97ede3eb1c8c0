import {reachableStrings} from './reachable-strings.js';

const promisifyRequest = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function databaseStrings(name: string): Promise<string[]> {
  const database = await promisifyRequest(indexedDB.open(name));
  const stores = [...database.objectStoreNames];
  const rows = stores.map(store => promisifyRequest(database.transaction(store).objectStore(store).getAll()));
  const strings = reachableStrings(name, await Promise.all(rows));
  database.close();
  return strings;
}

/** Every string that the browser stores for this origin. */
export async function readStoredStrings(): Promise<string[]> {
  const databases = (await indexedDB.databases()).flatMap(({name}) => name ?? []);
  const records = await Promise.all(databases.map(databaseStrings));
  const local = [localStorage, sessionStorage].map(storage => JSON.stringify(storage));
  return [document.cookie, ...local, ...(await caches.keys()), ...records.flat()];
}
