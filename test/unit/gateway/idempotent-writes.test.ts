import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {PGlite} from '@electric-sql/pglite';

import {memoryReceipts, postgresReceipts, receiptsTable, type ReceiptStore} from '../../../gateway/index.js';
import {deferred} from '../../../demo/desk/deferred.js';
import {createGateway, newKey} from './gateway-client.js';

const ticket = {subject: 'Slow', description: 'Since Monday'};
const minute = 60_000;

let pglite: PGlite;
before(async () => {
  pglite = await PGlite.create();
  await pglite.exec(receiptsTable);
});
after(() => pglite.close());

const stores: readonly (readonly [string, () => ReceiptStore])[] = [
  ['memory', memoryReceipts],
  ['PostgreSQL', () => postgresReceipts((sql, parameters) => pglite.query(sql, parameters))],
];

for (const [name, open] of stores) {
  describe(`Idempotency-Key at the gateway (${name})`, () => {
    const gateway = (receipts = open()) => ({receipts, ...createGateway({receipts})});

    it('returns the first response for a retry, with Location, and writes nothing twice', async () => {
      const {as, helpdesk} = gateway();
      const key = newKey();
      const first = await as('lena').post('/tickets', ticket, key);
      helpdesk.answer('lena', '1', 'Hello');
      const again = await as('lena').post('/tickets', ticket, key);
      assert.equal(again.status, 201);
      assert.equal(again.text, first.text);
      assert.equal(again.headers.get('Location'), first.headers.get('Location'));
      assert.equal(first.headers.get('Idempotent-Replayed'), null);
      assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
      assert.deepEqual(helpdesk.texts('lena'), ['Slow', 'Hello']);
    });

    it('lets one of two simultaneous requests write, and tells the other to wait', async () => {
      const {as, helpdesk} = gateway();
      helpdesk.add('lena');
      for (const [path, body] of [
        ['/tickets', ticket],
        ['/tickets/1/replies', {message: 'Hello'}],
      ] as const) {
        const key = newKey();
        const other = deferred();
        helpdesk.onWrite = () => other.promise;
        const answers = [1, 2].map(() => as('lena').post(path, body, key));
        // The one that writes ends after the other.
        const first = await Promise.race(answers);
        other.resolve();
        const all = await Promise.all(answers);
        assert.deepEqual(all.map(({status}) => status).sort(), [201, 409]);
        assert.equal(first.headers.get('Retry-After'), '1');
        assert.match(first.json.type, /still-running$/);
      }
      assert.deepEqual(helpdesk.texts('lena'), ['Slow', 'Slow', 'Hello']);
    });

    it('refuses another body, and another URL', async () => {
      const {as, helpdesk} = gateway();
      for (let count = 0; count < 2; count += 1) helpdesk.add('lena');
      const key = newKey();
      await as('lena').post('/tickets/1/replies', {message: 'x'}, key);
      for (const [path, body] of [
        ['/tickets/1/replies', {message: 'y'}],
        ['/tickets/2/replies', {message: 'x'}],
        ['/tickets', ticket],
      ] as const) {
        const {status, json} = await as('lena').post(path, body, key);
        assert.equal(status, 422);
        assert.match(json.type, /idempotency-key-reused$/);
      }
    });

    it('keeps the keys of two customers apart', async () => {
      const {as} = gateway();
      const key = newKey();
      const mine = await as('lena').post('/tickets', ticket, key);
      const theirs = await as('omar').post('/tickets', ticket, key);
      assert.equal(theirs.status, 201);
      assert.notEqual(theirs.json.id, mine.json.id);
      assert.equal(theirs.headers.get('Idempotent-Replayed'), null);
    });

    it('lets a key be used again after a refusal', async () => {
      const {as, helpdesk} = gateway();
      helpdesk.add('lena');
      helpdesk.lock('lena', '1');
      helpdesk.add('lena');
      const key = newKey();
      assert.equal((await as('lena').post('/tickets', {subject: ''}, key)).status, 422);
      assert.equal((await as('lena').post('/tickets/1/replies', {message: 'x'}, key)).status, 409);
      assert.equal((await as('lena').post('/tickets/9/replies', {message: 'x'}, key)).status, 404);
      const {status, headers} = await as('lena').post('/tickets/2/replies', {message: 'x'}, key);
      assert.equal(status, 201);
      assert.equal(headers.get('Idempotent-Replayed'), null);
    });

    it('returns the first response for a retry, although its text is now beyond the limit', async () => {
      const {as, helpdesk} = gateway();
      helpdesk.add('lena');
      for (const [path, body] of [
        ['/tickets', {subject: 'Lost', description: 'One line'}],
        ['/tickets/1/replies', {message: 'Hello'}],
      ] as const) {
        const key = newKey();
        helpdesk.config = {};
        const first = await as('lena').post(path, body, key);
        helpdesk.config = {subjectLimit: 2, descriptionLimit: 2, messageLimit: 2};
        const again = await as('lena').post(path, body, key);
        assert.equal(again.status, 201);
        assert.equal(again.text, first.text);
        assert.equal((await as('lena').post(path, body, newKey())).status, 422);
      }
    });

    it('finds what the helpdesk has written if its answer was lost', async () => {
      const {as, helpdesk} = gateway();
      helpdesk.add('lena');
      helpdesk.onWrite = when => (when === 'after' ? Promise.reject({code: 'network'}) : undefined);
      for (const [path, body] of [
        ['/tickets', {subject: 'Lost', description: 'One  line\r\n'}],
        ['/tickets/1/replies', {message: 'Hello'}],
      ] as const) {
        const key = newKey();
        assert.equal((await as('lena').post(path, body, key)).status, 502);
        const again = await as('lena').post(path, body, key);
        assert.equal(again.status, 201);
        assert.equal(again.headers.get('Idempotent-Replayed'), 'true');
        assert.equal((await as('lena').post(path, body, key)).text, again.text);
      }
      assert.deepEqual(helpdesk.texts('lena'), ['Lost', 'Slow', 'Hello']);
    });

    it('writes again if the first request has not reached the helpdesk', async () => {
      const {as, helpdesk} = gateway();
      helpdesk.add('lena');
      await as('lena').post('/tickets/1/replies', {message: 'Hello'}, newKey());
      helpdesk.now += minute;
      helpdesk.onWrite = when => (when === 'before' ? Promise.reject({code: 'network'}) : undefined);
      const key = newKey();
      assert.equal((await as('lena').post('/tickets/1/replies', {message: 'Hello'}, key)).status, 502);
      helpdesk.onWrite = () => {};
      assert.equal((await as('lena').post('/tickets/1/replies', {message: 'Hello'}, key)).status, 201);
      assert.deepEqual(helpdesk.texts('lena'), ['Slow', 'Hello', 'Hello']);
    });

    it('neither loses nor repeats a write if the process stops between the helpdesk and the receipt', async () => {
      const receipts = open();
      const stopping: ReceiptStore = {...receipts, complete: stopped, abandon: stopped};
      const {as, helpdesk} = gateway(stopping);
      const key = newKey();
      assert.equal((await as('lena').post('/tickets', ticket, key)).status, 500);
      const restarted = createGateway({
        receipts,
        now: () => helpdesk.now,
        backend: ({id}) => helpdesk.backendOf(id),
      }).as('lena');
      // The lease of the process that has stopped.
      assert.equal((await restarted.post('/tickets', ticket, key)).status, 409);
      helpdesk.now += minute;
      const again = await restarted.post('/tickets', ticket, key);
      assert.equal(again.status, 201);
      assert.equal(again.json.id, '1');
      assert.deepEqual(helpdesk.texts('lena'), ['Slow']);
    });

    it('keeps a key for 96 hours, and no longer', async () => {
      const {as, helpdesk} = gateway();
      const key = newKey();
      await as('lena').post('/tickets', ticket, key);
      helpdesk.now += 95 * 60 * minute;
      assert.equal((await as('lena').post('/tickets', ticket, key)).headers.get('Idempotent-Replayed'), 'true');
      helpdesk.now += 2 * 60 * minute;
      assert.equal((await as('lena').post('/tickets', ticket, key)).headers.get('Idempotent-Replayed'), null);
    });

    it('requires a quoted key, and handles each request without one', async () => {
      const {as, helpdesk} = gateway();
      for (const key of ['abc', '""', '"a"b"', 'a"b"']) {
        assert.equal((await as('lena').post('/tickets', ticket, {'Idempotency-Key': key})).status, 400);
      }
      for (let count = 0; count < 2; count += 1) await as('lena').post('/tickets', ticket);
      assert.deepEqual(helpdesk.texts('lena'), ['Slow', 'Slow']);
    });
  });
}

const stopped = (): Promise<never> => Promise.reject(new Error('stopped'));
