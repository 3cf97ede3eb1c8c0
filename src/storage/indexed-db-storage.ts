import type {SupportStorage} from '../contract/storage.js';

/** Devices hold data under this name: another one would need a migration. */
const storeName = 'kept';

/** Stores data on the device. The database is opened on first use, and again if the browser has closed it. */
export class IndexedDbStorage implements SupportStorage {
  #database: Promise<IDBDatabase> | undefined;

  async entries(prefix: string): Promise<readonly (readonly [string, string])[]> {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [keys, values] = await this.#run('readonly', store => [store.getAllKeys(range), store.getAll(range)]);
    return (keys as string[]).map((key, index) => [key, (values as string[])[index] ?? '']);
  }

  async write(changes: ReadonlyMap<string, string | null>): Promise<void> {
    await this.#run('readwrite', store =>
      [...changes].map(([key, value]) => (value === null ? store.delete(key) : store.put(value, key))),
    );
  }

  async #run(mode: IDBTransactionMode, send: (store: IDBObjectStore) => readonly IDBRequest[]): Promise<unknown[]> {
    try {
      return await runTransaction(await (this.#database ??= openDatabase()), mode, send);
    } catch {
      // Safari closes connections of its own accord (https://bugs.webkit.org/show_bug.cgi?id=197050).
      this.#database = openDatabase();
      return runTransaction(await this.#database, mode, send);
    }
  }
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('isp-support', 1);
    const fail = (): void => reject(new Error());
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = fail;
    request.onblocked = fail;
  });
}

/** Resolves when the transaction is complete: a request that has succeeded may still be rolled back. */
function runTransaction(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  send: (store: IDBObjectStore) => readonly IDBRequest[],
): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(storeName, mode);
    const requests = send(transaction.objectStore(storeName));
    transaction.oncomplete = () => resolve(requests.map(({result}) => result as unknown));
    transaction.onabort = () => reject(new Error());
  });
}
