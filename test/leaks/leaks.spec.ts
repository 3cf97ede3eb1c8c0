import {test as base, expect, type CDPSession, type Page} from '@playwright/test';
import {serve, type BenchServer} from '../../bench/serve.js';
import {countTimers, mountElements, openTickets} from './page-scripts.js';

/** Growth of the heap that the engine causes: compiled code, and memory that it has not released yet. In bytes. */
const heapTolerance = 400_000;

const millisecondsPerDay = 24 * 60 * 60 * 1000;
/** A list at which nobody looks is revalidated every three minutes. Far fewer would mean that the day did not pass. */
const leastRequestsPerDay = 400;

const test = base.extend<object, {benchServer: BenchServer}>({
  benchServer: [
    async ({browserName: _}, use) => {
      const server = await serve();
      await use(server);
      server.close();
    },
    {scope: 'worker', timeout: 120_000},
  ],
});

interface Usage {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly timers: number;
}

/** What a page uses after garbage collection. */
async function usageOf(page: Page, session: CDPSession): Promise<Usage> {
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const {usedSize: heap} = await session.send('Runtime.getHeapUsage');
  const {nodes, jsEventListeners: listeners} = await session.send('Memory.getDOMCounters');
  return {heap, nodes, listeners, timers: await page.evaluate(() => window.timers.size)};
}

/** Runs the same action twice. Only growth in the second run is a leak: the first one fills the caches. */
async function expectNoGrowth(page: Page, action: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(countTimers);
  await page.evaluate('bench.start()');
  await action();
  const before = await usageOf(page, session);
  await action();
  // A request that ends has listeners until it is collected.
  const listenersNow = async (): Promise<number> => (await usageOf(page, session)).listeners;
  await expect.poll(listenersNow, 'event listeners').toBeLessThanOrEqual(before.listeners);
  const after = await usageOf(page, session);

  const growth = {
    heap: after.heap - before.heap,
    nodes: after.nodes - before.nodes,
    listeners: after.listeners - before.listeners,
    timers: after.timers - before.timers,
  };
  console.log(`Growth: ${JSON.stringify(growth)}`);
  expect.soft(growth.heap, 'heap, in bytes').toBeLessThan(heapTolerance);
  expect.soft(growth.nodes, 'nodes').toBeLessThanOrEqual(0);
  expect.soft(growth.timers, 'timers').toBeLessThanOrEqual(0);
}

const addressOf = (server: BenchServer, view: 'list' | 'thread', count: number): string =>
  `${server.address}/page/ours?${new URLSearchParams({view, count: String(count), page: 'whole', mode: 'warm'})}`;

test('1,000 elements that are added and removed leave no memory, nodes, listeners or timers behind', async ({
  page,
  benchServer,
}) => {
  await page.goto(addressOf(benchServer, 'list', 25));
  await expectNoGrowth(page, () => page.evaluate(mountElements, 1000));
});

test('100 tickets opened in one thread leave no memory, nodes, listeners or timers behind', async ({
  page,
  benchServer,
}) => {
  await page.goto(addressOf(benchServer, 'thread', 50));
  await expectNoGrowth(page, () => page.evaluate(openTickets, 100));
});

test('A list that is open for a day leaves no memory, nodes, listeners or timers behind', async ({
  page,
  benchServer,
}) => {
  await page.goto(addressOf(benchServer, 'list', 25));
  await page.clock.install();
  await expectNoGrowth(page, async () => {
    await page.clock.runFor(millisecondsPerDay);
    const requests = await page.evaluate(() => window.bench.requests.splice(0).length);
    expect(requests).toBeGreaterThanOrEqual(leastRequestsPerDay);
  });
});
