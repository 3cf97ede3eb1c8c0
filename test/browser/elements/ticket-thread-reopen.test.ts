import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ReplySentEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {fetchSeededTicket} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {nextEvent} from '../../support/next-event.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const posted = {method: 'POST', path: '/customer/tickets/*/replies'};
const subject = 'Charged twice for the same invoice';

describe('<isp-ticket-thread> resolved or closed ticket', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  for (const [slug, status] of [
    ['charged-twice', 'resolved'],
    ['router-replaced', 'closed'],
  ] as const) {
    it(`is reopened by a reply, as the reply box announces: ${status}`, async () => {
      const thread = await ThreadHarness.mount(desk, slug);
      expect(thread.status).to.equal(en[`status.${status}`]);
      expect(thread.replyBoxDescription).to.include(en['composer.reopens']);
      await thread.sendReply('It is not.');
      await thread.waitUntil(() => thread.status === en['status.open']);
      expect(thread.replyBoxDescription).not.to.include(en['composer.reopens']);
      expect((await fetchSeededTicket(desk, slug)).status).to.equal('open');
    });
  }

  it('has a hint that other tickets do not have', async () => {
    for (const slug of ['red-los-light', 'evening-slowdown', 'wifi-bedroom']) {
      const thread = await ThreadHarness.mount(desk, slug);
      expect(thread.replyBoxDescription).to.equal('');
    }
  });

  it('keeps its status until the server has answered', async () => {
    const held = faultKinds.hold();
    desk.faults.set(posted, held.fault);
    const thread = await ThreadHarness.mount(desk, 'charged-twice');
    await thread.sendReply('It is not.');
    await held.arrived;
    expect(thread.status).to.equal(en['status.resolved']);
    held.release();
    await thread.waitUntil(() => thread.status === en['status.open']);
  });

  it('keeps its status when sending fails', async () => {
    desk.faults.set(posted, faultKinds.answer(503, {retryAfter: 600}));
    const thread = await ThreadHarness.mount(desk, 'charged-twice');
    await thread.sendReply('It is not.');
    await thread.waitUntil(() => thread.lastMessage.deliveryState.includes(en['error.unavailable']));
    expect(thread.status).to.equal(en['status.resolved']);
  });

  it('takes the status of the server’s answer', async () => {
    const triaged = rewriteResponse<{ticket: object}>(({ticket, ...rest}) => ({
      ...rest,
      ticket: {...ticket, status: 'in_progress'},
    }));
    desk.faults.set(posted, triaged);
    const thread = await ThreadHarness.mount(desk, 'charged-twice');
    const sent = nextEvent(thread.element, ReplySentEvent);
    await thread.sendReply('It is not.');
    expect((await sent).status).to.equal('in_progress');
    await thread.waitUntil(() => thread.status === en['status.in_progress']);
  });

  it('changes in a list on the same page', async () => {
    const list = await ListHarness.mount(desk);
    const thread = await ThreadHarness.mount(desk, 'charged-twice');
    expect(list.rowText(subject)).to.include(en['status.resolved']).and.include('2 replies');
    await thread.sendReply('It is not.');
    await list.waitUntil(() => list.rowText(subject).includes(en['status.open']));
    expect(list.rowText(subject)).to.include('3 replies').and.include('You replied');
  });

  it('stays reopened when the read receipt is answered later', async () => {
    await desk.staff.setStatus(seededTicketId('wifi-bedroom'), 'resolved');
    const held = faultKinds.hold();
    desk.faults.set({method: 'PUT', path: '/customer/tickets/*/read'}, held.fault);
    const thread = await ThreadHarness.mount(desk, 'wifi-bedroom');
    await held.arrived;
    await thread.sendReply('On the floor.');
    await thread.waitUntil(() => thread.status === en['status.open']);
    held.release();
    const list = await ListHarness.mount(desk);
    await list.waitUntil(() => !list.rowText('back bedroom').includes('new repl'));
    expect(thread.status).to.equal(en['status.open']);
  });
});
