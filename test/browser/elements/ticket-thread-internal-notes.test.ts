import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import type {DeskReply, DeskTicket} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {stubBackend} from '../../support/stub-backend.js';
import {ThreadHarness} from '../../support/thread-harness.js';
import {detail, reply, ticketPage} from '../../support/ticket-fixtures.js';

const slug = 'charged-twice';
const path = `/customer/tickets/${seededTicketId(slug)}`;
const secret = 'He complains every month.';

const note = {
  id: 'note',
  author: {kind: 'operator', name: 'Anna (Support)'},
  message: secret,
  created_at: new Date().toISOString(),
};

/** A server that sends and counts internal notes by mistake. */
const careless = (isInternal: unknown) =>
  rewriteResponse<DeskTicket>(ticket => ({
    ...ticket,
    reply_count: ticket.reply_count + 1,
    unread_count: 1,
    last_reply_by: 'operator',
    last_reply_at: note.created_at,
    replies: [...ticket.replies, {...note, is_internal: isInternal}],
  }));

describe('<isp-ticket-thread> internal notes', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('change nothing that the customer sees', async () => {
    const options = {properties: {timeZone: 'UTC', locale: 'en-GB'}};
    const before = (await ThreadHarness.mount(desk, slug, options)).text;
    await desk.staff.note(seededTicketId(slug), secret);
    const thread = await ThreadHarness.mount(desk, slug, options);
    await thread.element.refresh();
    expect(thread.text).to.equal(before);
    expect(thread.text).not.to.include(secret);
  });

  for (const isInternal of [true, 1, 'yes']) {
    it(`are dropped when the server sends them with is_internal ${JSON.stringify(isInternal)}`, async () => {
      desk.faults.set({path}, careless(isInternal));
      const thread = await ThreadHarness.mount(desk, slug);
      expect(thread.replies).to.have.length(2);
      expect(thread.element.renderRoot.textContent).not.to.include(secret);
      expect(thread.firstUnreadMessage).to.be.undefined;
    });
  }

  it('are not counted in the list and do not mark the ticket as unread or answered', async () => {
    const list = await ListHarness.mount(desk);
    const before = list.rowText('Charged twice');
    desk.faults.set({path}, careless(true));
    await ThreadHarness.mount(desk, slug);
    await list.element.updateComplete;
    expect(list.rowText('Charged twice')).to.equal(before);
    expect(before).to.include('2 replies').and.to.include('You replied');
  });

  it('are dropped from pages of earlier replies', async () => {
    const leaking = rewriteResponse<{data: DeskReply[]}>(page => ({
      ...page,
      data: [{...note, is_internal: true}, ...page.data],
    }));
    desk.faults.set({path: '/customer/tickets/*/replies'}, leaking);
    const thread = await ThreadHarness.mount(desk, 'line-drops');
    await thread.pressButton(en['thread.earlier']);
    await thread.waitUntil(() => thread.replies.length > 20);
    expect(thread.replies).to.have.length(40);
    expect(thread.text).not.to.include(secret);
  });

  it('are dropped from the page’s own backend', async () => {
    const replies = [reply('r1'), reply('note', {message: secret, isInternal: true})];
    const backend = stubBackend({
      listTickets: async () => ticketPage('t1'),
      getTicket: async () => detail('t1', '', {replies}),
    });
    const thread = await ThreadHarness.mount(desk, '', {properties: {backend, ticketId: 't1'}});
    expect(thread.replies.map(({text}) => text)).to.eql(['Message of r1']);
    expect(desk.requests).to.eql([]);
  });
});
