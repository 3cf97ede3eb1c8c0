import {expect} from '@open-wc/testing';

import {firstUnread, UnreadLineController} from '../../../src/controllers/tickets/read-receipt-controller.js';
import {connectHost, createHost, removeHosts} from '../../support/controller-host.js';
import {nextTask} from '../../support/next-task.js';
import {createTestSession} from '../../support/session-fixtures.js';
import {detail, reply, ticket} from '../../support/ticket-fixtures.js';

/** Replies by the letter of who wrote them: customer, operator, system. */
const thread = (authors: string) =>
  [...authors].map((letter, index) => {
    const kind = ({c: 'customer', o: 'operator', s: 'system'} as const)[letter]!;
    return reply(`${letter}${index}`, {author: {kind, name: null}});
  });

describe('where unread replies begin', () => {
  const places: readonly (readonly [string, number, string | undefined])[] = [
    ['coo', 1, 'o2'],
    ['coo', 2, 'o1'],
    ['ococ', 1, 'o2'],
    ['ococo', 2, 'o2'],
    ['oos', 1, 'o1'],
    ['osos', 2, 'o0'],
  ];
  for (const [authors, unread, first] of places) {
    it(`is the operator’s ${unread}. reply from the end in ${authors}`, () => {
      expect(firstUnread(thread(authors), unread)).to.equal(first);
    });
  }

  it('is the first that is there, where more are unread than that', () => {
    expect(firstUnread(thread('coo'), 9)).to.equal('o1');
  });

  it('is nowhere where nothing is unread, or nobody but the customer wrote', () => {
    expect(firstUnread(thread('coo'), 0)).to.be.undefined;
    expect(firstUnread(thread('cc'), 1)).to.be.undefined;
    expect(firstUnread([], 1)).to.be.undefined;
  });
});

describe('a thread that is seen', () => {
  afterEach(removeHosts);

  async function seeing(noted: Promise<void>) {
    const told: string[] = [];
    const session = createTestSession({
      getTicket: async id => detail(id, 'a b', {ticket: ticket(id, {unreadCount: 1})}),
      markRead: async (id, last) => {
        told.push(`${id} ${last}`);
        await noted;
      },
    });
    const thread = session.thread('t1');
    await thread.load();
    const {host, controller} = createHost(
      {},
      each =>
        new UnreadLineController(
          each,
          () => session,
          () => thread.state.value.value,
        ),
    );
    await connectHost(host);
    return {host, controller, told};
  }

  it('is told to the server once, though it is drawn many times meanwhile', async () => {
    const {host, told} = await seeing(new Promise(() => {}));
    for (let times = 0; times < 3; times++) {
      host.requestUpdate();
      await host.updateComplete;
    }
    expect(told).to.eql(['t1 b']);
  });

  it('keeps its line when nothing is unread any more', async () => {
    const {host, controller} = await seeing(Promise.resolve());
    await nextTask();
    host.requestUpdate();
    await host.updateComplete;
    expect(controller.newFrom).to.equal('b');
  });
});
