import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {after, describe, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {parse} from 'yaml';

import {lineOf} from '../../../conformance/report.js';
import {cases, runConformance, type ConformanceResult} from '../../../conformance/run.js';
import {listen} from '../../../demo/gateway/fixture-server.js';
import {mutants, servers, type TriedServer} from './servers.js';
import {withoutEvents, withoutReading} from './skipped-cases.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

async function resultsOf(name: string, only: readonly string[] = []): Promise<readonly ConformanceResult[]> {
  return resultsOn(servers[name]!, only);
}

async function resultsOn(
  open: () => Promise<TriedServer>,
  only: readonly string[] = [],
): Promise<readonly ConformanceResult[]> {
  const server = await open();
  const results: ConformanceResult[] = [];
  for await (const result of runConformance({...server, only})) results.push(result);
  await server.close();
  return results;
}

const idsOf = (results: readonly ConformanceResult[], outcome: string): readonly string[] =>
  results.filter(result => result.outcome === outcome).map(({id}) => id);

const skippedBy: Readonly<Record<string, readonly string[]>> = {
  gateway: withoutEvents,
  'other form': withoutEvents,
  // Here, both have no locked tickets.
  'gateway to Splynx': [...withoutReading, 'staff.lock'],
  // Its tickets have no status that means resolved.
  'gateway to WHMCS': [...withoutReading, 'staff.lock', 'staff.reopen'],
};

describe('the conformance kit', () => {
  for (const name of Object.keys(servers).filter(each => each !== 'careless')) {
    test(`finds nothing to object to in the ${name}`, async () => {
      const results = await resultsOf(name);
      assert.deepEqual(results.filter(({outcome}) => outcome === 'failed').map(lineOf), []);
      assert.deepEqual(idsOf(results, 'skipped'), skippedBy[name] ?? []);
    });
  }

  test('names what a careless server does wrong, and nothing else', async () => {
    const results = await resultsOf('careless');
    assert.deepEqual(idsOf(results, 'failed'), [
      'access.no-token',
      'access.invalid-token',
      'access.changed-token',
      'access.unsigned-token',
      'access.expired',
      'access.unknown-ticket',
      'access.reply-to-unknown',
      'access.other-customer-reads',
      'access.other-customer-replies',
      'access.other-customer-lists',
      'reads.bad-limit',
      'reads.bad-cursor',
      'reads.list-etag',
      'reads.ticket-etag',
      'reads.config-etag',
      'reads.updates-etag',
      'writes.ticket',
      'writes.empty-ticket',
      'writes.empty-reply',
      'writes.long-subject',
      'writes.media-type',
      'writes.broken-json',
      'idempotency.ticket',
      'idempotency.reply',
      'idempotency.first-response',
      'idempotency.other-body',
      'idempotency.other-url',
      'idempotency.simultaneous',
      'idempotency.after-failure',
      'cors.preflight',
      'cors.success',
      'cors.failure',
      'caches.no-store',
      'notes.without-replies',
      'notes.after-reply',
      'notes.after-answer',
      'notes.unread',
      'notes.read',
      'staff.read-unknown',
      'staff.lock',
    ]);
  });

  for (const [name, failed] of [
    [
      'forgetful',
      [
        'idempotency.ticket',
        'idempotency.reply',
        'idempotency.first-response',
        'idempotency.other-body',
        'idempotency.other-url',
        'idempotency.simultaneous',
      ],
    ],
    ['trusting', ['access.other-customer-reads']],
  ] as const) {
    test(`names what a ${name} server does wrong, and nothing else`, async () => {
      assert.deepEqual(idsOf(await resultsOn(mutants[name]), 'failed'), failed);
    });
  }

  test('names a version of the updates that stays the same after a change', async () => {
    const [result] = await resultsOn(mutants.unchanging, ['writes.version']);
    assert.match(lineOf(result!), /: FAILED, the version is still v1 after a new ticket/);
  });

  test('says in plain language what an internal note has changed', async () => {
    const [result] = await resultsOf('careless', ['notes.after-reply']);
    const line = lineOf(result!);
    assert.match(line, /^✖ Internal notes change nothing a customer can see: FAILED, \/tickets: /);
    assert.match(line, /reply_count went from 1 to 2/);
    assert.match(line, /docs\/servers\.md#/);
  });

  test('waits for an answer as long as it is told', async () => {
    const {origin, close} = await listen(() => new Promise(() => {}));
    const results: ConformanceResult[] = [];
    const options = {apiBase: origin, token: 'x.y.z', only: ['reads.config'], timeout: 0.05};
    for await (const result of runConformance(options)) results.push(result);
    await close();
    assert.match(results[0]!.detail, /could not go on: .*timeout/);
  });

  test('has at least 40 cases with IDs of their own', () => {
    assert(cases.length >= 40, `${cases.length}`);
    assert.equal(new Set(cases.map(({id}) => id)).size, cases.length);
  });

  for (const see of new Set(cases.map(each => each.see))) {
    test(`refers to ${see}, which exists`, () => {
      const [file = '', fragment = ''] = see.split('#');
      assert(existsSync(root + file));
      const text = readFileSync(root + file, 'utf8');
      if (file.endsWith('.yaml')) assert(valueAt(parse(text), fragment), fragment);
      else assert(headingsOf(text).includes(fragment), fragment);
    });
  }
});

const valueAt = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map(name => name.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, name) => (Object(value) as Record<string, unknown>)[name], document);

const headingsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );

