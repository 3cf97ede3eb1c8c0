import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import type {DeskTicket} from '../../support/desk-api.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {queryAllByRole} from '../../support/role-queries.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'moving-house';
const reopening = /reply/i;

describe('<isp-ticket-thread>, the status', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function openAt(status: string): Promise<ThreadHarness> {
    await desk.staff.setStatus(seededTicketId(slug), status);
    return ThreadHarness.mount(desk, slug);
  }

  const statuses: Record<string, [turn: RegExp, next: RegExp]> = {
    open: [/support’s turn/i, /answer/i],
    in_progress: [/support’s turn/i, /write|answer/i],
    pending: [/your turn/i, /answer/i],
    resolved: [/support believes/i, reopening],
    closed: [/support has closed/i, reopening],
  };

  for (const [status, [turn, next]] of Object.entries(statuses)) {
    it(`says whose turn it is and what happens next: ${status}`, async () => {
      const thread = await openAt(status);
      expect(thread.status).to.equal(en[`status.${status}` as keyof typeof en]);
      expect(thread.nextStep).to.equal(en[`turn.${status}` as keyof typeof en]);
      expect(thread.nextStep).to.match(turn).and.to.match(next);
    });
  }

  it('has a sentence of its own for each of the five', () => {
    const sentences = Object.keys(statuses).map(status => en[`turn.${status}` as keyof typeof en]);
    expect(new Set(sentences).size).to.equal(5);
  });

  it('of the operator’s own is shown by the operator’s label', async () => {
    const thread = await ThreadHarness.mount(desk, 'second-socket');
    await thread.waitUntil(() => thread.status === 'Engineer booked');
    expect(thread.nextStep).to.equal('');
  });

  it('that nobody has a word for is shown as it stands', async () => {
    desk.faults.set({path: '/customer/ticket-config', times: Infinity}, faultKinds.answer(404));
    const thread = await openAt('with_third_party');
    expect(thread.status).to.equal('With third party');
    expect(thread.messages).to.have.length(2);
    expect(thread.hasReplyBox).to.be.true;
  });

  it('shows a category and a priority that nobody has a word for, too', async () => {
    const unknown = rewriteResponse<DeskTicket>(ticket => ({...ticket, category: 'smart_home', priority: 'p1'}));
    desk.faults.set({path: `/customer/tickets/${seededTicketId(slug)}`}, unknown);
    const thread = await ThreadHarness.mount(desk, slug);
    expect(thread.text).to.include('Smart home').and.include('P1');
  });

  it('says nothing of a category and a priority that there are not', async () => {
    const bare = rewriteResponse<DeskTicket>(ticket => ({...ticket, category: null, priority: null}));
    desk.faults.set({path: `/customer/tickets/${seededTicketId(slug)}`}, bare);
    const thread = await ThreadHarness.mount(desk, slug);
    expect(thread.text).not.to.match(/Priority|null/);
  });

  it('follows the desk when the ticket is read again', async () => {
    const thread = await openAt('pending');
    await desk.staff.setStatus(seededTicketId(slug), 'resolved');
    await thread.element.refresh();
    await thread.waitUntil(() => thread.status === en['status.resolved']);
    expect(thread.nextStep).to.equal(en['turn.resolved']);
  });

  it('is the operator’s to set: the customer has a reply box, and nothing else to change', async () => {
    for (const status of Object.keys(statuses)) {
      const thread = await openAt(status);
      const controls = ['textbox', 'combobox', 'listbox', 'checkbox', 'radio', 'switch', 'slider', 'menuitem', 'link'];
      const found = controls.flatMap(role => queryAllByRole(thread.element, role).map(() => role));
      expect(found).to.eql(['textbox']);
      expect(thread.buttonNames).to.eql([`Copy ticket number ${thread.ticketNumber}`, en['composer.send']]);
    }
  });
});
