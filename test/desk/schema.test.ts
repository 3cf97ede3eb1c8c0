import assert from 'node:assert/strict';
import {after, test} from 'node:test';
import {openPGlite} from '../../demo/desk/store/pglite.js';
import {seedRows} from '../../demo/desk/seed/seed.js';
import {migrate} from '../../demo/desk/store/schema.js';
import {toColumns} from '../../demo/desk/store/sql-rows.js';
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

test('a database of the second version is migrated with the waits of its conversations', async () => {
  const database = await openPGlite();
  after(() => database.close());
  await migrate(database, 2);
  const store = () => openSqlStore(database);
  const {tickets, replies, subscribers} = seedRows('small', new Date('2026-05-03T12:00:00.000Z'));
  const load = async (table: string, rows: readonly object[]) =>
    database.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
      JSON.stringify(rows.map(toColumns)),
    ]);
  await load('subscribers', subscribers);
  await load('tickets', tickets);
  await load('replies', replies);
  const waits = async () => {
    const rows = await (await store()).staffTickets({limit: 100});
    return Object.fromEntries(rows.map(({subject, waitingSince}) => [subject, waitingSince]));
  };
  const expected = Object.fromEntries(tickets.map(({subject, waitingSince}) => [subject, waitingSince]));
  assert.ok(Object.values(expected).some(Boolean));
  assert.deepEqual(await waits(), expected);
});

test('an up-to-date database is not changed', async () => {
  const versions = () => database.query('select version from schema_version order by version');
  const before = await versions();
  await openSqlStore(database);
  assert.deepEqual(await versions(), before);
});
