// `npm run typing`: how long a paste and a key take in a long text, as a ratio to a bare text area, in Chromium and
// Firefox. `-- firefox` measures one engine, and a path another checkout.
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {resolve} from 'node:path';

import {ensureBuilt} from '../demo/build.js';
import {browsers, resultInTitle, type Tab} from '../test/security/browsers.js';
import {cannedServer} from './page/canned-server.js';
import {table} from './table.js';

const texts = new Map([
  ['Latin, 63,000', 'The line drops in the evening. '.repeat(2032)],
  ['Arabic, 63,000', 'ينقطع الاتصال كل مساء بعد الثامنة. '.repeat(1800)],
  ['no space, 250,000', 'a'.repeat(250_000)],
]);

const boxes = new Map([
  ['bare', '<textarea rows="3"></textarea>'],
  ['reply', '<isp-ticket-thread api-base="/api" token="opaque" ticket-id="t1"></isp-ticket-thread>'],
]);

/** How long a browser may take for one text, in milliseconds. */
const timeout = 120_000;

const [argument = ''] = process.argv.slice(2);
const isEngine = argument in browsers;
const checkout = `${resolve(isEngine ? '.' : argument)}/`;
const engines = isEngine ? [argument] : ['chromium', 'firefox'];

ensureBuilt(checkout);
const script = readFileSync(`${checkout}dist/standalone/isp-support.js`);
const measure = readFileSync(new URL('page/typing.js', import.meta.url), 'utf8');
const thread = cannedServer({view: 'thread', count: 3, page: 'whole'});

function pageOf(search: URLSearchParams): string {
  const parameters = JSON.stringify({text: texts.get(search.get('text') ?? ''), keys: 5});
  return `<!doctype html><html lang="en"><title>?</title>
<style>textarea { inline-size: 100%; font: 16px sans-serif }</style>
<script src="/isp-support.js"></script>${boxes.get(search.get('box') ?? '')}
<script>window.parameters = ${parameters}; ${measure}</script></html>`;
}

const server = createServer(({url = ''}, response) => {
  const {pathname, searchParams} = new URL(url, 'http://localhost');
  const send = (type: string, body: string | Buffer): unknown => response.setHeader('Content-Type', type).end(body);
  if (pathname === '/isp-support.js') return send('text/javascript', script);
  if (pathname.endsWith('/t1')) return send('application/json', thread.bodyOf('t1'));
  if (pathname !== '/') return response.writeHead(404).end();
  return send('text/html; charset=utf-8', pageOf(searchParams));
});
await new Promise<void>(listening => void server.listen(0, '127.0.0.1', listening));
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** The times of a paste and of a key, in milliseconds. */
async function timesOf(tab: Tab, box: string, text: string): Promise<readonly number[]> {
  await tab.open(`${address}/?${new URLSearchParams({box, text})}`);
  return (await resultInTitle(tab, 'times:', timeout))?.split(' ').map(Number) ?? [];
}

/** A frame is the least that can be measured. */
function ratio(ours = NaN, bare = NaN): string {
  return `${ours} / ${bare} ms = ${(Math.max(ours, 16) / Math.max(bare, 16)).toFixed(1)}`;
}

const rows: string[][] = [];
for (const engine of engines) {
  const tab = await browsers[engine]?.();
  if (!tab) throw new Error(`There is no engine called ${engine}.`);
  for (const text of texts.keys()) {
    const bare = await timesOf(tab, 'bare', text);
    const ours = await timesOf(tab, 'reply', text);
    rows.push([engine, text, ratio(ours[0], bare[0]), ratio(ours[1], bare[1])]);
    console.log(rows.at(-1)?.join('  '));
  }
  await tab.close();
}
console.log(`\n${table(['engine', 'characters', 'paste', 'key'], rows)}`);
process.exit();
