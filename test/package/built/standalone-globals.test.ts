import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import {chromium, type Browser, type Page} from 'playwright-core';

import {en} from '../../../src/i18n/locales/en.js';
import {browserArguments, findBrowser} from '../../browser.js';
import {replyJson, ticketJson} from '../../support/json-fixtures.js';
import {allElements, openPortal, scriptTag} from './portal-page.js';

const timeout = 10_000;

/** Every element has loaded: the content of each is there, and none says that it is loading. */
async function expectContent(page: Page): Promise<void> {
  const texts: readonly (readonly [string, string])[] = [
    ['isp-support', ticketJson().subject],
    ['body > isp-ticket-list', ticketJson().subject],
    ['body > isp-ticket-thread', replyJson().message],
    ['body > isp-new-ticket', String(en['form.create'])],
  ];
  for (const [selector, text] of texts) await page.locator(selector).getByText(text).first().waitFor({timeout});
}

describe('the standalone file on a page whose globals are not those of the browser', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  });
  after(() => browser.close());

  async function visit(context: TestContext, first: string, body = scriptTag + allElements) {
    const portal = await openPortal(browser, {body, first});
    context.after(() => portal.page.close());
    return portal;
  }

  for (const name of [
    'BroadcastChannel',
    'indexedDB',
    'sessionStorage',
    'localStorage',
    'structuredClone',
    'matchMedia',
    'ResizeObserver',
    'IntersectionObserver',
    'IDBKeyRange',
  ]) {
    for (const [how, first] of [
      ['is missing', `delete window.${name}; delete Window.prototype.${name}`],
      ['is undefined', `Object.defineProperty(window, '${name}', {value: undefined})`],
    ] as const) {
      it(`shows the content of every element if ${name} ${how}`, async context => {
        const {page, errors} = await visit(context, first);
        await expectContent(page);
        assert.deepEqual(errors, []);
      });
    }
  }

  it('says that the page is at fault, and not the connection, if fetch is missing', async context => {
    const {page, errors} = await visit(context, 'delete window.fetch');
    for (const selector of ['body > isp-ticket-list', 'body > isp-ticket-thread']) {
      await page.locator(selector).getByText(String(en['error.misconfigured'])).first().waitFor({timeout});
    }
    assert.deepEqual(errors, []);
  });

  for (const name of ['Request', 'Headers']) {
    it(`says that the data cannot be loaded if ${name} is missing`, async context => {
      const {page, errors} = await visit(context, `delete window.${name}`);
      await page.locator('body > isp-ticket-list').getByText(String(en['list.failed'])).first().waitFor({timeout});
      assert.deepEqual(errors, []);
    });
  }

  const value = '{value: "portal", writable: true, configurable: true}';
  const enumerable = '{value() {}, writable: true, configurable: true, enumerable: true}';
  const readOnly = '{value: "portal", configurable: true}';
  const constant = '{value: "portal"}';

  /** What remains is a read-only name that ky or zod assigns. */
  for (const [names, definitions] of [
    ['method body enumerable configurable attribute', {value, enumerable, readOnly}],
    ['method body', {constant}],
    ['headers json hooks context status', {value, enumerable}],
    ['then toJSON', {value, readOnly, constant}],
    // Names that begin as those of built-in members do.
    ['properties toList hasOwner isPrototype', {enumerable}],
  ] as const) {
    for (const name of names.split(' ')) {
      for (const [kind, definition] of Object.entries(definitions)) {
        it(`shows the content of every element if Object.prototype.${name} is set: ${kind}`, async context => {
          const {page, errors} = await visit(
            context,
            `Object.defineProperty(Object.prototype, '${name}', ${definition}); window.names = Object.keys(Object.prototype)`,
          );
          await expectContent(page);
          assert.deepEqual(errors, []);
          assert.deepEqual(await page.evaluate('Object.keys(Object.prototype)'), await page.evaluate('window.names'));
        });
      }
    }
  }

  // zod defines properties when it parses for the first time, by plain descriptors.
  for (const [name, definition] of [
    ['value', value],
    ['value', enumerable],
    ['get', value],
    ['get', enumerable],
    ['set', enumerable],
    ['writable', value],
    ['headers', readOnly],
    ['json', constant],
  ] as const) {
    it(`shows the content or says that it cannot be loaded if Object.prototype.${name} is ${definition}`, async context => {
      const {page} = await visit(context, `Object.defineProperty(Object.prototype, '${name}', ${definition})`);
      const list = page.locator('body > isp-ticket-list');
      const shown = list.getByText(ticketJson().subject).or(list.getByText(String(en['list.failed'])));
      await shown.first().waitFor({timeout});
    });
  }
});
