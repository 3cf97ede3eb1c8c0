import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {chromium, type Browser, type Page} from 'playwright-core';
import {build, type Rolldown} from 'vite';

import {en} from '../../../src/i18n/locales/en.js';
import {browserArguments, findBrowser} from '../../browser.js';
import {ticketJson} from '../../support/json-fixtures.js';

const script = readFileSync(new URL('../../../dist/standalone/isp-support.js', import.meta.url), 'utf8');
const token = 'e30.eyJzdWIiOiJsZW5hIn0.e30';

/** Counts calls of `new Function`, by which zod generates code. */
const countFunctions = `
  window.generated = 0;
  window.Function = new Proxy(Function, {
    construct(target, args) {
      generated++;
      return Reflect.construct(target, args);
    },
  });`;

async function pageZod(): Promise<string> {
  const entry = fileURLToPath(new URL('page-zod.ts', import.meta.url));
  const [built] = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {write: false, lib: {entry, formats: ['iife'], name: 'pageZod'}},
  })) as Rolldown.RolldownOutput[];
  return built!.output[0].code;
}

const configure = (configuration: string): string =>
  `globalThis.__zod_globalConfig = Object.assign(globalThis.__zod_globalConfig ?? {}, ${configuration});`;
const fails = `() => { throw new Error('the portal’s'); }`;

describe('zod in the standalone file', async () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  });
  after(() => browser.close());

  /** Opens a page with a list and a form, which runs scripts of the portal before and after the elements' script. */
  async function visit(portal: {readonly first?: string; readonly then?: string}) {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    const files: Readonly<Record<string, string>> = {
      '/first.js': countFunctions + (portal.first ?? ''),
      '/isp-support.js': script,
      '/then.js': `${portal.then ?? ''}; generated = 0;`,
    };
    const scripts = Object.keys(files).map(path => `<script src="${path}"></script>`);
    await page.route('**', route => {
      const {pathname} = new URL(route.request().url());
      if (pathname in files) return route.fulfill({contentType: 'text/javascript', body: files[pathname]!});
      if (pathname.endsWith('/customer/tickets'))
        return route.fulfill({json: {data: [ticketJson()], next_cursor: null}});
      if (pathname !== '/') return route.fulfill({status: 404, json: {title: 'Not found'}});
      const elements = ['isp-ticket-list', 'isp-new-ticket'].map(
        tag => `<${tag} api-base="/api" token="${token}" persistence="none"></${tag}>`,
      );
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><html lang="en"><title>Portal</title>${scripts.join('')}${elements.join('')}</html>`,
      });
    });
    await page.goto('https://portal.example/');
    return {page, errors};
  }

  /** The list is parsed by one schema, and the form is validated by another. */
  async function expectValidation(page: Page): Promise<void> {
    await page.locator('isp-ticket-list').getByText(ticketJson().subject).waitFor();
    const form = page.locator('isp-new-ticket');
    await form.getByRole('button', {name: en['form.create']}).click();
    for (const key of ['form.subject.required', 'form.description.required'] as const) {
      await form.getByText(String(en[key])).first().waitFor();
    }
  }

  for (const [portalPage, portal] of Object.entries({
    'without zod': '',
    'that has extended Object.prototype': 'Object.prototype.extend = function () {};',
    'whose zod compiles its schemas and has messages of its own': await pageZod(),
    'whose zod is set to generate no code': configure('{jitless: true}'),
    'whose zod is set to generate code': configure('{jitless: false}'),
    'whose zod configuration throws in every hook': configure(
      `{memoizer: {}, postProcessor: ${fails}, customError: ${fails}, localeError: ${fails}}`,
    ),
  })) {
    for (const [order, scripts] of [
      ['before', {first: portal}],
      ['after', {then: portal}],
    ] as const) {
      it(`parses responses and drafts without generating code, loaded ${order} a page ${portalPage}`, async () => {
        const {page, errors} = await visit(scripts);
        await expectValidation(page);
        assert.equal(await page.evaluate('generated'), 0);
        assert.deepEqual(errors, []);
      });
    }
  }

  it('would be noticed if it generated code: the count includes the code of the page', async () => {
    const {page} = await visit({first: await pageZod()});
    assert.equal(await page.evaluate('new Function("return 1")() && generated'), 1);
  });
});
