import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import type {TicketBackend} from '../../../src/contract/backend.js';
import {SupportError} from '../../../src/contract/errors.js';
import type {ReplyReceipt} from '../../../src/contract/ticket.js';
import {CustomerStorage} from '../../../src/storage/customer-storage.js';
import type {Session} from '../../../src/state/session.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {mailboxOf} from '../../../src/state/create-mailbox.js';
import {deferred} from '../../support/deferred.js';
import {nextTask} from '../../support/next-task.js';
import {disposeSessions, nextReceipt, createTestSession, waitUntilOutbox} from '../../support/session-fixtures.js';
import {detail, idsOf, receipt} from '../../support/ticket-fixtures.js';

let customers = 0;

afterEach(disposeSessions);

/** Opens tabs of one customer, who shares a device. */
function tabs(device = new MemoryStorage()) {
  const name = `tabs ${customers++}/`;
  return (methods: Partial<TicketBackend> = {}): Session =>
    createTestSession(methods, new CustomerStorage(device, name), name);
}

describe('An item that one tab is sending', () => {
  it('is not sent again after another tab has discarded it', async () => {
    const open = tabs();
    const attempts: string[] = [];
    const answer = deferred<never>();
    const sending = open({
      addReply: (_, {message}) => {
        attempts.push(message);
        return answer.promise;
      },
    });
    const key = mailboxOf(sending).reply('t1', 'hello');
    await waitUntilOutbox(() => mailboxOf(sending).outbox.store.get(key)?.status === 'sending');

    const other = open({
      addReply: async (id, {message}) => receipt(id, message, {subject: String(attempts.push(message))}),
    });
    await waitUntilOutbox(() => mailboxOf(other).outbox.store.get(key) !== undefined);
    void mailboxOf(other).outbox.toggleDiscarded(key);
    await waitUntilOutbox(() => mailboxOf(sending).outbox.store.get(key) === undefined);
    answer.reject(new SupportError('network'));
    for (let turn = 0; turn < 3; turn++) {
      await nextTask();
      for (const session of [sending, other]) mailboxOf(session).outbox.flush();
    }
    await nextTask();
    expect(attempts).to.eql(['hello']);
  });

  it('leaves nothing on the device when it is sent, even if another tab stores it again at that moment', async () => {
    const device = new MemoryStorage();
    const open = tabs(device);
    const answer = deferred<ReplyReceipt>();
    const sending = open({addReply: () => answer.promise});
    const key = mailboxOf(sending).reply('t1', 'hello');
    await waitUntilOutbox(() => mailboxOf(sending).outbox.store.get(key)?.status === 'sending');
    const other = open({addReply: () => new Promise(() => undefined)});
    await waitUntilOutbox(() => mailboxOf(other).outbox.store.get(key) !== undefined);

    const {write} = device;
    device.write = async changes => {
      await write.call(device, changes);
      const item = mailboxOf(other).outbox.store.get(key);
      const isDeleted = [...changes].some(([id, value]) => id.includes(key) && value === null);
      if (isDeleted && item) void mailboxOf(other).outbox.store.replace({...item, lastKnownId: 'newer'});
    };
    answer.resolve(receipt('t1', 'hello', {subject: 'Slow speeds'}));
    await waitUntilOutbox(() => mailboxOf(other).outbox.store.get(key) === undefined);
    for (let turn = 0; turn < 5; turn++) await nextTask();
    expect((await device.entries('')).filter(([id]) => id.includes(key))).to.eql([]);
  });

  it('is not sent again after another tab has taken it back to be edited', async () => {
    const open = tabs();
    const attempts: string[] = [];
    const answer = deferred<never>();
    const getThread = (): Promise<never> => Promise.reject(new SupportError('network'));
    const sending = open({
      addReply: (_, {message}) => {
        attempts.push(message);
        return answer.promise;
      },
      getTicket: getThread,
    });
    const key = mailboxOf(sending).reply('t1', 'hello');
    await waitUntilOutbox(() => mailboxOf(sending).outbox.store.get(key)?.status === 'sending');
    const other = open({getTicket: getThread});
    await waitUntilOutbox(() => mailboxOf(other).outbox.store.get(key) !== undefined);
    mailboxOf(other).outbox.withdraw(key);
    await waitUntilOutbox(() => mailboxOf(sending).outbox.store.get(key)?.isWithdrawn === true);
    answer.reject(new SupportError('network'));
    for (let turn = 0; turn < 3; turn++) {
      await nextTask();
      for (const session of [sending, other]) mailboxOf(session).outbox.flush();
    }
    await nextTask();
    expect(attempts).to.eql(['hello']);
  });

  it('is replaced by the reply in the threads of other tabs, and shown in neither or both at no time', async () => {
    const open = tabs();
    const answer = deferred<ReplyReceipt>();
    const sending = open({addReply: () => answer.promise});
    const other = open({getTicket: async id => detail(id, 'a')});
    await mailboxOf(other).thread('t1').load();
    const key = mailboxOf(sending).reply('t1', 'hello');
    await waitUntilOutbox(() => mailboxOf(sending).outbox.store.get(key)?.status === 'sending');
    await waitUntilOutbox(() => mailboxOf(other).outbox.store.get(key) !== undefined);

    const shown: number[] = [];
    const count = (): void => {
      const {rows} = mailboxOf(other).thread('t1').value!;
      shown.push(rows.length + mailboxOf(other).outbox.store.items.value.length);
    };
    mailboxOf(other).thread('t1').state.subscribe(count);
    mailboxOf(other).outbox.store.items.subscribe(count);
    answer.resolve(receipt('t1', 'hello'));
    await waitUntilOutbox(() => mailboxOf(other).outbox.store.get(key) === undefined);
    await nextTask();
    expect(idsOf(mailboxOf(other).thread('t1').value!.rows)).to.equal('a reply hello');
    expect(shown).not.to.be.empty;
    expect(new Set(shown)).to.eql(new Set([2]));
  });

  it('is delivered even if its receipt cannot be cloned for other tabs', async () => {
    const open = tabs();
    const session = open({
      addReply: async (id, {message}) => new Proxy(receipt(id, message), {}),
    });
    const sent = nextReceipt(session);
    const [first, second] = [mailboxOf(session).reply('t1', 'hello'), mailboxOf(session).reply('t1', 'and this')];
    await sent;
    await waitUntilOutbox(
      () => !mailboxOf(session).outbox.store.get(first) && !mailboxOf(session).outbox.store.get(second),
    );
  });
});

