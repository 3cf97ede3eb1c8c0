import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import type {DeskTicket} from '../../support/desk-api.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {queryAllByRole} from '../../support/role-queries.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'moving-house';
const reopening = /reply/i;

describe('<isp-ticket-thread> status', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function openAt(status: string): Promise<ThreadHarness> {
    await desk.staff.setStatus(seededTicketId(slug), status);
    return ThreadHarness.mount(desk, slug);
  }

  const statuses: Record<string, [turn: RegExp, next: RegExp]> = {
    open: [/we have your ticket/i, /reply here/i],
    in_progress: [/working on this/i, /reply here/i],
    pending: [/need an answer/i, /from you/i],
    resolved: [/we think this is solved/i, reopening],
    closed: [/is closed/i, reopening],
  };

  for (const [status, [turn, next]] of Object.entries(statuses)) {
    it(`shows whose turn it is and what happens next: ${status}`, async () => {
      const thread = await openAt(status);
      expect(thread.status).to.equal(en[`status.${status}` as keyof typeof en]);
      expect(thread.nextStep).to.equal(en[`turn.${status}` as keyof typeof en]);
      expect(thread.nextStep).to.match(turn).and.to.match(next);
    });
  }

  it('has a different sentence for each built-in status', () => {
    const sentences = Object.keys(statuses).map(status => en[`turn.${status}` as keyof typeof en]);
    expect(new Set(sentences).size).to.equal(5);
  });

  it('shows the operator’s label for a custom status', async () => {
    const thread = await ThreadHarness.mount(desk, 'second-socket');
    await thread.waitUntil(() => thread.status === 'Engineer booked');
    expect(thread.nextStep).to.equal('');
  });

  it('shows an unknown status as readable text', async () => {
    desk.faults.set({path: '/customer/ticket-config', times: Infinity}, faultKinds.answer(404));
    const thread = await openAt('with_third_party');
    expect(thread.status).to.equal('With third party');
    expect(thread.messages).to.have.length(2);
    expect(thread.hasReplyBox).to.be.true;
  });

  it('shows an unknown category and priority as readable text', async () => {
    const unknown = rewriteResponse<DeskTicket>(ticket => ({...ticket, category: 'smart_home', priority: 'p1'}));
    desk.faults.set({path: `/customer/tickets/${seededTicketId(slug)}`}, unknown);
    const thread = await ThreadHarness.mount(desk, slug);
    expect(thread.text).to.include('Smart home').and.include('P1');
  });

  it('omits a category and priority that are null', async () => {
    const bare = rewriteResponse<DeskTicket>(ticket => ({...ticket, category: null, priority: null}));
    desk.faults.set({path: `/customer/tickets/${seededTicketId(slug)}`}, bare);
    const thread = await ThreadHarness.mount(desk, slug);
    expect(thread.text).not.to.match(/Priority|null/);
  });

  it('updates after a refresh', async () => {
    const thread = await openAt('pending');
    await desk.staff.setStatus(seededTicketId(slug), 'resolved');
    await thread.element.refresh();
    await thread.waitUntil(() => thread.status === en['status.resolved']);
    expect(thread.nextStep).to.equal(en['turn.resolved']);
  });

  it('cannot be changed: the only controls copy, write, answer and send', async () => {
    const answers = [en['answer.solved'], en['answer.notSolved'], en['answer.anyUpdate']];
    for (const status of Object.keys(statuses)) {
      const thread = await openAt(status);
      await waitForNetworkIdle(desk);
      const controls = ['textbox', 'combobox', 'listbox', 'checkbox', 'radio', 'switch', 'slider', 'menuitem', 'link'];
      const found = controls.flatMap(role => queryAllByRole(thread.element, role).map(() => role));
      expect(found).to.eql(['textbox', 'link']);
      const others = thread.buttonNames.filter(name => !answers.includes(name));
      expect(others).to.eql([`Copy ticket number ${thread.ticketNumber}`, en['composer.send']]);
    }
  });
});
