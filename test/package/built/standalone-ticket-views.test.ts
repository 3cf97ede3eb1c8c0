import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {mkdtempSync, cpSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it, type TestContext} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium, type Browser, type Page} from 'playwright-core';

import {en} from '../../../src/i18n/locales/en.js';
import {browserArguments, findBrowser} from '../../browser.js';
import {replyJson, ticketDetailJson, ticketJson} from '../../support/json-fixtures.js';

const folder = new URL('../../../dist/standalone/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const readSource = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const files = ['isp-support.js', 'isp-ticket-views.js'] as const;
const [support, ticketViews] = files;

const hashOf = (name: string): string => `sha256-${createHash('sha256').update(read(name)).digest('base64')}`;

const token = 'e30.eyJzdWIiOiJsZW5hIn0.e30';
const element = (tag: string): string =>
  `<${tag} api-base="/api" token="${token}" contact="tel:+3210" persistence="none" ticket-id="1"></${tag}>`;

/** The elements whose content is in the second file, with the name of a field that shows that it is there. */
const fields = {'isp-new-ticket': en['form.subject'], 'isp-ticket-thread': en['composer.label']} as const;
type Tag = keyof typeof fields;
const tags = Object.keys(fields) as Tag[];

type Respond = (response: ServerResponse) => void;

/** A server on a free port, closed with the test. */
async function serve(context: TestContext, respond: (response: ServerResponse, path: string) => void): Promise<string> {
  const server = createServer((request, response) => respond(response, String(request.url)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  context.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Portal {
  /** Creates the markup that loads the first file. */
  readonly script?: (host: string) => string;
  readonly markup?: string;
  /** Creates the Content Security Policy. */
  readonly policy?: (host: string) => string;
  /** Responds to the request for the second file, instead of the file. */
  readonly respond?: Respond;
  /** A script of the page that runs first. */
  readonly first?: string;
}

const scriptTag = (host: string, attributes = ''): string =>
  `<script src="${host}/${support}" crossorigin="anonymous" ${attributes}></script>`;

describe('the second file of the standalone build', () => {
  let browser: Browser;
  before(async () => {
    browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
  });
  after(() => browser.close());

  /** Opens a portal whose scripts are on another host, and records the requests for the second file. */
  async function visit(context: TestContext, portal: Portal = {}) {
    const requests: string[] = [];
    const current = {respond: portal.respond, replies: [replyJson()]};
    const host = await serve(context, (response, path) => {
      response.setHeader('Content-Type', 'text/javascript');
      response.setHeader('Access-Control-Allow-Origin', '*');
      const name = path.slice(1);
      if (name === ticketViews) requests.push(path);
      if (name === ticketViews && current.respond) current.respond(response);
      else response.end(read(name));
    });
    const address = await serve(context, (response, path) => {
      if (path.endsWith('/customer/tickets')) {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({data: [ticketJson()], next_cursor: null}));
      } else if (path.endsWith('/replies')) {
        response.writeHead(503).end();
      } else if (/\/customer\/tickets\/\w+$/.test(path)) {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify(ticketDetailJson({replies: current.replies})));
      } else if (path === '/') {
        response.setHeader('Content-Type', 'text/html');
        const sources = portal.policy?.(host) ?? `script-src ${host}`;
        response.setHeader('Content-Security-Policy', `default-src 'none'; connect-src 'self'; ${sources}`);
        response.end(`<!doctype html><html lang="en"><title>Portal</title>
          ${(portal.script ?? scriptTag)(host)}${portal.markup ?? element('isp-new-ticket')}`);
      } else if (path === `/${support}`) response.end(read(support));
      else response.writeHead(404).end();
    });
    const page = await browser.newPage();
    context.after(() => page.close());
    page.setDefaultTimeout(10_000);
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    if (portal.first) await page.addInitScript(portal.first);
    await page.goto(address, {waitUntil: 'domcontentloaded'});
    return {page, requests, errors, current};
  }

  const field = (page: Page, tag: Tag) => page.locator(tag).getByRole('textbox', {name: fields[tag], exact: true});
  const waitForForm = (page: Page) => field(page, 'isp-new-ticket').waitFor();
  const skeleton = (page: Page, tag: Tag) => page.locator(`${tag} .skeleton-row`).first();
  const retryButton = (page: Page) => page.getByRole('button', {name: en['error.retry']});

  /** A failure says why, how to try again, and how else to reach the operator. */
  async function waitForFailure(page: Page, tag: Tag = 'isp-new-ticket'): Promise<void> {
    await page.locator(tag).getByText(en['error.network']).waitFor();
    assert(await retryButton(page).isVisible());
    assert(await page.locator(`${tag} a[href="tel:+3210"]`).isVisible());
  }

  const integrity = `integrity="${hashOf(support)}"`;
  for (const [name, portal] of Object.entries<Portal>({
    'that lists the host': {},
    'with a nonce': {
      policy: () => "script-src 'nonce-abc'",
      script: host => scriptTag(host, 'nonce="abc"'),
    },
    'with a nonce and strict-dynamic': {
      policy: () => "script-src 'nonce-abc' 'strict-dynamic'",
      script: host => scriptTag(host, 'nonce="abc"'),
    },
    'with the hash of the first file and strict-dynamic': {
      policy: () => `script-src '${hashOf(support)}' 'strict-dynamic'`,
      script: host => scriptTag(host, integrity),
    },
    'with the hashes of both files': {
      policy: () => `script-src '${hashOf(support)}' '${hashOf(ticketViews)}'`,
      script: host => scriptTag(host, integrity),
    },
    'that requires Trusted Types, and allows two policies': {
      policy: host => `script-src ${host}; require-trusted-types-for 'script'; trusted-types lit-html isp-support`,
    },
    'that allows no Trusted Types policy but Lit’s, and does not require Trusted Types': {
      policy: host => `script-src ${host}; trusted-types lit-html`,
    },
  })) {
    it(`loads under a policy ${name}`, async context => {
      const {page, requests, errors} = await visit(context, portal);
      await waitForForm(page);
      assert.equal(requests.length, 1);
      assert.deepEqual(errors, []);
    });
  }

  for (const [name, script] of Object.entries<(host: string) => string>({
    'with defer': host => scriptTag(host, 'defer'),
    'with async': host => scriptTag(host, 'async'),
    'as a module': host => scriptTag(host, 'type="module"'),
    twice: host => scriptTag(host) + scriptTag(host),
    'by another script': host => `<script nonce="abc">
      document.head.append(Object.assign(document.createElement('script'), {src: '${host}/${support}', nonce: 'abc'}));
    </script>`,
  })) {
    it(`is loaded once if the page loads the first file ${name}`, async context => {
      const policy = (host: string): string => `script-src ${host} 'nonce-abc'`;
      const {page, requests, errors} = await visit(context, {script, policy});
      await waitForForm(page);
      assert.equal(requests.length, 1);
      assert.deepEqual(errors, []);
    });
  }

  const notFound: Respond = response => response.writeHead(404).end();
  for (const [name, portal] of Object.entries<Portal>({
    'it is missing': {respond: notFound},
    'the connection breaks': {respond: response => response.destroy()},
    'it is an error page': {respond: response => response.end('<p>?</p>')},
    'it is that of another version': {respond: response => response.end(`${read(ticketViews)} `)},
    'the policy requires Trusted Types and does not allow ours': {
      policy: host => `script-src ${host}; require-trusted-types-for 'script'; trusted-types lit-html`,
    },
    'the policy has only the hash of the first file': {
      policy: () => `script-src '${hashOf(support)}'`,
      script: host => scriptTag(host, integrity),
    },
    'the first file is inlined, and has no address': {
      policy: () => "script-src 'nonce-abc'",
      script: () => `<script nonce="abc" type="module">
        const text = await (await fetch('/${support}')).text();
        document.head.append(Object.assign(document.createElement('script'), {text, nonce: 'abc'}));
      </script>`,
    },
  })) {
    for (const tag of tags)
      it(`is replaced by a failure with a way out if ${name} (<${tag}>)`, async context => {
        const {page, errors} = await visit(context, {...portal, markup: element(tag)});
        await waitForFailure(page, tag);
        assert.deepEqual(errors, []);
      });
  }

  for (const tag of tags)
    it(`is requested again by Try again (<${tag}>)`, async context => {
      const {page, requests, current} = await visit(context, {respond: notFound, markup: element(tag)});
      await waitForFailure(page, tag);
      current.respond = undefined;
      await retryButton(page).click();
      await field(page, tag).waitFor();
      assert.equal(requests.length, 2);
    });

  /** Holds the second file until the test releases it. */
  function held() {
    let release = (): void => undefined;
    const released = new Promise<void>(resolve => (release = resolve));
    const respond: Respond = response => void released.then(() => response.end(read(ticketViews)));
    return {respond, release};
  }

  const subject = (page: Page) => field(page, 'isp-new-ticket');

  it('is waited for with the heading, which keeps the focus, and then shows what the page has set', async context => {
    const {respond, release} = held();
    const first = `addEventListener('isp-ready', () => (window.isReady = true));
      document.addEventListener('DOMContentLoaded', () => {
        const element = document.querySelector('isp-new-ticket');
        element.prefill = {subject: 'No dial tone'};
        element.context = {Plan: 'Fibre 100'};
        element.focus();
      });`;
    const {page} = await visit(context, {respond, first});
    const heading = page.getByRole('heading', {name: en['form.heading']});
    await page.waitForFunction(() => document.querySelector('isp-new-ticket')?.shadowRoot?.activeElement);
    assert.equal(await page.locator('isp-new-ticket section[aria-busy="true"] .skeleton-row').count(), 3);
    assert.equal(await page.evaluate('window.isReady'), undefined);
    release();
    await waitForForm(page);
    assert.equal(await subject(page).inputValue(), 'No dial tone');
    assert(await page.getByText('Fibre 100').isVisible());
    assert(await heading.evaluate(each => each.matches(':focus')));
    await page.waitForFunction('window.isReady');
  });

  it('is waited for with the skeleton of a ticket, and then takes the focus to its subject', async context => {
    const {respond, release} = held();
    const first = `addEventListener('isp-ready', () => (window.isReady = true));
      document.addEventListener('DOMContentLoaded', () => document.querySelector('isp-ticket-thread').focus());`;
    const {page} = await visit(context, {respond, first, markup: element('isp-ticket-thread')});
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({name}) => name.endsWith('/customer/tickets/1')),
    );
    await skeleton(page, 'isp-ticket-thread').waitFor();
    assert.equal(await page.locator('isp-ticket-thread .skeleton-row').count(), 3);
    assert(await page.locator('isp-ticket-thread').getByText(en['thread.loading']).isVisible());
    assert.equal(await page.evaluate('window.isReady'), undefined);
    release();
    const heading = page.getByRole('heading', {name: ticketJson().subject});
    await heading.waitFor();
    assert(await heading.evaluate(each => each.matches(':focus')));
    await page.waitForFunction('window.isReady');
  });

  for (const tag of ['isp-ticket-thread', 'isp-support'])
    it(`is requested while the data of a ticket loads (<${tag}>)`, async context => {
      const {page, requests} = await visit(context, {respond: () => undefined, markup: element(tag)});
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({name}) => name.endsWith('/customer/tickets/1')),
      );
      await page.locator('isp-ticket-thread .skeleton-row').first().waitFor();
      assert.equal(requests.length, 1);
    });

  for (const tag of tags)
    it(`shows a draft from before the reload, however late it is (<${tag}>)`, async context => {
      const markup = element(tag).replace('none', 'session');
      const {page, current} = await visit(context, {markup});
      await field(page, tag).fill('Router restarts');
      await page.waitForFunction(() => JSON.stringify({...sessionStorage}).includes('Router restarts'));
      const {respond, release} = held();
      current.respond = respond;
      await page.reload({waitUntil: 'domcontentloaded'});
      await skeleton(page, tag).waitFor();
      release();
      await field(page, tag).waitFor();
      assert.equal(await field(page, tag).inputValue(), 'Router restarts');
      assert(await page.getByText(en['composer.restored']).isVisible());
    });

  it('does not delay isp-reply-sent of a reply from before the reload', async context => {
    const {page, current} = await visit(context, {
      markup: element('isp-ticket-thread').replace('none', 'session'),
      first: `window.sent = []; addEventListener('isp-reply-sent', ({ticketId}) => sent.push(ticketId));`,
    });
    await field(page, 'isp-ticket-thread').fill('Router restarts');
    await page.getByRole('button', {name: en['composer.send']}).click();
    await page.getByRole('button', {name: en['unsent.edit']}).waitFor();
    // The server has it all the same.
    const reply = {author: {kind: 'customer', name: null}, message: 'Router restarts', created_at: new Date().toJSON()};
    current.replies = [replyJson(), replyJson({id: 'r2', ...reply})];
    current.respond = () => undefined;
    await page.reload({waitUntil: 'domcontentloaded'});
    await page.waitForFunction(() => (window as unknown as {sent: readonly string[]}).sent.length > 0);
    assert.equal(await page.locator('isp-ticket-thread .skeleton-row').count(), 3);
  });

  it('shows an empty form if the page has reset it before it is there', async context => {
    const {respond, release} = held();
    const first = `document.addEventListener('DOMContentLoaded', () => {
      const element = document.querySelector('isp-new-ticket');
      element.prefill = {subject: 'No dial tone'};
      element.reset();
    });`;
    const {page} = await visit(context, {respond, first});
    await page.locator('isp-new-ticket .skeleton-row').first().waitFor();
    release();
    await waitForForm(page);
    assert.equal(await subject(page).inputValue(), '');
  });

  for (const tag of tags) {
    it(`is requested again when the device is online again (<${tag}>)`, async context => {
      const {page, current} = await visit(context, {respond: notFound, markup: element(tag)});
      await waitForFailure(page, tag);
      current.respond = undefined;
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await field(page, tag).waitFor();
    });

    it(`reports why it could not be loaded by isp-error, once (<${tag}>)`, async context => {
      const {page} = await visit(context, {
        respond: notFound,
        markup: element(tag),
        first: `window.codes = []; addEventListener('isp-error', ({code}) => codes.push(code));`,
      });
      await waitForFailure(page, tag);
      assert.deepEqual(
        (await page.evaluate<readonly string[]>('codes')).filter(code => code === 'network'),
        ['network'],
      );
    });
  }

  it('fails without a notice or an event if no ticket is selected', async context => {
    const {page} = await visit(context, {
      respond: notFound,
      markup: element('isp-ticket-thread').replace('ticket-id="1"', ''),
      first: `window.codes = []; addEventListener('isp-error', ({code}) => codes.push(code));`,
    });
    await page.getByText(en['thread.none']).waitFor();
    await page.waitForFunction(() => !document.querySelector('script[src*="ticket-views"]'));
    assert(await page.getByText(en['thread.none']).isVisible());
    assert.deepEqual(await page.evaluate<readonly string[]>('codes'), []);
  });

  for (const [tag, name] of [
    ['isp-new-ticket', en['list.new']],
    ['isp-ticket-thread', ticketJson().subject],
  ] as const)
    it(`is requested when the list has been shown, and not again when it is needed (<${tag}>)`, async context => {
      const {page, requests, current} = await visit(context, {
        markup: element('isp-support').replace('ticket-id="1"', ''),
      });
      await page.getByText(ticketJson().subject).waitFor();
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({name: url}) => /ticket-views/.test(url)),
      );
      current.respond = notFound;
      // A ticket itself needs the connection.
      await page.context().setOffline(tag === 'isp-new-ticket');
      await page.getByRole('button', {name}).first().click();
      await field(page, tag).waitFor();
      assert.equal(requests.length, 1);
    });

  it('is not requested by a banner', async context => {
    const {page, requests} = await visit(context, {markup: element('isp-reply-banner')});
    await page.waitForFunction(() => performance.getEntriesByType('resource').some(({name}) => /customer/.test(name)));
    await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve)));
    assert.equal(requests.length, 0);
  });

  it('adds no globals, and leaves no tag in the page', async context => {
    const {page} = await visit(context, {first: 'Object.names = Object.getOwnPropertyNames(window)'});
    await waitForForm(page);
    const added = await page.evaluate(() => {
      const {names} = Object as unknown as {names: readonly string[]};
      return Object.getOwnPropertyNames(window).filter(name => !names.includes(name));
    });
    assert.deepEqual(
      added.filter(name => !/^(?:__zod|lit|reactive)/.test(name)),
      [],
    );
    assert.equal(await page.locator('script').count(), 1);
  });

  it('loads on a page that has extended Object.prototype', async context => {
    const {page, errors} = await visit(context, {first: 'Object.prototype.extend = function () {}'});
    await waitForForm(page);
    assert.deepEqual(errors, []);
  });

  it('loads on a page from the file system', async context => {
    const portal = mkdtempSync(join(tmpdir(), 'portal-'));
    context.after(() => rmSync(portal, {recursive: true}));
    for (const name of files) cpSync(fileURLToPath(new URL(name, folder)), join(portal, name));
    const markup = element('isp-new-ticket').replace('/api', 'https://portal.example/api');
    writeFileSync(join(portal, 'index.html'), `<!doctype html><script src="${support}"></script>${markup}`);
    const page = await browser.newPage({locale: 'en'});
    context.after(() => page.close());
    await page.goto(pathToFileURL(join(portal, 'index.html')).href);
    await waitForForm(page);
  });

  it('finds everything that it imports in the first file', () => {
    const sharedNames = readSource('src/standalone/shared.ts').split('export const shared')[1] ?? '';
    const {sources} = JSON.parse(read(`${ticketViews}.map`)) as {sources: readonly string[]};
    // The module that only exports the contents again has no code of its own.
    const own = [...sources, '../../src/elements/ticket-views.ts'].map(source => new URL(source, folder).pathname);
    const missing = own.flatMap(path =>
      [...readFileSync(path, 'utf8').matchAll(/^import \{([^}]+)\} from '([^']+)'/gm)]
        .filter(([, , from = '']) => !own.includes(new URL(from.replace(/\.js$/, '.ts'), pathToFileURL(path)).pathname))
        .flatMap(([, names = '']) => names.split(',').map(name => name.trim()))
        .filter(name => name && !name.startsWith('type ') && !new RegExp(`\\b${name},`).test(sharedNames)),
    );
    assert.deepEqual(missing, []);
  });

  it('contains no copy of Lit', () => {
    assert(!/litHtmlVersions|reactiveElementVersions/.test(read(ticketViews)));
  });
});
