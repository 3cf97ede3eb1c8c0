import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it, type TestContext} from 'node:test';
import {chromium, type Browser, type Locator} from 'playwright-core';

import {en} from '../../../src/i18n/locales/en.js';
import {browserArguments, findBrowser} from '../../browser.js';
import {HomeGrownServer} from '../../support/home-grown-server.js';
import {unsignedJwt} from '../../support/unsigned-jwt.js';
import {openPortal, scriptTag} from './portal-page.js';

const adapter = readFileSync(new URL('../../../demo/hosts/portal-backend.js', import.meta.url), 'utf8');

/** As in docs/backends.md. The page counts the tokens that it gives. */
const body = `${scriptTag}<isp-support api-base="/portal/api"></isp-support>
<script type="module">
  import {portalBackend} from './portal-backend.js';

  const tokens = ${JSON.stringify([0, 1, 2].map(number => unsignedJwt({sub: 'lena', exp: 4_000_000_000 + number})))};
  window.given = 0;
  const tokenProvider = async () => tokens[window.given++];
  Object.assign(document.querySelector('isp-support'), {backend: portalBackend, tokenProvider});
</script>`;

describe('the backend of the documentation, with the standalone file by script tag', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  });
  after(() => browser.close());

  async function visit(context: TestContext) {
    const server = new HomeGrownServer();
    const {page, errors} = await openPortal(browser, {
      body,
      files: {'/portal-backend.js': adapter},
      api: request => server.fetch(request),
    });
    context.after(() => page.close());
    const button = (name: string): Locator => page.getByRole('button', {name, exact: true}).first();
    const open = async (subject: string): Promise<void> => {
      await page.getByText(subject).click();
      await page.getByRole('heading', {name: subject}).waitFor();
    };
    /** Sends a reply, and waits until the server has it. */
    const reply = async (text: string): Promise<void> => {
      const stored = page.waitForResponse(response => response.request().method() === 'POST' && response.ok());
      await page.getByRole('textbox').fill(text);
      await button(en['composer.send']).click();
      await stored;
      await page.getByRole('article').getByText(text).waitFor();
    };
    return {server, page, errors, button, open, reply};
  }

  it('lists all pages, shows a thread without its internal note, and sends a reply', async context => {
    const {page, errors, button, open, reply} = await visit(context);
    await button(en['list.more']).click();
    await page.getByText('A question about the bill').waitFor();
    await open('Slow in the evening');
    await page.getByText('Please restart the router.').waitFor();
    assert.equal(await page.getByText('Escalate').count(), 0);
    await reply('It is still slow.');
    assert.deepEqual(errors, []);
  });

  it('creates a ticket', async context => {
    const {page, button} = await visit(context);
    await button(en['list.new']).click();
    await page.getByLabel(en['form.subject']).fill('No dial tone');
    await page.getByLabel(en['form.description']).fill('Since this morning.');
    await button(en['form.create']).click();
    await page.getByText('P-4').first().waitFor();
  });

  it('renews the token after a 401, and sends the reply again', async context => {
    const {server, page, open, reply} = await visit(context);
    await open('Slow in the evening');
    server.failOnce(401);
    await reply('It is still slow.');
    assert.equal(await page.evaluate('window.given'), 2);
    const sent = server.requests.filter(({method}) => method === 'POST');
    assert.equal(new Set(sent.map(({headers}) => headers.get('authorization'))).size, 2);
  });

  it('says that the account has no access after a 403', async context => {
    const {server, page} = await visit(context);
    server.fail(403);
    await page.reload();
    await page.getByText(en['error.forbidden']).waitFor();
  });

  it('shows what the server says of a field after a 422, and keeps the text', async context => {
    const {server, page, button} = await visit(context);
    await button(en['list.new']).click();
    await page.getByLabel(en['form.subject']).fill('No');
    await page.getByLabel(en['form.description']).fill('Since this morning.');
    server.failOnce(422, {errors: {subject: ['Please say more.']}});
    await button(en['form.create']).click();
    await page.getByText('Please say more.').first().waitFor();
    assert.equal(await page.getByLabel(en['form.subject']).inputValue(), 'No');
  });

  it('says when it tries again after a 429', async context => {
    const {server, page} = await visit(context);
    server.fail(429, {}, {'Retry-After': '120'});
    await page.reload();
    await page
      .getByText(/\b(?:2 min|1[12]\d s|120)/)
      .first()
      .waitFor();
  });
});