describe('Logging out in one tab', () => {
  it('ends the sessions of all tabs, and deletes what was written in them', async () => {
    const device = new MemoryStorage();
    const open = tabs(device);
    const [here, there] = [open(), open()];
    await mailboxOf(there).restored;
    mailboxOf(there).drafts.reply('t1').set('half a reply');
    await mailboxOf(there).drafts.reply('t2').clear();
    const refused = new Promise<void>(resolve => {
      there.accessToken.refusal.subscribe(() => resolve());
    });
    await here.logout();
    await refused;
    expect(there.isEnded).to.be.true;
    expect(mailboxOf(there).drafts.reply('t1').value).to.equal('');
    expect(await device.entries('')).to.eql([]);
  });

  it('keeps text written after a new sign-in, even if another tab receives the logout late', async () => {
    const device = new MemoryStorage();
    const open = tabs(device);
    const [here, there] = [open(), open()];
    const refused = new Promise<void>(resolve => {
      there.accessToken.refusal.subscribe(() => resolve());
    });
    const loggedOut = here.logout();
    const back = open();
    await loggedOut;
    mailboxOf(back).drafts.reply('t1').set('written since');
    await refused;
    await mailboxOf(back).drafts.reply('t2').clear();
    expect(JSON.stringify(await device.entries(''))).to.include('written since');
  });
});
