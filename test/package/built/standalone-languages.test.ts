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

/** What stands where nobody is signed in, and needs no server. */
const shown = ({'error.signedOut': text}: Messages): string => String(text);

const cors = {'Access-Control-Allow-Origin': '*'};

type Answer = (route: Route, path: string) => Promise<void>;

const sendFile: Answer = (route, path) =>
  route.fulfill({
    contentType: path.endsWith('.js') ? 'text/javascript' : 'application/json',
    headers: cors,
    body: read(path),
  });

describe('the languages beside the standalone file', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  });
  after(() => browser.close());

  /** A portal in a language, with two elements from the file on another host, and what that was asked for. */
  async function visit(lang: string, answerPack: Answer = sendFile) {
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
      return answerPack(route, path);
    });
    await page.goto('https://portal.example/');
    return {page, packs};
  }

  const says = (page: Page, text: string) => page.locator('isp-ticket-list').getByText(text).waitFor();

  it('are all of them but English', () => {
    const expected = Object.keys(languages).filter(tag => tag !== 'en');
    const files = readdirSync(new URL('messages/', folder)).map(file => file.replace('.json', ''));
    assert.deepEqual(files.sort(), expected.sort());
  });

  it('are not in the file', () => {
    assert(!read('isp-support.js').includes(shown(de)));
  });

  it('are fetched when somebody reads in them, once for all elements, from where the file came from', async () => {
    const {page, packs} = await visit('de-AT');
    await says(page, shown(de));
    assert.deepEqual(packs, ['messages/de.json']);
    assert.equal(await page.locator('isp-ticket-list .root').getAttribute('lang'), 'de-AT');
  });

  it('are not fetched for who reads English', async () => {
    const {page, packs} = await visit('en-GB');
    await says(page, shown(en));
    assert.deepEqual(packs, []);
  });

  for (const [what, answer] of [
    [
      'that somebody has changed',
      (route, path) => route.fulfill({headers: cors, body: read(path).replace('de', 'xx')}),
    ],
    ['that are those of another build', route => route.fulfill({headers: cors, body: read('messages/nl.json')})],
    [
      'that are a page saying they are not there',
      route => route.fulfill({status: 404, headers: cors, body: '<p>?</p>'}),
    ],
    ['that do not come at all', route => route.abort()],
  ] as readonly (readonly [string, Answer])[]) {
    it(`are English in place of those ${what}`, async () => {
      const {page, packs} = await visit('de', answer);
      await says(page, shown(en));
      assert.deepEqual(packs, ['messages/de.json']);
    });
  }
});
