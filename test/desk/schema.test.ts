import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {openPGlite} from '../../demo/desk/store/pglite.js';
import {migrate} from '../../demo/desk/store/schema.js';
import {openSqlStore} from '../../demo/desk/store/sql-store.js';
import {at, replyRow} from './fixtures.js';

const database = await openPGlite();
after(() => database.close());

test('a database of the first version is migrated with its data', async () => {
  await migrate(database, 1);
  await database.query(`insert into subscribers values ('lena', 'lena.moreau', 'Léna Moreau', '', '', 'active', 1)`);
  await database.query(
    `insert into tickets values ('one', 'T-1', 'lena', 's', 'd', null, null, 'open', true, $1, null, null, $1, 1)`,
    [at(0)],
  );
  await database.query(`insert into replies values ('r', 'one', 'customer', null, 'Before', false, $1)`, [at(1)]);

  const store = await openSqlStore(database);
  assert.equal((await store.staffTicket('one'))?.writtenAt, null);
  assert.equal((await store.customerTicket('lena', 'one'))?.replyCount, 1);
  await store.write(writes => writes.insertReply(replyRow({createdAt: at(9), writtenAt: at(2)})));
  assert.deepEqual(
    (await store.allReplies('one')).map(reply => [reply.message, reply.writtenAt]),
    [
      ['Before', null],
      ['Hello', at(2)],
    ],
  );
});

test('an up-to-date database is not changed', async () => {
  const versions = () => database.query('select version from schema_version order by version');
  const before = await versions();
  await openSqlStore(database);
  assert.deepEqual(await versions(), before);
});
