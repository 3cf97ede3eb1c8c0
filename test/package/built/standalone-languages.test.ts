import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {chromium, type Browser, type Page, type Route} from 'playwright-core';

import {de} from '../../../src/i18n/locales/de.js';
import {en} from '../../../src/i18n/locales/en.js';
import type {Messages} from '../../../src/i18n/translator.js';
import {languages} from '../../../src/i18n/languages.js';
import {browserArguments, findBrowser} from '../../browser.js';

const folder = new URL('../../../dist/standalone/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

/** The text of an element when no customer is signed in, which needs no server. */
const signedOutText = ({'error.signedOut': text}: Messages): string => String(text);

const cors = {'Access-Control-Allow-Origin': '*'};

type Respond = (route: Route, path: string) => Promise<void>;

const sendFile: Respond = (route, path) =>
  route.fulfill({
    contentType: path.endsWith('.js') ? 'text/javascript' : 'application/json',
    headers: cors,
    body: read(path),
  });

describe('the language packs of the standalone file', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  });
  after(() => browser.close());

  /** Opens a portal in a language, with two elements whose script is on another host, and records the requested packs. */
  async function visit(lang: string, respondToPack: Respond = sendFile) {
    const page = await browser.newPage();
    const packs: string[] = [];
    await page.route('https://portal.example/**', route =>
      route.fulfill({
        contentType: 'text/html',
        headers: {'Content-Security-Policy': "default-src 'none'; script-src https:; connect-src https:"},
        body: `<!doctype html><html lang="${lang}"><title>Portal</title>
          <script src="https://static.example/isp-support@0.1.0/isp-support.js" crossorigin="anonymous"></script>
          <isp-ticket-list api-base="/api"></isp-ticket-list><isp-new-ticket api-base="/api"></isp-new-ticket>`,
      }),
    );
    await page.route('https://static.example/isp-support@0.1.0/**', route => {
      const path = new URL(route.request().url()).pathname.replace('/isp-support@0.1.0/', '');
      if (!path.startsWith('messages/')) return sendFile(route, path);
      packs.push(path);
      return respondToPack(route, path);
    });
    await page.goto('https://portal.example/');
    return {page, packs};
  }

  const waitForText = (page: Page, text: string) => page.locator('isp-ticket-list').getByText(text).waitFor();

  it('exist for every language except English', () => {
    const expected = Object.keys(languages).filter(tag => tag !== 'en');
    const files = readdirSync(new URL('messages/', folder)).map(file => file.replace('.json', ''));
    assert.deepEqual(files.sort(), expected.sort());
  });

  it('are not bundled', () => {
    assert(!read('isp-support.js').includes(signedOutText(de)));
  });

  it('are fetched once for all elements, from the host of the script, if the page is in their language', async () => {
    const {page, packs} = await visit('de-AT');
    await waitForText(page, signedOutText(de));
    assert.deepEqual(packs, ['messages/de.json']);
    assert.equal(await page.locator('isp-ticket-list .root').getAttribute('lang'), 'de-AT');
  });

  it('are not fetched if the page is in English', async () => {
    const {page, packs} = await visit('en-GB');
    await waitForText(page, signedOutText(en));
    assert.deepEqual(packs, []);
  });

  for (const [problem, respond] of [
    ['was changed', (route, path) => route.fulfill({headers: cors, body: read(path).replace('de', 'xx')})],
    ['is that of another build', route => route.fulfill({headers: cors, body: read('messages/nl.json')})],
    ['responds with an error page', route => route.fulfill({status: 404, headers: cors, body: '<p>?</p>'})],
    ['cannot be loaded', route => route.abort()],
  ] as readonly (readonly [string, Respond])[]) {
    it(`are replaced by English if the pack ${problem}`, async () => {
      const {page, packs} = await visit('de', respond);
      await waitForText(page, signedOutText(en));
      assert.deepEqual(packs, ['messages/de.json']);
    });
  }
});
