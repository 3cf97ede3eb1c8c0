import {expect} from '@open-wc/testing';

import {
  firstUnreadReplyId,
  ReadReceiptController,
} from '../../../../src/controllers/tickets/read-receipt-controller.js';
import {mailboxOf} from '../../../../src/state/create-mailbox.js';
import {connectHost, createHost, removeHosts} from '../../../support/controller-host.js';
import {nextTask} from '../../../support/next-task.js';
import {ObservedSession} from '../../../support/observed-session.js';
import {createTestSession} from '../../../support/session-fixtures.js';
import {detail, reply, ticket} from '../../../support/ticket-fixtures.js';

/** Replies by their author’s letter: customer, operator, system. */
const thread = (authors: string) =>
  [...authors].map((letter, index) => {
    const kind = ({c: 'customer', o: 'operator', s: 'system'} as const)[letter]!;
    return reply(`${letter}${index}`, {author: {kind, name: null}});
  });

describe('first unread reply', () => {
  const places: readonly (readonly [string, number, string | undefined])[] = [
    ['coo', 1, 'o2'],
    ['coo', 2, 'o1'],
    ['ococ', 1, 'o2'],
    ['ococo', 2, 'o2'],
    ['oos', 1, 'o1'],
    ['osos', 2, 'o0'],
  ];
  for (const [authors, unread, first] of places) {
    it(`is operator reply ${unread} from the end in ${authors}`, () => {
      expect(firstUnreadReplyId(thread(authors), unread)).to.equal(first);
    });
  }

  it('is the first operator reply when the server counts more unread replies than were loaded', () => {
    expect(firstUnreadReplyId(thread('coo'), 9)).to.equal('o1');
  });

  it('is undefined when nothing is unread or only the customer wrote', () => {
    expect(firstUnreadReplyId(thread('coo'), 0)).to.be.undefined;
    expect(firstUnreadReplyId(thread('cc'), 1)).to.be.undefined;
    expect(firstUnreadReplyId([], 1)).to.be.undefined;
  });
});

describe('read receipt controller', () => {
  afterEach(removeHosts);

  async function setUp(answer: Promise<void>) {
    const receipts: string[] = [];
    const session = createTestSession({
      getTicket: async id => detail(id, 'a b', {ticket: ticket(id, {unreadCount: 1})}),
      markRead: async (id, last) => {
        receipts.push(`${id} ${last}`);
        await answer;
      },
    });
    const thread = mailboxOf(session).thread('t1');
    await thread.load();
    const {host, controller} = createHost(
      {},
      each => new ReadReceiptController(each, new ObservedSession(each, session), () => thread.state.value.value),
    );
    await connectHost(host);
    return {host, controller, receipts};
  }

  it('sends one read receipt when the host renders several times', async () => {
    const {host, receipts} = await setUp(new Promise(() => {}));
    for (let times = 0; times < 3; times++) {
      host.requestUpdate();
      await host.updateComplete;
    }
    expect(receipts).to.eql(['t1 b']);
  });

  it('keeps the position of the unread line after the thread is marked as read', async () => {
    const {host, controller} = await setUp(Promise.resolve());
    await nextTask();
    host.requestUpdate();
    await host.updateComplete;
    expect(controller.firstUnreadId).to.equal('b');
  });
});
