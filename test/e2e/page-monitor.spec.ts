import type {Page} from '@playwright/test';
import {Customer} from './support/customer.js';
import {expect, test} from './support/fixtures.js';
import {PageMonitor} from './support/page-monitor.js';
import {findTokenLeaks} from './support/token-leaks.js';

type Leak = (page: Page, token: string) => Promise<unknown>;

/** Ways for a token to become readable, each with the place in which it is found. The last ones have several places. */
const leaks: [name: string, place: RegExp, leak: Leak][] = [
  ['the history state', /^history state/, (page, token) => page.evaluate(t => history.replaceState({t}, ''), token)],
  ['the window name', /^window name/, (page, token) => page.evaluate(t => (window.name = t), token)],
  [
    'an attribute inside two shadow roots',
    /^markup of/,
    (page, token) => page.getByRole('heading', {level: 2}).evaluate((node, t) => node.setAttribute('data-t', t), token),
  ],
  [
    'a form field',
    /^values of form fields/,
    (page, token) =>
      page.evaluate(t => document.body.append(Object.assign(document.createElement('input'), {value: t})), token),
  ],
  ['session storage', /^session storage/, (page, token) => page.evaluate(t => sessionStorage.setItem('t', t), token)],
  ['a database', /^databases/, (page, token) => page.evaluate(writeToDatabase, token)],
  ['the console', /^console/, (page, token) => page.evaluate(t => console.info('Signed in with', t), token)],
  [
    'an event',
    /^events/,
    (page, token) =>
      page.evaluate(t => document.body.dispatchEvent(new CustomEvent('isp-navigate', {detail: {deep: [t]}})), token),
  ],
  [
    'a header of a request that is not to the API',
    /^request/,
    (page, token) =>
      page.evaluate(async t => (await fetch('/portal/session', {headers: {authorization: t}})).text(), token),
  ],
  [
    'the body of a request',
    /^request/,
    (page, token) =>
      page.evaluate(async t => (await fetch('/api/customer/nothing', {method: 'POST', body: t})).text(), token),
  ],
  [
    'a response',
    /^response/,
    async (page, token) => {
      await page.route('**/echo', route => route.fulfill({body: token}));
      await page.evaluate(async () => (await fetch('/echo')).text());
    },
  ],
  [
    'the address of a request',
    /^request/m,
    (page, token) => page.evaluate(async t => (await fetch(`/portal/session?${t}`)).text(), token),
  ],
  ['a sandboxed frame', /^markup of about:srcdoc/m, (page, token) => page.evaluate(embed, token)],
  ['a cookie', /^cookies/m, (page, token) => page.evaluate(t => (document.cookie = `t=${t}`), token)],
  ['local storage', /^local storage/m, (page, token) => page.evaluate(t => localStorage.setItem('t', t), token)],
  ['the page address', /^address of/m, (page, token) => page.evaluate(t => history.pushState({}, '', `?${t}`), token)],
];

function embed(token: string): void {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.srcdoc = token;
  document.body.append(frame);
}

function writeToDatabase(token: string): Promise<unknown> {
  return new Promise(resolve => {
    const opening = indexedDB.open('leak');
    opening.onupgradeneeded = () => opening.result.createObjectStore('store', {autoIncrement: true}).add({token});
    opening.onsuccess = resolve;
  });
}

const problems: [name: string, line: RegExp, cause: (page: Page) => Promise<unknown>][] = [
  ['an inline style', /style-src/, page => page.evaluate(() => document.body.setAttribute('style', 'color: red'))],
  ['an error in the console', /error: oh/, page => page.evaluate(() => console.error('oh'))],
  ['a warning in the console', /warning: ah/, page => page.evaluate(() => console.warn('ah'))],
  ['an uncaught error', /uncaught/, page => page.evaluate(() => reportError(new Error('uncaught')))],
];

test.describe('The page monitor', () => {
  let page: Page;
  let monitor: PageMonitor;
  let knownPlaces: string[] = [];

  test.beforeAll(async ({browser, portalUrl}) => {
    // Not a visitor, whose problems would fail these tests.
    const context = await browser.newContext({baseURL: portalUrl});
    monitor = await PageMonitor.attach(context);
    page = await context.newPage();
    const customer = new Customer(page, monitor);
    await customer.signIn('Léna Moreau');
    await customer.openSupport();
  });
  test.afterAll(() => page.context().close());

  test('finds no token in a page that keeps it private', async () => {
    expect(monitor.tokens.size).toBeGreaterThan(0);
    expect(await findTokenLeaks(page.context(), monitor)).toEqual([]);
  });

  for (const [name, place, leak] of leaks) {
    test(`finds a token in ${name}`, async () => {
      await leak(page, [...monitor.tokens][0]!);
      const places = await findTokenLeaks(page.context(), monitor);
      const found = places.filter(each => !knownPlaces.includes(each));
      knownPlaces = places;
      expect(found.join('\n')).toMatch(place);
    });
  }

  for (const [name, line, cause] of problems) {
    test(`records ${name} as a problem`, async () => {
      await cause(page);
      await expect.poll(() => monitor.problems.splice(0).join('\n')).toMatch(line);
    });
  }
});
