// Measurements of interactions that only our elements have.
import {taskTime} from './measure.js';

/** The duration of each main-thread task during an action, in milliseconds, longest first. */
async function tasksDuring(browser, action) {
  const session = await browser.newBrowserCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({value}) => events.push(...value));
  const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {includedCategories: ['__metadata', 'disabled-by-default-devtools.timeline']},
  });
  await action();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  const main = new Set(
    events
      .filter(({name, args}) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({pid, tid}) => `${pid} ${tid}`),
  );
  return events
    .filter(({name, pid, tid, dur}) => name === 'RunTask' && main.has(`${pid} ${tid}`) && dur)
    .map(({dur}) => dur / 1000)
    .sort((one, other) => other - one);
}

const open = async page => {
  await page.evaluate(() => bench.start());
  await page.waitForTimeout(500);
};

/**
 * The longest tasks while typing in the reply box below a hundred messages, after the first key has compiled the code.
 */
export async function typing(page, _session, browser) {
  await open(page);
  await page.getByRole('textbox').focus();
  await page.keyboard.type('So');
  await page.waitForTimeout(1000);
  const tasks = await tasksDuring(browser, () => page.keyboard.type(' the line is down again.', {delay: 80}));
  return {longTask: tasks[0] ?? 0, over16: tasks.filter(task => task > 16).length};
}

/** The main-thread time and the DOM mutations of a revalidation that finds no change. */
export async function unchanged(page, session) {
  await open(page);
  const before = await taskTime(session);
  const changes = await page.evaluate(async () => {
    let changes = 0;
    const observer = new MutationObserver(records => (changes += records.length));
    observer.observe(bench.element.shadowRoot, {subtree: true, childList: true, attributes: true, characterData: true});
    const requests = bench.requests.length;
    bench.refocus();
    while (bench.requests.length === requests) await new Promise(requestAnimationFrame);
    for (let frames = 0; frames < 10; frames++) await new Promise(requestAnimationFrame);
    return changes;
  });
  return {changes, task: (await taskTime(session)) - before};
}

/**
 * Blank frames while scrolling through the first thousand rows, or all of them, one screen per frame; and the nodes of
 * the document then, and at most.
 */
const scrollThrough = count => async page => {
  await open(page);
  return page.evaluate(async count => {
    const scroller = document.scrollingElement;
    const isThread = bench.element.localName.includes('thread');
    let blank = 0;
    let frames = 0;
    if (isThread) scroller.scrollTop = scroller.scrollHeight;
    let maxNodes = 0;
    const hasMore = () => bench.element.shadowRoot.querySelector('.more, .earlier');
    while (bench.loaded < count && hasMore() && frames < 20_000) {
      if (isThread) {
        bench.element.shadowRoot.querySelector('.earlier button')?.click();
        scroller.scrollBy(0, -innerHeight);
      } else scroller.scrollBy(0, innerHeight);
      await new Promise(requestAnimationFrame);
      frames++;
      if (bench.isBlank) blank++;
      maxNodes = Math.max(maxNodes, bench.nodes);
    }
    return {rows: bench.loaded, frames, blank, nodes: bench.nodes, maxNodes};
  }, count);
};

export const scrolling = scrollThrough(1_000);
export const scrollingAll = scrollThrough(10_000);
