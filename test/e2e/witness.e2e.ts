import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import type {Page} from 'playwright-core';
import {placesOfTokens} from './support/secrecy.js';
import {onStage} from './support/stage.js';
import type {Witness} from './support/witness.js';

type Leak = (page: Page, token: string) => Promise<unknown>;

/** Ways for a token to get where it can be read, each with the place it is then found in. The last show in several. */
const leaks: [name: string, place: RegExp, leak: Leak][] = [
  ['the history', /^state of its history/, (page, token) => page.evaluate(t => history.replaceState({t}, ''), token)],
  ['a window’s name', /^name of its window/, (page, token) => page.evaluate(t => (window.name = t), token)],
  [
    'an attribute within two shadow roots',
    /^markup of/,
    (page, token) => page.getByRole('heading', {level: 2}).evaluate((node, t) => node.setAttribute('data-t', t), token),
  ],
  [
    'a field',
    /^values of its fields/,
    (page, token) =>
      page.evaluate(t => document.body.append(Object.assign(document.createElement('input'), {value: t})), token),
  ],
  ['session storage', /^session storage/, (page, token) => page.evaluate(t => sessionStorage.setItem('t', t), token)],
  ['a database', /^databases/, (page, token) => page.evaluate(writeToDatabase, token)],
  ['the console', /^the console/, (page, token) => page.evaluate(t => console.info('Signed in with', t), token)],
  [
    'an event',
    /^events/,
    (page, token) =>
      page.evaluate(t => document.body.dispatchEvent(new CustomEvent('isp-navigate', {detail: {deep: [t]}})), token),
  ],
  [
    'a header that goes elsewhere',
    /^the request/,
    (page, token) =>
      page.evaluate(async t => (await fetch('/portal/session', {headers: {authorization: t}})).text(), token),
  ],
  [
    'the body of a request',
    /^the request/,
    (page, token) =>
      page.evaluate(async t => (await fetch('/api/customer/nothing', {method: 'POST', body: t})).text(), token),
  ],
  [
    'an answer',
    /^the answer/,
    async (page, token) => {
      await page.route('**/echo', route => route.fulfill({body: token}));
      await page.evaluate(async () => (await fetch('/echo')).text());
    },
  ],
  [
    'the address of a request',
    /^the request/m,
    (page, token) => page.evaluate(async t => (await fetch(`/portal/session?${t}`)).text(), token),
  ],
  ['a sandboxed frame', /^markup of about:srcdoc/m, (page, token) => page.evaluate(embed, token)],
  ['a cookie', /^cookies/m, (page, token) => page.evaluate(t => (document.cookie = `t=${t}`), token)],
  ['local storage', /^local storage/m, (page, token) => page.evaluate(t => localStorage.setItem('t', t), token)],
  ['the address', /^address of/m, (page, token) => page.evaluate(t => history.pushState({}, '', `?${t}`), token)],
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

const complaints: [name: string, told: RegExp, act: (page: Page) => Promise<unknown>][] = [
  ['an inline style', /style-src/, page => page.evaluate(() => document.body.setAttribute('style', 'color: red'))],
  ['an error on the console', /error: oh/, page => page.evaluate(() => console.error('oh'))],
  ['a warning on the console', /warning: ah/, page => page.evaluate(() => console.warn('ah'))],
  ['an error that nobody catches', /uncaught/, page => page.evaluate(() => reportError(new Error('uncaught')))],
];

describe('what watches over all of these tests', () => {
  const stage = onStage();
  let page: Page;
  let witness: Witness;
  let known: string[] = [];

  before(async () => {
    const visitor = await stage.customer();
    await visitor.signIn('Léna Moreau');
    await visitor.openSupport();
    ({page, witness} = visitor);
    // What is told here is what should be told.
    stage.forget();
  });
  after(() => page.context().close());

  test('finds no token in a page that keeps it to itself', async () => {
    assert.equal(witness.tokens.size > 0, true);
    assert.deepEqual(await placesOfTokens(page.context(), witness), []);
  });

  for (const [name, place, leak] of leaks) {
    test(`finds a token in ${name}`, async () => {
      await leak(page, [...witness.tokens][0]!);
      const places = await placesOfTokens(page.context(), witness);
      const found = places.filter(each => !known.includes(each));
      known = places;
      assert.match(found.join('\n'), place);
    });
  }

  for (const [name, told, act] of complaints) {
    test(`hears ${name}`, async () => {
      await act(page);
      await page.evaluate(() => 'by now what was said before has been heard');
      assert.match(witness.complaints.splice(0).join('\n'), told);
    });
  }
});
