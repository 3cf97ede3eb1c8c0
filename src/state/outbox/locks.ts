import {randomId} from '../../internal/random-id.js';
import type {CustomerStorage} from '../../storage/customer-storage.js';

/** Runs at most one task for each queue in this page. */
export class TaskQueues {
  /** Queues with a running task, and whether a retry was asked for since it began. */
  readonly #running = new Map<string, boolean>();

  /**
   * Runs a task unless one is running in this queue. Returns whether a retry was asked for meanwhile; undefined if
   * another task is running, which then learns of the retry.
   */
  async runExclusive(queue: string, isRetry: boolean, task: () => Promise<void>): Promise<boolean | undefined> {
    const isRunning = this.#running.has(queue);
    this.#running.set(queue, isRunning && isRetry);
    if (isRunning) return undefined;
    let wantsRetry: boolean;
    try {
      await task();
    } finally {
      wantsRetry = this.#running.get(queue) ?? false;
      this.#running.delete(queue);
    }
    return wantsRetry;
  }

  /** Drops the retries that were asked for since the task of this queue began. */
  ignoreRetry(queue: string): void {
    this.#running.set(queue, false);
  }
}

const pageId = randomId();

const delay = (milliseconds: number): Promise<unknown> => new Promise(resolve => setTimeout(resolve, milliseconds));

/** How long a tab holds a lock, and waits for one, in milliseconds: a browser may freeze a tab that holds it. */
const lockTimeout = 30_000;
/** How long a tab waits to see whether another has overwritten its lock record, in milliseconds. */
const contentionDelay = 100;

/**
 * Runs a task while no other tab runs one under this name. This saves requests and keeps their order; that nothing is
 * sent twice rests on the idempotency keys alone. Therefore the task also runs if tabs cannot agree, or if one does not
 * answer.
 */
export async function withTabLock(name: string, storage: CustomerStorage, task: () => Promise<void>): Promise<void> {
  let hasStarted = false as boolean;
  const start = async (): Promise<void> => {
    hasStarted = true;
    await task();
  };
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), lockTimeout);
  try {
    // Missing on plain HTTP; rejects in a sandboxed frame.
    const {locks} = (globalThis.navigator as Partial<Navigator> | undefined) ?? {};
    if (locks) await locks.request(name, {signal: waiting.signal}, start);
    else await withStoredLock(name, storage, start);
  } catch (error) {
    if (hasStarted) throw error;
    await task();
  } finally {
    clearTimeout(timer);
  }
}

/** The tab that holds a lock, as the tabs' shared storage records it. */
interface LockRecord {
  readonly page: string;
  readonly until: number;
}

/**
 * A lock without Web Locks: a record in the shared storage, renewed while the task runs. A frozen tab cannot renew it.
 */
async function withStoredLock(name: string, storage: CustomerStorage, task: () => Promise<void>): Promise<void> {
  const id = `lock/${name}`;
  const holder = async (): Promise<string | undefined> => {
    const record = (await storage.entries(id)).get(id) as LockRecord | undefined;
    return record && record.until > Date.now() ? record.page : undefined;
  };
  const take = (): Promise<void> => storage.set(id, {page: pageId, until: Date.now() + lockTimeout});
  while (storage.isPersistent.value && (await holder()) !== pageId) {
    if ((await holder()) === undefined) await take();
    // If two tabs write at once, the last one has the lock.
    await delay(contentionDelay);
  }
  let isRunning = true as boolean;
  const renew = async (): Promise<void> => {
    if ((await holder()) === pageId && isRunning) await take();
  };
  const renewal = setInterval(() => void renew(), lockTimeout / 3);
  try {
    await task();
  } finally {
    clearInterval(renewal);
    isRunning = false;
    // If this tab was frozen until another took the lock, the record is the other's.
    if ((await holder()) === pageId) await storage.set(id, undefined);
  }
}
