import assert from 'node:assert/strict';
import {after, before, describe, it, type TestContext} from 'node:test';
import {chromium, type Browser} from 'playwright-core';

import {ticketJson} from '../../support/json-fixtures.js';
import {browserArguments, findBrowser} from '../../browser.js';
import {element, openPortal, script, scriptTag} from './portal-page.js';

const list = element('isp-ticket-list');
const inline = (code: string): string => `<script>${code}</script>`;
const addScript = `document.head.append(Object.assign(document.createElement('script'), {src: '/isp-support.js'}))`;
/** As if the page had a second version of the file, whose classes are others. */
const otherVersion = script.replaceAll('Loading your tickets', 'Loading the tickets');

describe('the standalone file', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  });
  after(() => browser.close());

  async function visit(context: TestContext, body: string, first?: string) {
    const portal = await openPortal(browser, {body, files: {'/other.js': otherVersion}, ...(first && {first})});
    context.after(() => portal.page.close());
    return portal;
  }

  for (const [how, body] of Object.entries({
    'before the element': scriptTag + list,
    'after the element': list + scriptTag,
    'async, before the element': `<script src="/isp-support.js" async></script>${list}`,
    'deferred, before the element': `<script src="/isp-support.js" defer></script>${list}`,
    'as a module': `<script src="/isp-support.js" type="module"></script>${list}`,
    'by import()': list + inline("import('/isp-support.js')"),
    twice: scriptTag + list + scriptTag,
    'in two versions': `${scriptTag}<script src="/other.js"></script>${list}`,
    'in two versions, the element in between': `<script src="/other.js"></script>${list}${scriptTag}`,
    'lazily, after the page': list + inline(`addEventListener('load', () => ${addScript})`),
    'by document.write': inline(`document.write(${JSON.stringify(scriptTag).replaceAll('/', '\\/')})`) + list,
    'with an element by document.write':
      scriptTag + inline(`document.write(${JSON.stringify(list).replaceAll('</', '<\\/')})`),
    'with an element by innerHTML':
      scriptTag +
      `<main></main>${inline(`document.querySelector('main').innerHTML = ${JSON.stringify(list).replaceAll('</', '<\\/')}`)}`,
    'with an element that is moved':
      scriptTag +
      list +
      `<main></main>${inline("document.querySelector('main').append(document.querySelector('isp-ticket-list'))")}`,
    'with an element that is moved before the script': `${list}<main></main>${inline(
      "document.querySelector('main').append(document.querySelector('isp-ticket-list'))",
    )}${scriptTag}`,
    'with an element that is removed and comes back':
      scriptTag +
      list +
      inline(`const list = document.querySelector('isp-ticket-list');
        list.remove();
        addEventListener('load', () => document.body.append(list))`),
  })) {
    it(`shows the tickets, loaded ${how}`, async context => {
      const {page, errors, console: lines} = await visit(context, body);
      await page.locator('isp-ticket-list').getByText(ticketJson().subject).waitFor();
      assert.deepEqual(errors, []);
      assert.deepEqual(lines, []);
    });
  }

  it('shows the tickets in a clone that gets its own token', async context => {
    const {page, errors} = await visit(context, scriptTag + list);
    await page.locator('isp-ticket-list').getByText(ticketJson().subject).waitFor();
    await page.evaluate(() => {
      const clone = document.querySelector('isp-ticket-list')!.cloneNode(true) as HTMLElement;
      document
        .querySelector('isp-ticket-list')!
        .replaceWith(Object.assign(clone, {token: 'e30.eyJzdWIiOiJsZW5hIn0.e30'}));
    });
    await page.locator('isp-ticket-list').getByText(ticketJson().subject).waitFor();
    assert.deepEqual(errors, []);
  });

  it('leaves a tag that the page has defined by another class, says so once, and defines the others', async context => {
    const first = `customElements.define('isp-reply-banner', class extends HTMLElement {})`;
    const {page, errors, console: lines} = await visit(context, scriptTag + list, first);
    await page.locator('isp-ticket-list').getByText(ticketJson().subject).waitFor();
    assert.deepEqual(errors, []);
    assert.deepEqual(lines, [
      'isp-support-elements: <isp-reply-banner> is already defined by another script. See docs/embedding.md#troubleshooting',
    ]);
  });
});
