/*
 * `npm run usability`: counts the key presses, taps and scrolled pixels that the three examples of the portal's
 * documentation take: with 60 tickets, by touch on a phone and by keyboard on a desktop computer.
 * `npm run usability -- ../before` measures another checkout.
 */
import {chromium, type BrowserContextOptions} from 'playwright-core';

import {browserArguments, findBrowser} from '../test/browser.js';
import {openCheckout} from './portal/checkout.js';
import {Customer} from './portal/customer.js';
import {Keys, Thumb, type Hands} from './portal/hands.js';
import {Portal} from './portal/portal.js';
import {sizes} from './portal/sizes.js';
import {stories, type Story} from './portal/stories.js';
import {table} from './table.js';

const checkout = await openCheckout();
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});

const [phone, desktop] = sizes;

/** Begins a story where the customer sees the list. */
const devices: readonly {
  name: string;
  options: BrowserContextOptions;
  begin: (customer: Customer) => Promise<Hands>;
}[] = [
  {
    name: `${phone.name} px, touch`,
    options: {viewport: phone.viewport, hasTouch: true, isMobile: true},
    begin: async ({page}) => new Thumb(page, await page.context().newCDPSession(page)),
  },
  {
    name: `${desktop.name} px, keyboard`,
    options: {viewport: desktop.viewport},
    begin: async ({page}) => {
      const keys = new Keys(page);
      await keys.press(page.getByRole('link', {name: 'Skip to content'}));
      return keys;
    },
  },
];

async function measure(story: Story, {name, options, begin}: (typeof devices)[number]) {
  const portal = await Portal.start(checkout);
  const customer = await Customer.visit(browser, portal, checkout, options);
  try {
    await customer.page.goto('/customer/tickets');
    await customer.rows.first().waitFor();
    await customer.settle();
    const start = performance.now();
    const hands = await begin(customer);
    await story.run(customer, hands);
    const seconds = (performance.now() - start) / 1000;
    const all = await customer.page.evaluate(() => window.measurement.scrolled);
    const {presses, letters, swipes, scrolled} = hands.effort;
    const pixels = [scrolled, all - scrolled].map(Math.round);
    return [name, story.name, presses, letters, swipes, ...pixels, seconds.toFixed(1)];
  } finally {
    await customer.leave();
    await portal.stop();
  }
}

try {
  const rows = [];
  for (const device of devices) for (const story of stories) rows.push(await measure(story, device));
  const head = ['device', 'story', 'presses', 'letters', 'swipes', 'px scrolled by hand', 'by itself', 'seconds'];
  console.log(table(head, rows));
} finally {
  await browser.close();
}
