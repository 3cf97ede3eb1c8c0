import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {chromium, type Browser, type Page} from 'playwright-core';

import {browserArguments, findBrowser} from '../../browser.js';

const root = new URL('../../../', import.meta.url);
const script = readFileSync(new URL('dist/standalone/isp-support.js', root), 'utf8');
const tags = readdirSync(new URL('src/define', root)).flatMap(file => /^(isp-.+)\.ts$/.exec(file)?.[1] ?? []);

/** A strict policy: no inline styles, no `eval`, no HTML from strings. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  // The page may use Lit too, which creates a policy of the same name.
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

const scriptTag = '<script src="/isp-support.js"></script>';
const markup = tags.map(tag => `<${tag} api-base="/api" token=""></${tag}>`).join('');

interface Visit {
  readonly page: Page;
  /** Errors, warnings and policy violations. */
  readonly problems: readonly string[];
}

describe('the standalone file on a page', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  });
  after(() => browser.close());

  /** Opens a portal's page, which runs `first` before the elements' script. */
  async function visit({body = scriptTag + markup, first = '0'} = {}): Promise<Visit> {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', error => problems.push(error.message));
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    await page.route('**', route =>
      new URL(route.request().url()).pathname === '/isp-support.js'
        ? route.fulfill({contentType: 'text/javascript', body: script})
        : route.fulfill({
            contentType: 'text/html',
            headers: {'Content-Security-Policy': policy},
            body: `<!doctype html><title>Portal</title>${body}`,
          }),
    );
    await page.addInitScript(first);
    await page.goto('https://portal.example/');
    return {page, problems};
  }

  const definedTags = (page: Page): Promise<readonly string[]> =>
    page.evaluate(names => names.filter(name => customElements.get(name)), tags);

  it('defines every element under a strict policy, without errors or warnings', async () => {
    const {page, problems} = await visit();
    assert.deepEqual(await definedTags(page), tags);
    assert.deepEqual(problems, []);
  });

  it('renders each element', async () => {
    const {page} = await visit();
    const rendered = await page.evaluate(
      names => names.filter(name => document.querySelector(name)?.shadowRoot?.childElementCount),
      tags,
    );
    assert.deepEqual(rendered, tags);
  });

  it('has the styles of paper in each element, and no empty style sheet', async () => {
    const {page} = await visit();
    for (const tag of tags) {
      const sheets = await page.evaluate(
        name =>
          document
            .querySelector(name)!
            .shadowRoot!.adoptedStyleSheets.map(({cssRules}) => Array.from(cssRules, rule => rule.cssText).join('')),
        tag,
      );
      assert(!sheets.includes(''), `<${tag}> has an empty style sheet`);
      assert.match(sheets.join(''), /@media print/);
    }
  });

  it('causes no errors or warnings when it is loaded twice', async () => {
    const {page, problems} = await visit({body: scriptTag + scriptTag + markup});
    assert.deepEqual(await definedTags(page), tags);
    assert.deepEqual(problems, []);
  });

  it('adds no globals except those of Lit and zod', async () => {
    const {page} = await visit({first: 'Object.names = Object.getOwnPropertyNames(window)'});
    const added = await page.evaluate(() => {
      const {names} = Object as unknown as {names: readonly string[]};
      return Object.getOwnPropertyNames(window).filter(name => !names.includes(name));
    });
    assert.deepEqual(added.sort(), [
      '__zod_globalConfig',
      'litElementVersions',
      'litHtmlVersions',
      'litPropertyMetadata',
      'reactiveElementVersions',
    ]);
  });

  // While a debugger is attached, the stack of an error makes the engine parse everything that is on it again.
  it('creates no error while it loads', async () => {
    const first = `Error = new Proxy(Error, {
      construct(...call) {
        Object.hasError = true;
        return Reflect.construct(...call);
      },
    })`;
    const {page} = await visit({body: scriptTag, first});
    assert.deepEqual(await definedTags(page), tags);
    assert.equal(await page.evaluate(() => 'hasError' in Object), false);
  });

  it('defines every element on a page that has extended Object.prototype, and keeps that extension', async () => {
    const {page, problems} = await visit({first: 'Object.prototype.extend = function () {}'});
    assert.deepEqual(await definedTags(page), tags);
    assert.deepEqual(await page.evaluate(() => Object.keys(Object.prototype)), ['extend']);
    assert.deepEqual(problems, []);
  });
});
