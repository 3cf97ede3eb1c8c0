import {afterEach, describe, it} from 'node:test';

import {expect} from 'chai';

import type {TicketBackend} from '../../../src/contract/backend.js';
import {SupportError} from '../../../src/contract/errors.js';
import type {ReplyReceipt} from '../../../src/contract/ticket.js';
import {createMailbox, mailboxOf} from '../../../src/state/create-mailbox.js';
import {acquireSession} from '../../../src/state/session-registry.js';
import {deferred} from '../../support/deferred.js';
import {FakePage} from '../../support/fake-page.js';
import {nextTask} from '../../support/next-task.js';
import {
  createCustomerStorage,
  createTestSession,
  disposeSessions,
  nextReceipt,
} from '../../support/session-fixtures.js';
import {receipt, ticket, ticketPage} from '../../support/ticket-fixtures.js';

afterEach(disposeSessions);

const sent = async () => receipt('t1', 'Still slow.');

/** Writes a reply into a storage, as a page does that is closed while it is offline. */
async function writeReply(storage: ReturnType<typeof createCustomerStorage>): Promise<void> {
  const offline = Object.assign(new FakePage(), {isOnline: false});
  const earlier = createTestSession({}, storage, undefined, offline);
  mailboxOf(earlier).reply('t1', 'Still slow.');
  await nextTask();
  earlier.dispose();
}

/** A session as a banner has it: the code of the mailbox is not there. */
function bannerSession(methods: Partial<TicketBackend> = {}, storage = createCustomerStorage(), page = new FakePage()) {
  let loads = 0;
  const session = createTestSession(methods, storage, undefined, page, () => {
    loads++;
    return Promise.resolve(createMailbox);
  });
  return {session, loadCount: () => loads};
}

describe('a session whose mailbox no element needs', () => {
  it('does not load it if nothing is stored', async () => {
    const {session, loadCount} = bannerSession({getUpdates: async () => ({unread: 0, tickets: [], pollAfter: null})});
    await session.unread.load();
    await session.retry();
    await nextTask();
    expect(loadCount()).to.equal(0);
  });

  it('does not load it for a draft', async () => {
    const storage = createCustomerStorage();
    mailboxOf(createTestSession({}, storage)).drafts.reply('t1').set('Still');
    await nextTask();
    const {loadCount} = bannerSession({}, storage);
    await nextTask();
    expect(loadCount()).to.equal(0);
  });

  it('loads it once, and sends what an earlier page has left unsent', async () => {
    const storage = createCustomerStorage();
    await writeReply(storage);
    const {session, loadCount} = bannerSession({addReply: sent}, storage);
    expect((await nextReceipt(session)).reply?.message).to.equal('Still slow.');
    expect(loadCount()).to.equal(1);
  });

  it('sends what another tab has left since, as soon as the page is shown again', async () => {
    const storage = createCustomerStorage();
    const page = new FakePage();
    const {session} = bannerSession({addReply: sent}, storage, page);
    await nextTask();
    await writeReply(storage);
    const received = nextReceipt(session);
    void session.retry();
    expect((await received).reply?.message).to.equal('Still slow.');
  });

  it('sends nothing after it was disposed of', async () => {
    const storage = createCustomerStorage();
    await writeReply(storage);
    const {session, loadCount} = bannerSession({addReply: () => expect.fail('was sent')}, storage);
    session.dispose();
    await nextTask();
    expect(loadCount()).to.equal(0);
  });

  it('tries again at the next retry if its code could not be loaded', async () => {
    const storage = createCustomerStorage();
    await writeReply(storage);
    const loads = [Promise.reject(new TypeError('Failed to fetch')), Promise.resolve(createMailbox)];
    const page = new FakePage();
    const session = createTestSession({addReply: sent}, storage, undefined, page, () => loads.shift()!);
    await nextTask();
    const received = nextReceipt(session);
    page.dispatch('visibilitychange');
    expect((await received).reply?.message).to.equal('Still slow.');
  });

  it('reports that the connection has failed if its code could not be loaded for the list', async () => {
    const load = () => Promise.reject(new TypeError('Failed to fetch'));
    const session = createTestSession({}, undefined, undefined, undefined, load);
    await session.unread.load();
    expect(session.unread.state.value.error?.code).to.equal('network');
  });

  it('deletes what is stored at a logout', async () => {
    const storage = createCustomerStorage();
    await writeReply(storage);
    const {session} = bannerSession({}, storage);
    await session.logout();
    expect([...(await storage.entries(''))]).to.eql([]);
  });

  it('counts unread replies in the list if the server does not count them', async () => {
    const {session, loadCount} = bannerSession({
      listTickets: async () => ({...ticketPage(''), tickets: [ticket('a', {unreadCount: 2})]}),
    });
    await session.unread.load();
    expect(session.unread.value?.total).to.equal(2);
    expect(loadCount()).to.equal(1);
  });

  it('asks for the list at a retry if the account was refused', async () => {
    const {session} = bannerSession({listTickets: async () => ticketPage('a')});
    session.accessToken.recordRefusal(new SupportError('forbidden'));
    await session.retryRefused();
    expect(session.accessToken.refusal.value).to.be.undefined;
  });

  it('is kept until it has sent what is stored, after its last holder has left', async () => {
    const storage = createCustomerStorage();
    await writeReply(storage);
    const calls = deferred();
    const answer = deferred<ReplyReceipt>();
    const addReply = (): Promise<ReplyReceipt> => {
      calls.resolve();
      return answer.promise;
    };
    const {session} = bannerSession({addReply}, storage);
    const handle = acquireSession('banner', () => session);
    await calls.promise;
    handle.release();
    await nextTask();
    answer.resolve(receipt('t1', 'Still slow.'));
    expect((await nextReceipt(session)).reply?.message).to.equal('Still slow.');
  });
});

describe('the mailbox of a session', () => {
  it('is the same for all elements, and for what is loaded on demand', async () => {
    const {session, loadCount} = bannerSession();
    const [loaded, again] = await Promise.all([session.loadMailbox(), session.loadMailbox()]);
    expect(again).to.equal(loaded);
    expect(mailboxOf(session)).to.equal(loaded);
    expect(await session.loadMailbox()).to.equal(loaded);
    expect(loadCount()).to.equal(2);
  });
});
