import type {SupportStorage} from '../contract/storage.js';

const store = 'kept';

/** The device's own storage. It is opened when it is first used, and anew when the engine has closed it. */
export class IndexedDbStorage implements SupportStorage {
  #database: Promise<IDBDatabase> | undefined;

  async entries(prefix: string): Promise<readonly (readonly [string, string])[]> {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [keys, values] = await this.#run('readonly', kept => [kept.getAllKeys(range), kept.getAll(range)]);
    return (keys as string[]).map((key, index) => [key, (values as string[])[index] ?? '']);
  }

  async write(changes: ReadonlyMap<string, string | null>): Promise<void> {
    await this.#run('readwrite', kept =>
      [...changes].map(([key, value]) => (value === null ? kept.delete(key) : kept.put(value, key))),
    );
  }

  async #run(mode: IDBTransactionMode, ask: (kept: IDBObjectStore) => readonly IDBRequest[]): Promise<unknown[]> {
    try {
      return await transacted(await (this.#database ??= opened()), mode, ask);
    } catch {
      // Safari closes connections of its own accord (https://bugs.webkit.org/show_bug.cgi?id=197050).
      this.#database = opened();
      return transacted(await this.#database, mode, ask);
    }
  }
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('isp-support', 1);
    const fail = (): void => reject(new Error());
    opening.onupgradeneeded = () => opening.result.createObjectStore(store);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = fail;
    opening.onblocked = fail;
  });
}

/** Resolves when the transaction is complete: a request that has succeeded may still be rolled back. */
function transacted(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  ask: (kept: IDBObjectStore) => readonly IDBRequest[],
): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode);
    const requests = ask(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(requests.map(({result}) => result as unknown));
    transaction.onabort = () => reject(new Error());
  });
}
