// The last script of each page: runs the case of the page, and looks for the token.
import {tables} from '../tables.js';
import {deepAll} from './verbs.js';

declare global {
  interface Window {
    takeToken: () => string;
  }
}

const {recorder} = window;
const name = new URL(location.href).searchParams.get('secret');

/** The portal gives every element its token, like the snippet of the README. */
function signIn(): void {
  for (const each of deepAll('isp-support, isp-ticket-list, isp-ticket-thread, isp-new-ticket, isp-reply-banner')) {
    if (!each.hasAttribute('data-signed-out')) Object.assign(each, {tokenProvider: async () => window.takeToken()});
  }
}

async function storedTexts(): Promise<string> {
  const texts = [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage}), document.cookie];
  for (const {name: database} of await indexedDB.databases()) {
    const opened = await promiseOf<IDBDatabase>(indexedDB.open(database!));
    for (const store of opened.objectStoreNames) {
      const all = opened.transaction(store).objectStore(store).getAll();
      texts.push(JSON.stringify(await promiseOf(all)));
    }
    opened.close();
  }
  return texts.join();
}

const promiseOf = <Value>(request: IDBRequest): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as Value);
    request.onerror = () => reject(request.error!);
  });

/** The places in which the token can be read although it must not be there. */
async function leaks(): Promise<string[]> {
  const [, ...secrets] = window.takeToken().split('.');
  const markup = deepAll('*').map(each => each.outerHTML + Object.values(each.dataset ?? {}).join());
  const places: Readonly<Record<string, string>> = {
    document: markup.join(),
    storage: await storedTexts(),
    console: recorder.lines.join(),
    address: location.href + String(JSON.stringify(history.state)),
    requests: performance
      .getEntriesByType('resource')
      .map(entry => entry.name)
      .join(),
  };
  return Object.entries(places).flatMap(([place, text]) =>
    secrets.some(secret => text.includes(secret)) ? [`the token is in: ${place}`] : [],
  );
}

async function run(): Promise<void> {
  const each = tables.flatMap(({cases}) => cases).find(other => other.name === name);
  const failures: string[] = [];
  try {
    signIn();
    await each!.run();
    failures.push(...(await leaks()));
  } catch (error) {
    failures.push(String(error));
  }
  recorder.finish(failures);
}

void run();
