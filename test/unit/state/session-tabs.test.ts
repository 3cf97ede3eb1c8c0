import {expect} from '@open-wc/testing';

import type {TicketBackend} from '../../../src/contract/backend.js';
import {SupportError} from '../../../src/contract/errors.js';
import {AccessToken} from '../../../src/state/auth/access-token.js';
import {CustomerStorage} from '../../../src/storage/customer-storage.js';
import {Session} from '../../../src/state/session.js';
import {MemoryStorage} from '../../../src/storage/memory-storage.js';
import {deferred} from '../../support/deferred.js';
import {nextTask} from '../../support/next-task.js';
import {stubBackend} from '../../support/stub-backend.js';
import {nextReceipt, waitUntilOutbox} from '../../support/session-fixtures.js';
import {receipt} from '../../support/ticket-fixtures.js';

let customers = 0;

/** Tabs of one customer, who share a device. */
function tabs(device = new MemoryStorage()) {
  const name = `mail-tabs ${customers++}/`;
  return (methods: Partial<TicketBackend>): Session =>
    new Session({
      backend: stubBackend(methods),
      access: new AccessToken('token-1', () => true),
      storage: new CustomerStorage(device, name),
      name,
    });
}

describe('what one tab is sending', () => {
  it('is sent by nobody any more once it was discarded in another', async () => {
    const open = tabs();
    const attempts: string[] = [];
    const answer = deferred<never>();
    const sending = open({
      addReply: (_, {message}) => {
        attempts.push(message);
        return answer.promise;
      },
    });
    const key = sending.reply('t1', 'hello');
    await waitUntilOutbox(sending, () => sending.mail.outbox.store.get(key)?.status === 'sending');

    const other = open({
      addReply: async (id, {message}) => receipt(id, message, {subject: String(attempts.push(message))}),
    });
    await waitUntilOutbox(other, () => other.mail.outbox.store.get(key) !== undefined);
    other.mail.outbox.cancel(key);
    await waitUntilOutbox(sending, () => sending.mail.outbox.store.get(key) === undefined);
    answer.reject(new SupportError('network'));
    for (let turn = 0; turn < 3; turn++) {
      await nextTask();
      for (const {mail} of [sending, other]) mail.outbox.flush();
    }
    await nextTask();
    expect(attempts).to.eql(['hello']);
    for (const session of [sending, other]) session.dispose();
  });

  it('has arrived, though what came back is nothing that can be copied to the others', async () => {
    const open = tabs();
    const session = open({
      addReply: async (id, {message}) => new Proxy(receipt(id, message), {}),
    });
    const sent = nextReceipt(session);
    const [first, second] = [session.reply('t1', 'hello'), session.reply('t1', 'and this')];
    await sent;
    await waitUntilOutbox(
      session,
      () => !session.mail.outbox.store.get(first) && !session.mail.outbox.store.get(second),
    );
    session.dispose();
  });
});

describe('a customer who logs out in one tab', () => {
  it('is served in none, and nothing of what they wrote in another is left', async () => {
    const device = new MemoryStorage();
    const open = tabs(device);
    const [here, there] = [open({}), open({})];
    await there.mail.restored;
    there.mail.drafts.reply('t1').set('half a reply');
    await there.mail.drafts.reply('t2').clear();
    const refused = new Promise<void>(resolve => {
      there.access.refusal.subscribe(() => resolve());
    });
    await here.logout();
    await refused;
    expect(there.isEnded).to.be.true;
    expect(there.mail.drafts.reply('t1').value).to.equal('');
    expect(await device.entries('')).to.eql([]);
  });

  it('loses nothing of what they write once they are back, when an old tab hears of it late', async () => {
    const device = new MemoryStorage();
    const open = tabs(device);
    const [here, there] = [open({}), open({})];
    const refused = new Promise<void>(resolve => {
      there.access.refusal.subscribe(() => resolve());
    });
    const over = here.logout();
    const back = open({});
    await over;
    back.mail.drafts.reply('t1').set('written since');
    await refused;
    await back.mail.drafts.reply('t2').clear();
    expect(JSON.stringify(await device.entries(''))).to.include('written since');
  });
});
