/*
 * `npm run event-timing`: the time from each press to the next paint, by Event Timing, at two sizes: the median with
 * its 95 % interval and the worst of twenty, with the processor slowed down four times and responses that take 150 ms.
 * `npm run event-timing -- ../before` measures this checkout and another one in turns, and says what the runs tell
 * about the difference; `--runs 5` makes it shorter.
 */
import {parseArgs} from 'node:util';

import {chromium, type CDPSession, type ViewportSize} from 'playwright-core';

import * as faultKinds from '../demo/desk/fault-kinds.js';
import {browserArguments, findBrowser} from '../test/browser.js';
import {openCheckout, type Checkout} from './portal/checkout.js';
import {Customer} from './portal/customer.js';
import {Portal} from './portal/portal.js';
import {sizes} from './portal/sizes.js';
import {confidenceInterval, median, readingOf} from './statistics.js';
import {table} from './table.js';

const processorSlowdown = 4;
const responseTime = 150;
const subject = 'Flat 911: 90 Mbps instead of 500 by cable';

const {values, positionals} = parseArgs({options: {runs: {type: 'string', default: '20'}}, allowPositionals: true});
const checkouts: Checkout[] = [];
for (const path of ['.', ...positionals]) checkouts.push(await openCheckout(path));

type RecordPress = (press: string, milliseconds: number) => void;

async function measurePresses(customer: Customer, record: RecordPress) {
  const measure = async (press: string, act: () => Promise<unknown>): Promise<void> => {
    await customer.settle();
    await customer.page.evaluate(() => window.measurement.takeInteractions());
    await act();
    await customer.settle();
    record(press, Math.max(0, ...(await customer.page.evaluate(() => window.measurement.takeInteractions()))));
  };
  await measure('open a ticket', async () => {
    await customer.ticket(subject).click();
    await customer.replyBox.waitFor();
  });
  await customer.replyBox.fill('Is there any news?');
  await measure('send a reply', async () => {
    await customer.sendButton.click();
    await customer.message('Is there any news?').waitFor();
  });
  // The list is beside the ticket if there is room.
  const back = customer.button('thread.back');
  if (await back.isVisible()) await measure('back to the list', () => back.click());
  await measure('new ticket', async () => {
    await customer.button('list.new').click();
    await customer.textbox('form.subject').waitFor();
  });
  await customer.textbox('form.subject').fill('Slow speeds in the evening');
  await customer.textbox('form.description').fill('2 Mbps at 21:00 from a laptop with a cable.');
  await measure('create a ticket', async () => {
    await customer.button('form.create').click();
    await customer.confirmation.waitFor();
  });
}

async function visit(checkout: Checkout, viewport: ViewportSize, record: RecordPress) {
  const portal = await Portal.start(checkout);
  const customer = await Customer.visit(browser, portal, checkout, {viewport});
  try {
    portal.faults.set({times: Infinity}, faultKinds.latency(responseTime));
    await customer.page.goto('/customer/tickets');
    await customer.rows.first().waitFor();
    const session: CDPSession = await customer.page.context().newCDPSession(customer.page);
    await session.send('Emulation.setCPUThrottlingRate', {rate: processorSlowdown});
    await measurePresses(customer, record);
  } finally {
    await customer.leave();
    await portal.stop();
  }
}

/** The median, its interval, and the worst. */
function describeDurations(durations: readonly number[]): string {
  const interval = confidenceInterval(durations);
  return `${median(durations)}${interval ? ` (${interval.join(' to ')})` : ''} / ${Math.max(...durations)}`;
}

/** What the runs tell about the difference of this checkout to the other one. */
const describeDifference = ([ours = [], ...others]: readonly number[][]): string[] =>
  others.map(other => readingOf(other, ours).reading);

/** The durations of each press in each checkout. */
const pressed = new Map<string, number[][]>();
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
for (let run = 0; run < Number(values.runs); run++) {
  for (const {name, viewport} of sizes) {
    for (const [index, checkout] of checkouts.entries()) {
      await visit(checkout, viewport, (press, milliseconds) => {
        const key = `${name} px, ${press}`;
        const durations = pressed.get(key) ?? checkouts.map(() => []);
        pressed.set(key, durations);
        durations[index]?.push(milliseconds);
      });
    }
  }
}
await browser.close();

console.log(`Milliseconds, median (95 % interval) / worst of ${values.runs}`);
console.log(
  table(
    ['press', ...checkouts.map(({path}) => path), ...checkouts.slice(1).map(({path}) => `than ${path}`)],
    [...pressed].map(([press, durations]) => [
      press,
      ...durations.map(describeDurations),
      ...describeDifference(durations),
    ]),
  ),
);