describe('a staff hook', () => {
  const hooks: Readonly<Record<string, readonly [() => Promise<never>, RegExp]>> = {
    'an error': [() => Promise.reject(new Error('no such ticket')), /note\(\) has failed: no such ticket$/],
    'a text': [() => Promise.reject('exit code 3' as unknown as Error), /note\(\) has failed: exit code 3$/],
    nothing: [() => Promise.reject(undefined as unknown as Error), /note\(\) has failed: undefined$/],
    never: [() => new Promise(() => {}), /note\(\) has failed: it has not ended within/],
  };
  for (const [name, [note, detail]] of Object.entries(hooks)) {
    test(`that fails costs its case alone, and is named: ${name}`, async () => {
      const server = await servers['gateway']!();
      const results: ConformanceResult[] = [];
      const options = {...server, staff: {...server.staff, note}, timeout: name === 'never' ? 1 : 20};
      for await (const result of runConformance({...options, only: ['notes.after-reply', 'reads.config']})) {
        results.push(result);
      }
      await server.close();
      const [failed, ...others] = results.filter(({outcome}) => outcome === 'failed');
      assert.match(failed!.detail, detail);
      assert.deepEqual(others, []);
      assert(results.length > 1);
    });
  }
});

describe('isp-support-conformance', () => {
  let server: TriedServer;
  const opened = servers['careless']!().then(each => (server = each));
  after(() => server.close());

  const run = async (...options: readonly string[]) => {
    const child = spawn(process.execPath, [`${root}conformance/cli.js`, ...options]);
    let [output, errors] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (output += String(text)));
    child.stderr.on('data', (text: Buffer) => (errors += String(text)));
    const code = await new Promise(resolve => child.once('close', resolve));
    return {code, output, errors};
  };
  const connection = async () => {
    const {apiBase, token} = await opened;
    return ['--api-base', apiBase, '--token', token];
  };

  test('exits with 0 if all cases have passed, and with 1 if one has failed', async () => {
    const failed = await run(...(await connection()), '--only', 'reads.ticket', '--only', 'reads.config');
    assert.equal(failed.code, 1, failed.output);
    assert.match(failed.output, /✖ The configuration has an ETag/);
    const {code, output} = await run(...(await connection()), '--only', 'reads.newest-first');
    assert.equal(code, 0, output);
    assert.match(output, /^✔ The list is sorted.*\n\n1 passed, 0 failed, 0 skipped\n$/);
  });

  test('prints JSON', async () => {
    const {output} = await run(...(await connection()), '--json', '--only', 'access.barred');
    const {skipped, results} = JSON.parse(output) as {skipped: number; results: readonly ConformanceResult[]};
    assert.equal(skipped, 1);
    assert.equal(results[0]!.detail, 'needs --barred-token');
  });

  test('exits with 2 and its usage if an option is wrong', async () => {
    for (const options of [[], ['--api-base', 'http://127.0.0.1:9'], ['--unknown']]) {
      const {code, errors} = await run(...options);
      assert.equal(code, 2);
      assert.match(errors, /--api-base URL/);
    }
    assert.equal((await run(...(await connection()), '--only', 'nothing')).code, 2);
  });

  test('says once, with exit code 2, that no server answers', async () => {
    const {origin, close} = await listen(async () => new Response());
    await close();
    const {code, output, errors} = await run('--api-base', `${origin}/api`, '--token', 'x');
    assert.equal(code, 2);
    assert.equal(output, '');
    assert.match(errors, /^No server answers at http:\/\/127\.0\.0\.1:\d+\/api: .+\n$/);
  });

  test('does not follow a redirect, and says where it leads', async () => {
    const location = 'https://portal.invalid/login';
    const {origin, close} = await listen(async () => new Response(null, {status: 302, headers: {Location: location}}));
    const {code, output} = await run('--api-base', origin, '--token', 'x', '--only', 'access.no-token');
    await close();
    assert.equal(code, 1);
    assert.match(output, /the status of GET \/tickets was 302 \(to https:\/\/portal\.invalid\/login\) instead of 401/);
  });

  test('exits with 2 if a token is one that no header can have', async () => {
    for (const token of ['Bearer abc', 'ä', 'a\nb']) {
      const {code, errors} = await run(...(await connection()), '--other-token', token);
      assert.equal(code, 2);
      assert.match(errors, /^--other-token is no token/);
    }
  });

  test('says which request has another status than expected', async () => {
    const {output} = await run(...(await connection()), '--only', 'reads.bad-limit');
    assert.match(output, /FAILED, the status of GET \/tickets\?limit=0 was 200 instead of 400/);
  });

  test('lists its cases', async () => {
    const {output} = await run('--list');
    assert.equal(output.trim().split('\n').length, cases.length);
  });

  test('uses the hooks of a module', async () => {
    const {output} = await run(
      ...(await connection()),
      ...['--only', 'notes.after-reply', '--staff', `${root}test/desk/conformance/idle-hooks.mjs`],
    );
    // The note is not written, but the careless server has a new token each time.
    assert.match(output, /^✖ Internal notes.* sync_token went from/);
  });
});
