/** A slow mobile network: 1.6 Mbit/s, 150 ms. */
const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

const address = (server, {candidate, view, count, page, mode}) =>
  `${server.address}/page/${candidate}?${new URLSearchParams({view, count, page, mode})}`;

/**
 * The main-thread time of a page so far, in milliseconds of thread time: all tasks, and the part for style and layout.
 * Chromium's `ScriptDuration` excludes code that runs after a promise, which is most of our code.
 */
async function costs(session) {
  const {metrics} = await session.send('Performance.getMetrics');
  const of = metric => 1000 * metrics.find(({name}) => name === metric).value;
  return {
    task: of('TaskDuration'),
    layout: of('RecalcStyleDuration') + of('LayoutDuration'),
  };
}

async function costsSince(before, session) {
  const now = await costs(session);
  return Object.fromEntries(Object.entries(now).map(([name, value]) => [name, value - before[name]]));
}

/** The main-thread time of all tasks. */
export const taskTime = async session => (await costs(session)).task;

async function heapOf(session) {
  await session.send('HeapProfiler.collectGarbage');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/**
 * Waits for a console message of the page: polling would make the page evaluate the driver's scripts while it loads.
 */
const untilPainted = page => page.waitForEvent('console', {predicate: message => message.text() === 'painted'});

/** Opens a page in its own browser context for one measurement, and closes the context afterwards. */
export async function inPage(browser, server, plan, measure) {
  const context = await browser.newContext({viewport: {width: 390, height: 844}});
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', {timeDomain: 'threadTicks'});
    await session.send('Emulation.setCPUThrottlingRate', {rate: plan.cpu});
    const isOnPage = plan.mode === 'warm' || plan.mode === 'created';
    if (!isOnPage) {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', slowNetwork);
    }
    const visit = () => Promise.all([untilPainted(page), page.goto(address(server, plan), {waitUntil: 'commit'})]);
    if (isOnPage) await page.goto(address(server, plan));
    // The browser keeps compiled code from the second use of a script on.
    for (let visits = plan.mode === 'revisit' ? 3 : 1; !isOnPage && visits > 0; visits--) await visit();
    return await measure(page, session);
  } finally {
    await context.close();
  }
}

/**
 * Measures from navigation to paint, and the main-thread time to its end. `bytes` is the size of all responses except
 * the page itself.
 */
export async function cold(page, session) {
  const cost = await costs(session);
  const figures = await page.evaluate(() => ({
    time: window.paintedAt,
    requestedAt: bench.requestedAt,
    dataAt: bench.dataAt,
    layoutShift: bench.layoutShift,
    requests: bench.requests,
    bytes: performance.getEntriesByType('resource').reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0),
  }));
  return {...cost, ...figures};
}

/** Measures a later visit: the script is in the browser's cache. */
export async function revisit(page, session) {
  // The main-thread time would be that of all visits.
  const {task: _task, layout: _layout, ...figures} = await cold(page, session);
  return figures;
}

/** Measures the time that `show` returns, the main-thread time, the nodes and the memory. */
async function showing(page, session, show) {
  const empty = await heapOf(session);
  const before = await costs(session);
  const time = await show();
  // Include the work that the element postpones until after the first paint.
  await page.waitForTimeout(300);
  const cost = await costsSince(before, session);
  const figures = await page.evaluate(() => ({
    nodes: bench.nodes,
    longTask: Math.max(0, ...bench.longTasks),
    layoutShift: bench.layoutShift,
    requests: bench.requests.slice(),
  }));
  return {time, ...cost, heap: (await heapOf(session)) - empty, ...figures};
}

/** Measures from data to paint, and the main-thread time: everything else is loaded before the data arrives. */
export async function warm(page, session) {
  await page.evaluate(() => {
    bench.holdResponse();
    window.shown = bench.start();
  });
  await page.waitForTimeout(200);
  return showing(page, session, () =>
    page.evaluate(async () => {
      bench.releaseResponse();
      return (await window.shown) - bench.dataAt;
    }),
  );
}

/** Measures from the creation of the element to its paint: the script is loaded, and the data is at hand. */
export async function created(page, session) {
  await page.waitForTimeout(200);
  return showing(page, session, () =>
    page.evaluate(async () => {
      const begin = performance.now();
      return (await bench.create()) - begin;
    }),
  );
}

/**
 * Measures showing an update: a baseline is given the new item; our element revalidates the page and finds the item, as
 * it does periodically while it is visible.
 */
const update = kind => async (page, session) => {
  await page.evaluate(() => bench.start());
  await page.waitForTimeout(500);
  const before = await costs(session);
  const time = await page.evaluate(kind => bench[kind](), kind);
  return {time, ...(await costsSince(before, session))};
};

export const append = update('append');
export const change = update('change');

/**
 * Measures a reply of the customer's own, from Send to its paint, and the main-thread time to its end: the outbox, the
 * response, other tabs. A baseline is given the reply.
 */
export async function send(page, session) {
  await page.evaluate(async () => {
    await bench.start();
    bench.write();
  });
  await page.waitForTimeout(500);
  const before = await costs(session);
  const time = await page.evaluate(() => bench.send());
  await page.waitForTimeout(300);
  return {time, ...(await costsSince(before, session))};
}
