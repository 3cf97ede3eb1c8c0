import {readFileSync} from 'node:fs';

import {test as base, expect, type Locator, type Page} from '@playwright/test';

import {cannedServer} from '../../bench/page/canned-server.js';

const processorSlowdown = 4;
/** A good Interaction to Next Paint is twice as long: https://web.dev/articles/inp */
const longestMedian = 100;
/** Durations below it are not reported: https://w3c.github.io/event-timing/#sec-event-timing-entry */
const shortestReported = 16;
const text = 'the line is down again';

const script = readFileSync('dist/standalone/isp-support.js', 'utf8');
const list = cannedServer({view: 'list', count: 60, page: 'whole'});
const thread = cannedServer({view: 'thread', count: 50, page: 'whole'});

/** A page with nothing but the element: no animation of the host paints what the element does not. */
const barePage =
  '<!doctype html><title>Support</title><isp-support api-base="/api" token="opaque"></isp-support>' +
  '<script src="/isp-support.js"></script>';

const bodies: Readonly<Record<string, (ticketId: string) => string>> = {
  'ticket-updates': () => '{"unread": 0, "tickets": []}',
  tickets: () => list.bodyOf(),
  t: ticketId => thread.bodyOf(ticketId),
};

async function serve(page: Page): Promise<void> {
  await page.route('**/*', async (route, request) => {
    const {pathname} = new URL(request.url());
    const name = pathname.split('/').pop() ?? '';
    const body = bodies[name.replace(/^t\d+$/, 't')];
    if (!pathname.startsWith('/api/')) {
      const isScript = pathname === '/isp-support.js';
      await route.fulfill(
        isScript ? {contentType: 'text/javascript', body: script} : {contentType: 'text/html', body: barePage},
      );
    } else if (body) await route.fulfill({contentType: 'application/json', body: body(name)});
    else await route.fulfill({status: 404, contentType: 'application/problem+json', body: '{"title": "None"}'});
  });
}

interface Key {
  /** When the key was pressed, in milliseconds since navigation. */
  readonly pressedAt: number;
  /** The longest duration of its events; undefined if none was reported. */
  duration?: number;
  /** When the last of its entries came. */
  reportedAt?: number;
}

declare global {
  interface Window {
    typing: {readonly keys: Key[]; untilReported(): Promise<void>};
  }
}

/**
 * Assigns each entry to the last key that was pressed before. Requests no frame: that would paint what the element does
 * not.
 */
function recordKeys(): void {
  // The last one first.
  const keys: Key[] = [];
  let report = (): void => {};
  addEventListener('keydown', ({timeStamp}) => keys.unshift({pressedAt: timeStamp}), true);
  const observer = new PerformanceObserver(entries => {
    for (const {name, startTime, duration} of entries.getEntries()) {
      // A key is up as soon as it is down, sometimes after the frame.
      const key = /^key(?:down|press)$/.test(name) ? keys.find(each => each.pressedAt <= startTime + 1) : undefined;
      if (!key) continue;
      key.duration = Math.max(duration, key.duration ?? 0);
      key.reportedAt = performance.now();
      report();
    }
  });
  // TypeScript does not know the threshold.
  observer.observe({type: 'event', durationThreshold: 16} as PerformanceObserverInit);
  window.typing = {
    keys,
    untilReported: () =>
      new Promise(resolve => {
        report = resolve;
        if (keys[0]?.duration !== undefined) resolve();
        // Events that took less than 16 ms have no entry.
        setTimeout(resolve, 500);
      }),
  };
}

const test = base.extend({
  page: async ({page, headless}, use) => {
    const hasDisplay =
      process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
    test.skip(!headless && !hasDisplay, 'There is no display, and Xvfb is neither installed nor can be.');
    await serve(page);
    await page.addInitScript(recordKeys);
    await page.goto('https://portal.example/support');
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', {rate: processorSlowdown});
    await use(page);
  },
});

/** Types a text, each key after the entry of the last one. */
async function type(page: Page, box: Locator): Promise<readonly Key[]> {
  await box.click();
  for (const letter of text) {
    await page.keyboard.press(letter);
    await page.evaluate(() => window.typing.untilReported());
  }
  await expect(box).toHaveValue(text);
  // The click paints whatever was not painted: entries that waited for it come now.
  await page.mouse.click(1, 1);
  await page.evaluate(() => new Promise(requestAnimationFrame).then(() => window.typing.untilReported()));
  return page.evaluate(() => window.typing.keys.reverse());
}

function expectPromptEntries(keys: readonly Key[]): void {
  const durations = keys.map(({duration}) => duration ?? shortestReported).sort((one, other) => one - other);
  console.log(`Durations of ${keys.length} keys, in milliseconds: ${durations.join(' ')}`);
  expect(keys).toHaveLength(text.length);
  const late = keys.filter(({reportedAt = 0}, index) => reportedAt > (keys[index + 1]?.pressedAt ?? Infinity));
  expect(late, 'keys whose entry came after the next key').toEqual([]);
  // On a fast machine, most keys take less than what is reported.
  expect(
    keys.some(({duration}) => duration !== undefined),
    'a key has an entry',
  ).toBe(true);
  expect(durations[durations.length >> 1], 'median duration').toBeLessThanOrEqual(longestMedian);
}

test('each key in the reply box has its Event Timing entry before the next key, and is painted in 100 ms', async ({
  page,
}) => {
  await page
    .getByRole('list', {name: 'Support tickets'})
    .getByRole('listitem')
    .first()
    .getByRole('button')
    .first()
    .click();
  expectPromptEntries(await type(page, page.getByRole('textbox', {name: 'Reply'})));
});

test('each key in the description has its Event Timing entry before the next key, and is painted in 100 ms', async ({
  page,
}) => {
  await page.getByRole('button', {name: 'New ticket'}).first().click();
  expectPromptEntries(await type(page, page.getByRole('textbox', {name: 'Description'})));
});
