/*
 * `npm run contact-sheet`: pictures of the Support tab and the banner of a customer with 60 tickets, at four widths, in
 * light, dark, forced colours and Arabic, and one sheet for each view, in test/.output/contact-sheet.
 * `npm run contact-sheet -- ../before` takes them of another checkout.
 */
import {mkdirSync, readFileSync, rmSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {chromium, type BrowserContextOptions} from 'playwright-core';

import * as faultKinds from '../demo/desk/fault-kinds.js';
import {browserArguments, findBrowser} from '../test/browser.js';
import {openCheckout} from './portal/checkout.js';
import {Customer} from './portal/customer.js';
import {Portal} from './portal/portal.js';

interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly language?: string;
}

const looks: readonly Look[] = [
  {name: 'light', options: {colorScheme: 'light'}},
  {name: 'dark', options: {colorScheme: 'dark'}},
  {name: 'forced-colors', options: {forcedColors: 'active'}},
  {name: 'arabic', options: {colorScheme: 'light'}, language: 'ar'},
];

const viewports = [
  {width: 360, height: 740},
  {width: 768, height: 1024},
  {width: 1280, height: 800},
  {width: 1600, height: 1000},
];

const support = '/customer/tickets';
const longTicket = 'Connection drops for a few seconds, many times a day';

/** What leads to each view, in this order. Elements are found by their tags: the texts may be Arabic. */
const views: Readonly<Record<string, (customer: Customer) => Promise<unknown>>> = {
  async list({page}) {
    await page.goto(support);
    await page.locator('isp-ticket-list').getByRole('listitem').first().waitFor();
  },

  async thread({page, portal}) {
    await page.goto(`${support}?ticket=${(await portal.readTicket(longTicket)).id}`);
    await page.locator('isp-ticket-thread').getByRole('article').first().waitFor();
  },

  'reply-box': ({page}) => page.locator('isp-ticket-thread textarea').focus(),

  async form({page}) {
    const form = page.locator('isp-new-ticket');
    await page.goto(`${support}?new-ticket`);
    await form.locator('input[type=text]').fill('Slow speeds in the evening');
    await form.locator('textarea').fill('2 Mbps at 21:00 from a laptop with a cable.');
  },

  async confirmation({page}) {
    const form = page.locator('isp-new-ticket');
    await form.locator('[type=submit]').click();
    await form.getByRole('heading', {name: 'TKT-'}).waitFor();
  },

  async banner({page}) {
    await page.goto('/customer/usage');
    await page.locator('isp-reply-banner').getByRole('link').first().waitFor();
  },

  async failure({page, portal}) {
    portal.faults.set({times: Infinity}, faultKinds.answer(503));
    await page.goto(support);
    await page.locator('isp-ticket-list .notice').first().waitFor();
  },
};

const output = fileURLToPath(new URL('../test/.output/contact-sheet/', import.meta.url));
rmSync(output, {recursive: true, force: true});
mkdirSync(output, {recursive: true});

const checkout = await openCheckout();
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});

const fileOf = (view: string, width: number, look: Look): string => `${output}${view}-${width}-${look.name}.png`;

async function takePictures(viewport: (typeof viewports)[number], look: Look): Promise<void> {
  const portal = await Portal.start(checkout);
  const customer = await Customer.visit(browser, portal, checkout, {viewport, ...look.options});
  const {page} = customer;
  const {language} = look;
  if (language) await page.addInitScript(setLanguage, language);
  try {
    for (const [view, open] of Object.entries(views)) {
      await open(customer);
      await customer.settle();
      await page.screenshot({path: fileOf(view, viewport.width, look), animations: 'disabled'});
    }
  } finally {
    await customer.leave();
    await portal.stop();
  }
}

/** Changes the language of the page, before its elements are defined. */
function setLanguage(language: string): void {
  document.addEventListener('readystatechange', () => {
    document.documentElement.lang = language;
    document.documentElement.dir = 'rtl';
  });
}

/** All pictures of a view on one: a column for each width, a row for each look. */
async function takeSheet(view: string): Promise<void> {
  const page = await browser.newPage({viewport: {width: 2000, height: 1000}});
  const pictures = looks.flatMap(look => viewports.map(({width}) => readFileSync(fileOf(view, width, look), 'base64')));
  const columns = viewports.map(({width}) => `minmax(0, ${width}fr)`).join(' ');
  await page.setContent(
    `<body style="display: grid; grid-template-columns: ${columns}; gap: 16px; margin: 16px; background: gray">
      ${pictures.map(picture => `<img src="data:image/png;base64,${picture}" style="width: 100%">`).join('')}`,
  );
  await page.screenshot({path: `${output}${view}.png`, fullPage: true});
  await page.close();
}

try {
  for (const viewport of viewports) await Promise.all(looks.map(look => takePictures(viewport, look)));
  for (const view of Object.keys(views)) await takeSheet(view);
  console.log(
    `${Object.keys(views).length} sheets, of ${looks.length * viewports.length} pictures each, are in ${output}`,
  );
} finally {
  await browser.close();
}
