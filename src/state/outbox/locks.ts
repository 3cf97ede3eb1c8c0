import type {CustomerStorage} from '../../storage/customer-storage.js';
import {randomId} from '../../internal/random-id.js';

const page = randomId();

const pause = (milliseconds: number): Promise<unknown> => new Promise(resolve => setTimeout(resolve, milliseconds));

/** How long a tab may keep the others waiting: it may have been frozen in the middle. */
const patience = 30_000;

/**
 * Does some work while no other tab does work of that name. It saves requests and keeps their order; that nothing is done
 * twice rests on the keys alone, so where tabs cannot agree, or one does not answer, the work is done all the same.
 */
export async function inTurn(name: string, storage: CustomerStorage, work: () => Promise<void>): Promise<void> {
  let hasBegun = false as boolean;
  const begin = async (): Promise<void> => {
    hasBegun = true;
    await work();
  };
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  try {
    // Missing on plain http; in a sandboxed frame it rejects.
    if ('locks' in navigator) await navigator.locks.request(name, {signal: waiting.signal}, begin);
    else await leased(name, storage, begin);
  } catch (error) {
    if (hasBegun) throw error;
    await work();
  } finally {
    clearTimeout(timer);
  }
}

interface Lease {
  readonly page: string;
  readonly until: number;
}

/** The same by a note in the storage that the tabs share. It is renewed while there is work, which a frozen tab cannot do. */
async function leased(name: string, storage: CustomerStorage, work: () => Promise<void>): Promise<void> {
  const id = `lease/${name}`;
  const holder = async (): Promise<string | undefined> => {
    const lease = (await storage.entries(id)).get(id) as Lease | undefined;
    return lease && lease.until > Date.now() ? lease.page : undefined;
  };
  const take = (): Promise<void> => storage.set(id, {page, until: Date.now() + patience});
  while (storage.isKept.value && (await holder()) !== page) {
    if ((await holder()) === undefined) await take();
    // Of two that write at once, the last one has it.
    await pause(100);
  }
  let isWorking = true as boolean;
  const renew = async (): Promise<void> => {
    if ((await holder()) === page && isWorking) await take();
  };
  const renewal = setInterval(() => void renew(), patience / 3);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    isWorking = false;
    // A tab that was frozen for so long that another has taken it leaves it alone.
    if ((await holder()) === page) await storage.set(id, undefined);
  }
}
