import assert from 'node:assert/strict';
import {execFileSync, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {after, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';

import {lineOf} from '../../../conformance/report.js';
import {runConformance} from '../../../conformance/run.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const file = `${root}demo/first-endpoint/server.mjs`;
const page = readFileSync(`${root}docs/servers.md`, 'utf8');
const key = 'a secret that is at least 32 bytes long';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

async function untilServed(url: string, attempts = 200): Promise<void> {
  const isServed = await fetch(url).then(
    () => true,
    () => false,
  );
  if (isServed) return;
  assert(attempts > 0, 'the server has not started');
  await new Promise(resolve => setImmediate(resolve));
  await untilServed(url, attempts - 1);
}

describe('the first endpoint of servers.md', () => {
  const children: ReturnType<typeof spawn>[] = [];
  after(() => children.forEach(child => child.kill()));

  test('is shown line by line', () => {
    assert(page.includes(readFileSync(file, 'utf8')));
  });

  test('lists the tickets of the customer of the page’s token, and passes the cases that the page names', async () => {
    const port = await freePort();
    const child = spawn(process.execPath, [file], {env: {...process.env, PORT: String(port), PORTAL_KEY: key}});
    children.push(child);
    const apiBase = `http://127.0.0.1:${port}/api`;
    await untilServed(apiBase, 2000);
    const [, script = ''] = /token=\$\(node --input-type=module -e '\n([^']+)'\)/.exec(page) ?? [];
    const token = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: root,
      env: {...process.env, PORTAL_KEY: key},
      encoding: 'utf8',
    }).trim();
    const headers = {Authorization: `Bearer ${token}`};
    const {data} = await (await fetch(`${apiBase}/customer/tickets`, {headers})).json();
    assert.equal(data[0].subject, 'The first ticket of lena');
    const only = ['access.no-token', 'access.unsigned-token', 'caches'];
    const outcomes: string[] = [];
    for await (const result of runConformance({apiBase, token, only})) {
      outcomes.push(result.outcome);
      assert.equal(result.outcome, 'passed', lineOf(result));
    }
    assert.equal(outcomes.length, 3);
  });
});
