// `npm run test:leaks`: what a page does for hours leaves nothing behind. The built standalone file, in a real browser.
import {chromium} from 'playwright-core';

import {inPage} from '../../bench/measure.js';
import {table} from '../../bench/report.js';
import {serve} from '../../bench/serve.js';
import {browserArguments, findBrowser} from '../browser.js';
import {countTimers, mounts, switches, tags} from './scenarios.js';

/** Growth that is the engine's own: code that it has compiled meanwhile, and room that it has not given back yet. */
const slack = 400_000;

const day = 24 * 60 * 60;
/** A list is read again every minute, if the day passes as it should. */
const readings = 1_000;

const server = await serve();
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});

/** What a page holds once all that can be collected has been. */
async function heldBy(page, session) {
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const {usedSize} = await session.send('Runtime.getHeapUsage');
  const {nodes, jsEventListeners} = await session.send('Memory.getDOMCounters');
  return {heap: usedSize, nodes, listeners: jsEventListeners, timers: await page.evaluate('window.timers.size')};
}

/** Does something twice, and says what more is held after the second time: the first fills what is kept on purpose. */
async function growth(view, act, prepare = async () => {}) {
  const plan = {candidate: 'ours', view, count: view === 'list' ? 25 : 50, page: 'whole', mode: 'warm', cpu: 1};
  return inPage(browser, server, plan, async (page, session) => {
    await prepare(page);
    await page.evaluate(countTimers);
    await page.evaluate(tags => Object.assign(window, {tags}), tags);
    await page.evaluate('bench.start()');
    await act(page);
    const before = await heldBy(page, session);
    await act(page);
    const after = await heldBy(page, session);
    return Object.fromEntries(Object.keys(after).map(key => [key, after[key] - before[key]]));
  });
}

const scenarios = {
  '1,000 elements that come and go': () => growth('list', page => page.evaluate(mounts, 1000)),
  '100 tickets, one after another': () => growth('thread', page => page.evaluate(switches, 100)),
  'a day of looking at a list': () =>
    growth(
      'list',
      async page => {
        await page.clock.runFor(day * 1000);
        const asked = await page.evaluate('bench.requests.splice(0).length');
        if (asked < readings) throw new Error(`In a day the list was asked for ${asked} times.`);
      },
      page => page.clock.install(),
    ),
};

let failed = 0;
try {
  const rows = [];
  for (const [name, grow] of Object.entries(scenarios)) {
    const {heap, nodes, listeners, timers} = await grow();
    const isClean = heap < slack && nodes <= 0 && listeners <= 0 && timers <= 0;
    if (!isClean) failed++;
    rows.push([name, heap, nodes, listeners, timers, isClean ? '' : 'LEAKS']);
  }
  console.log(table(['growth', 'heap, bytes', 'nodes', 'listeners', 'timers', ''], rows));
} finally {
  await browser.close();
  server.close();
}
console.log(`${Object.keys(scenarios).length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
