/** A cheap phone's line: 1.6 Mbit/s, 150 ms. */
const slowLine = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

const address = (server, {contender, view, count, page, way}) =>
  `${server.address}/page/${contender}?${new URLSearchParams({view, count, page, way})}`;

/**
 * What a page has cost its main thread so far, in milliseconds of that thread alone: all of it, and style and layout of that.
 * Chromium's own account of scripts leaves out what follows a promise, which is most of ours.
 */
async function costs(session) {
  const {metrics} = await session.send('Performance.getMetrics');
  const of = wanted => 1000 * metrics.find(({name}) => name === wanted).value;
  return {
    task: of('TaskDuration'),
    layout: of('RecalcStyleDuration') + of('LayoutDuration'),
  };
}

async function costsSince(before, session) {
  const now = await costs(session);
  return Object.fromEntries(Object.entries(now).map(([name, value]) => [name, value - before[name]]));
}

/** All of it. */
export const taskTime = async session => (await costs(session)).task;

async function heapOf(session) {
  await session.send('HeapProfiler.collectGarbage');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Whoever asks a page whether it has painted gives it a script of their own to read meanwhile: it tells by itself. */
const untilPainted = page => page.waitForEvent('console', {predicate: message => message.text() === 'painted'});

/** Opens a page for one measurement, and closes it with all that it left. */
export async function inPage(browser, server, plan, look) {
  const context = await browser.newContext({viewport: {width: 390, height: 844}});
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable', {timeDomain: 'threadTicks'});
    await session.send('Emulation.setCPUThrottlingRate', {rate: plan.cpu});
    if (plan.way !== 'warm') {
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', slowLine);
    }
    if (plan.way === 'warm') await page.goto(address(server, plan));
    else await Promise.all([untilPainted(page), page.goto(address(server, plan), {waitUntil: 'commit'})]);
    return await look(page, session);
  } finally {
    await context.close();
  }
}

/** From navigation to painted. `bytes` is what came over the line for it, the page itself aside. */
export const cold = page =>
  page.evaluate(() => ({
    time: window.paintedAt,
    askedAt: bench.askedAt,
    dataAt: bench.dataAt,
    layoutShift: bench.layoutShift,
    requests: bench.requests,
    bytes: performance.getEntriesByType('resource').reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0),
  }));

/** From data to painted, and what all of it costs: the element waits for its data, with all else done. */
export async function warm(page, session) {
  await page.evaluate(() => {
    bench.holdBack();
    window.shown = bench.start();
  });
  await page.waitForTimeout(200);
  const empty = await heapOf(session);
  const before = await costs(session);
  const time = await page.evaluate(async () => {
    bench.letThrough();
    return (await window.shown) - bench.dataAt;
  });
  // What is drawn only once somebody sees something is work, too.
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

/**
 * What it costs to show what is new: a floor is handed it, ours reads all anew and finds it, as it does while somebody looks
 * at it and the time has come.
 */
const news = kind => async (page, session) => {
  await page.evaluate(() => bench.start());
  await page.waitForTimeout(500);
  const before = await costs(session);
  const time = await page.evaluate(kind => bench[kind](), kind);
  return {time, ...(await costsSince(before, session))};
};

export const append = news('append');
export const change = news('change');
