import assert from 'node:assert/strict';
import {once} from 'node:events';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {after, before, describe, it, type TestContext} from 'node:test';
import {chromium, type Browser, type Page} from 'playwright-core';

import {de} from '../../../src/i18n/locales/de.js';
import {en} from '../../../src/i18n/locales/en.js';
import type {Messages} from '../../../src/i18n/translator.js';
import {languages} from '../../../src/i18n/languages.js';
import {browserArguments, findBrowser} from '../../browser.js';

const built = new URL('../../../dist/standalone/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, built), 'utf8');

/** Where a CDN has the script, and the folder of its languages. */
interface Address {
  readonly script: string;
  readonly folder: string;
}

const longAddress: Address = {script: '/isp-support@0.1.0/isp-support.js', folder: '/isp-support@0.1.0/'};

/** The text of an element when no customer is signed in, which needs no server. */
const signedOutText = ({'error.signedOut': text}: Messages): string => String(text);

type Respond = (response: ServerResponse, path: string) => void;

const sendFile: Respond = (response, path) =>
  existsSync(new URL(path, built)) ? response.end(read(path)) : response.writeHead(404).end();

/** A server on a free port, closed with the test. */
async function serve(context: TestContext, respond: Respond): Promise<string> {
  const server = createServer((request, response) => respond(response, String(request.url)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the language packs of the standalone file', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  });
  after(() => browser.close());

  /**
   * Opens a portal in a language, with two elements whose script is on another host, and records the requested packs.
   * Real servers: Playwright's routes disable the HTTP cache.
   */
  async function visit(
    context: TestContext,
    lang: string,
    respondTo: Readonly<Record<string, Respond>> = {},
    {folder, script}: Address = longAddress,
  ) {
    const packs: string[] = [];
    const files = await serve(context, (response, url) => {
      const path = url === script ? 'isp-support.js' : url.replace(folder, '');
      if (path.startsWith('messages/')) packs.push(path);
      response.setHeader('Content-Type', path.endsWith('.js') ? 'text/javascript' : 'application/json');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cache-Control', 'no-cache');
      (respondTo[path] ?? sendFile)(response, path);
    });
    const portal = await serve(context, response => {
      response.setHeader('Content-Type', 'text/html');
      response.setHeader('Content-Security-Policy', `default-src 'none'; script-src ${files}; connect-src ${files}`);
      response.end(`<!doctype html><html lang="${lang}"><title>Portal</title>
        <script src="${files}${script}" crossorigin="anonymous"></script>
        <isp-ticket-list api-base="/api"></isp-ticket-list><isp-new-ticket api-base="/api"></isp-new-ticket>`);
    });
    const page = await browser.newPage();
    context.after(() => page.close());
    await page.goto(portal);
    return {page, packs};
  }

  const waitForText = (page: Page, text: string) => page.locator('isp-ticket-list').getByText(text).waitFor();

  it('exist for every language except English, with an index', () => {
    const expected = ['index', ...Object.keys(languages).filter(tag => tag !== 'en')];
    const files = readdirSync(new URL('messages/', built)).map(file => file.replace('.json', ''));
    assert.deepEqual(files.sort(), expected.sort());
  });

  it('are not bundled', () => {
    assert(!read('isp-support.js').includes(signedOutText(de)));
  });

  it('are fetched once for all elements, from the host of the script, if the page is in their language', async context => {
    const {page, packs} = await visit(context, 'de-AT');
    await waitForText(page, signedOutText(de));
    assert.deepEqual(packs.sort(), ['messages/de.json', 'messages/index.json']);
    assert.equal(await page.locator('isp-ticket-list .root').getAttribute('lang'), 'de-AT');
  });

  for (const [kind, script, folder] of [
    ['its version', '/npm/isp-support-elements@0.1.0', '/npm/isp-support-elements@0.1.0/'],
    ['a range and a query', '/npm/isp-support-elements@0?x=1', '/npm/isp-support-elements@0/'],
    ['no version', '/isp-support-elements', '/isp-support-elements/'],
  ] as const) {
    it(`are in the folder of the file if the script has the short address of the package with ${kind}`, async context => {
      const {page, packs} = await visit(context, 'de', {}, {script, folder: `${folder}dist/standalone/`});
      await waitForText(page, signedOutText(de));
      assert.deepEqual(packs.sort(), ['messages/de.json', 'messages/index.json']);
    });
  }

  it('are requested before the index has arrived', async context => {
    let sendIndex = (): void => undefined;
    const packSent = new Promise<void>(resolve => (sendIndex = resolve));
    const {page} = await visit(context, 'de', {
      'messages/index.json': (response, path) => void packSent.then(() => sendFile(response, path)),
      'messages/de.json': (response, path) => {
        sendFile(response, path);
        sendIndex();
      },
    });
    await waitForText(page, signedOutText(de));
  });

  it('are not fetched if the page is in English', async context => {
    const {page, packs} = await visit(context, 'en-GB');
    await waitForText(page, signedOutText(en));
    assert.deepEqual(packs, []);
  });

  const sendChanged: Respond = (response, path) => response.end(read(path).replace('de', 'xx'));
  for (const [problem, path, respond] of [
    ['the pack was changed', 'messages/de.json', sendChanged],
    ['the pack is that of another language', 'messages/de.json', response => sendFile(response, 'messages/nl.json')],
    ['the pack responds with an error page', 'messages/de.json', response => response.writeHead(404).end('<p>?</p>')],
    ['the pack cannot be loaded', 'messages/de.json', response => response.destroy()],
    ['the index was changed', 'messages/index.json', sendChanged],
    ['the index is missing', 'messages/index.json', response => response.writeHead(404).end('<p>?</p>')],
  ] as readonly (readonly [string, string, Respond])[]) {
    it(`are replaced by English if ${problem}`, async context => {
      const {page, packs} = await visit(context, 'de', {[path]: respond});
      await waitForText(page, signedOutText(en));
      assert(packs.includes(path));
      assert.equal(await page.getByText(signedOutText(de)).count(), 0);
    });
  }

  it('are replaced by English if the pack changes after it was requested and cannot be cached', async context => {
    let requests = 0;
    const {page} = await visit(context, 'de', {
      'messages/de.json': (response, path) => {
        response.setHeader('Cache-Control', 'no-store');
        (requests++ ? sendChanged : sendFile)(response, path);
      },
    });
    await waitForText(page, signedOutText(en));
    assert.equal(requests, 2);
  });
});
