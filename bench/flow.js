// `npm run flow` counts what a reader has to follow: the files of src whose functions run for one key press and for one
// reply, and the controllers of each element. `npm run flow -- ../before .` compares checkouts.
import {originalPositionFor, TraceMap} from '@jridgewell/trace-mapping';
import {build} from 'esbuild';
import {chromium} from 'playwright-core';

import {browserArguments, findBrowser} from '../test/browser.js';
import {cannedServer} from './page/canned-server.js';
import {replyOf, ticketOf} from './page/data.js';

const tags = ['isp-support', 'isp-ticket-list', 'isp-ticket-thread', 'isp-new-ticket', 'isp-reply-banner'];

/** Bundles the elements of a checkout without minifying them, so that no function is inlined. */
async function bundle(checkout) {
  const {outputFiles} = await build({
    entryPoints: [`${checkout}/src/define/all.ts`],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'external',
    outfile: 'elements.js',
    write: false,
  });
  const [map, code] = outputFiles.sort((one, other) => other.path.length - one.path.length).map(({text}) => text);
  return {code, map: new TraceMap(map)};
}

const server = cannedServer({view: 'thread', count: 3, page: 'whole'});

function responseTo(url, method) {
  const {pathname} = new URL(url);
  if (method === 'POST') return {status: 201, json: {reply: replyOf(99), ticket: ticketOf(1)}};
  const match = server.match(pathname);
  return match
    ? {body: server.bodyOf(match.id), contentType: 'application/json'}
    : {status: 404, json: {title: 'None'}};
}

/** Opens a page with one element of each kind, and counts the controllers that each adds. */
async function openPage(browser, code) {
  const page = await browser.newPage();
  await page.route('**/*', (route, request) => {
    if (request.url().includes('/api/')) return route.fulfill(responseTo(request.url(), request.method()));
    return route.fulfill({contentType: 'text/html', body: '<!doctype html><title>Flow</title>'});
  });
  await page.goto('https://portal.example/');
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', {callCount: true, detailed: false});
  await page.addScriptTag({content: `${code}\n//# sourceURL=elements.js`});
  const controllers = await page.evaluate(names => {
    const counts = {};
    for (const tag of names) {
      let prototype = customElements.get(tag).prototype;
      while (!Object.hasOwn(prototype, 'addController')) prototype = Object.getPrototypeOf(prototype);
      const {addController} = prototype;
      prototype.addController = function addCounted(controller) {
        counts[tag] = (counts[tag] ?? 0) + 1;
        addController.call(this, controller);
      };
      document.createElement(tag);
      prototype.addController = addController;
    }
    return counts;
  }, tags);
  return {page, session, controllers};
}

/** The files of src of which a function has run since the last call. */
async function filesEntered(session, {code, map}) {
  const {result} = await session.send('Profiler.takePreciseCoverage');
  const lineStarts = [0, ...[...code.matchAll(/\n/g)].map(({index}) => index + 1)];
  const positionOf = offset => {
    const line = lineStarts.findLastIndex(start => start <= offset);
    return {line: line + 1, column: offset - lineStarts[line]};
  };
  const functions = result.filter(({url}) => url === 'elements.js').flatMap(script => script.functions);
  const entered = functions.filter(({ranges}) => ranges[0].count > 0).map(({ranges}) => ranges[0].startOffset);
  const sources = entered.map(offset => originalPositionFor(map, positionOf(offset)).source ?? '');
  return new Set(sources.filter(source => /(^|\/)src\//.test(source)));
}

async function measure(browser, checkout) {
  const built = await bundle(checkout);
  const {page, session, controllers} = await openPage(browser, built.code);
  await page.evaluate(async () => {
    const element = document.createElement('isp-ticket-thread');
    const ready = new Promise(resolve => element.addEventListener('isp-ready', resolve));
    Object.assign(element, {apiBase: '/api', ticketId: 't1', token: 'opaque', persistence: 'none'});
    document.body.append(element);
    await ready;
  });
  const typeKey = () =>
    page.evaluate(async () => {
      const element = document.querySelector('isp-ticket-thread');
      const box = element.shadowRoot.querySelector('textarea');
      box.value += 'a';
      box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
      await element.updateComplete;
    });
  const render = () =>
    page.evaluate(async () => {
      const element = document.querySelector('isp-ticket-thread');
      element.requestUpdate();
      await element.updateComplete;
    });
  await typeKey();
  await filesEntered(session, built);
  await render();
  const forRender = await filesEntered(session, built);
  await typeKey();
  const forKey = await filesEntered(session, built);
  await page.evaluate(async () => {
    const element = document.querySelector('isp-ticket-thread');
    const sent = new Promise(resolve => element.addEventListener('isp-reply-sent', resolve));
    element.shadowRoot.querySelector('[part~="send"]').click();
    await sent;
    await element.updateComplete;
  });
  const forReply = new Set([...forKey, ...(await filesEntered(session, built))]);
  await page.close();
  const besidesRender = files => [...files].filter(file => !forRender.has(file)).length;
  return {
    checkout,
    controllers,
    files: {
      'one render': forRender.size,
      'one key press, besides those of a render': besidesRender(forKey),
      'one reply, besides those of a render': besidesRender(forReply),
    },
  };
}

const checkouts = process.argv.slice(2);
const browser = await chromium.launch({executablePath: findBrowser(), args: browserArguments()});
try {
  const results = [];
  for (const checkout of checkouts.length > 0 ? checkouts : ['.']) results.push(await measure(browser, checkout));
  const columns = results.map(({checkout, files, controllers}) => [
    checkout,
    {
      ...Object.fromEntries(Object.entries(files).map(([name, count]) => [`files entered by ${name}`, count])),
      ...Object.fromEntries(tags.map(tag => [`controllers of <${tag}>`, controllers[tag]])),
    },
  ]);
  const rows = Object.keys(columns[0][1]);
  console.table(
    Object.fromEntries(
      rows.map(row => [row, Object.fromEntries(columns.map(([name, figures]) => [name, figures[row]]))]),
    ),
  );
} finally {
  await browser.close();
}
