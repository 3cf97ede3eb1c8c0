import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ReplySentEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {seededTicket} from '../../support/desk-reading.js';
import {ListHarness} from '../../support/list-harness.js';
import {nextEvent} from '../../support/next-event.js';
import {rewrite} from '../../support/rewrite.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const posted = {method: 'POST', path: '/customer/tickets/*/replies'};
const subject = 'Charged twice for the same invoice';

describe('<isp-ticket-thread>, a ticket that is resolved or closed', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  for (const [slug, status] of [
    ['charged-twice', 'resolved'],
    ['router-replaced', 'closed'],
  ] as const) {
    it(`is opened again by a reply, and the box says so beforehand: ${status}`, async () => {
      const thread = await ThreadHarness.open(desk, slug);
      expect(thread.status).to.equal(en[`status.${status}`]);
      expect(thread.boxHint).to.include(en['composer.reopens']);
      await thread.reply('It is not.');
      await thread.until(() => thread.status === en['status.open']);
      expect(thread.boxHint).not.to.include(en['composer.reopens']);
      expect((await seededTicket(desk, slug)).status).to.equal('open');
    });
  }

  it('says nothing of reopening where there is nothing to reopen', async () => {
    for (const slug of ['red-los-light', 'evening-slowdown', 'wifi-bedroom']) {
      const thread = await ThreadHarness.open(desk, slug);
      expect(thread.boxHint).to.equal('');
    }
  });

  it('stays as it is until the server has answered', async () => {
    const held = faultKinds.hold();
    desk.faults.set(posted, held.fault);
    const thread = await ThreadHarness.open(desk, 'charged-twice');
    await thread.reply('It is not.');
    await held.arrived;
    expect(thread.status).to.equal(en['status.resolved']);
    held.release();
    await thread.until(() => thread.status === en['status.open']);
  });

  it('stays as it is when the reply is not taken', async () => {
    desk.faults.set(posted, faultKinds.answer(503, {retryAfter: 600}));
    const thread = await ThreadHarness.open(desk, 'charged-twice');
    await thread.reply('It is not.');
    await thread.until(() => thread.last.state.includes(en['error.unavailable']));
    expect(thread.status).to.equal(en['status.resolved']);
  });

  it('becomes what the server says, whatever that is', async () => {
    const triaged = rewrite<{ticket: object}>(({ticket, ...rest}) => ({
      ...rest,
      ticket: {...ticket, status: 'in_progress'},
    }));
    desk.faults.set(posted, triaged);
    const thread = await ThreadHarness.open(desk, 'charged-twice');
    const sent = nextEvent(thread.element, ReplySentEvent);
    await thread.reply('It is not.');
    expect((await sent).status).to.equal('in_progress');
    await thread.until(() => thread.status === en['status.in_progress']);
  });

  it('changes in the list of the same page along with the thread', async () => {
    const list = await ListHarness.open(desk);
    const thread = await ThreadHarness.open(desk, 'charged-twice');
    expect(list.row(subject)).to.include(en['status.resolved']).and.include('2 replies');
    await thread.reply('It is not.');
    await list.until(() => list.row(subject).includes(en['status.open']));
    expect(list.row(subject)).to.include('3 replies').and.include('You replied');
  });

  it('keeps what the reply changed when "read" is only noted afterwards', async () => {
    await desk.staff.setStatus(seededTicketId('wifi-bedroom'), 'resolved');
    const held = faultKinds.hold();
    desk.faults.set({method: 'PUT', path: '/customer/tickets/*/read'}, held.fault);
    const thread = await ThreadHarness.open(desk, 'wifi-bedroom');
    await held.arrived;
    await thread.reply('On the floor.');
    await thread.until(() => thread.status === en['status.open']);
    held.release();
    const list = await ListHarness.open(desk);
    await list.until(() => !list.row('back bedroom').includes('new repl'));
    expect(thread.status).to.equal(en['status.open']);
  });
});
