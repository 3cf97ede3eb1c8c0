import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import type {DeskTicket} from '../../support/desk-api.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {queryAllByRole} from '../../support/role-queries.js';
import {ThreadHarness} from '../../support/thread-harness.js';

/** The operator wrote last. */
const slug = 'moving-house';

describe('<isp-ticket-thread> status', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function openAt(status: string): Promise<ThreadHarness> {
    await desk.staff.setStatus(seededTicketId(slug), status);
    return ThreadHarness.mount(desk, slug);
  }

  const sentences = {
    open: 'turn.replied',
    in_progress: 'turn.replied',
    pending: 'turn.pending',
    resolved: 'turn.resolved',
    closed: 'turn.closed',
  } as const;
  const statuses = Object.keys(sentences) as (keyof typeof sentences)[];

  for (const status of statuses) {
    it(`shows whose turn it is after support has replied: ${status}`, async () => {
      const thread = await openAt(status);
      expect(thread.status).to.equal(en[`status.${status}`]);
      expect(thread.nextStep).to.equal(en[sentences[status]]);
    });
  }

  for (const status of ['open', 'in_progress'] as const) {
    it(`shows that it is support’s turn again after the customer has replied: ${status}`, async () => {
      const thread = await openAt(status);
      await thread.sendReply('One more thing.');
      await thread.waitUntil(() => thread.nextStep === en[`turn.${status}`]);
    });

    it(`follows the newest reply if the server does not say who wrote it: ${status}`, async () => {
      const withoutAuthor = rewriteResponse<DeskTicket>(ticket => ({...ticket, last_reply_by: null}));
      desk.faults.set({path: `/customer/tickets/${seededTicketId(slug)}`, times: Infinity}, withoutAuthor);
      const thread = await openAt(status);
      expect(thread.nextStep).to.equal(en['turn.replied']);
      await desk.staff.announce(seededTicketId(slug), 'This ticket has been assigned.');
      await thread.element.refresh();
      await thread.waitUntil(() => thread.messages.length === 3);
      expect(thread.nextStep).to.equal(en['turn.replied']);
    });
  }

  it('shows the operator’s label for a custom status, and whose turn it is by its kind', async () => {
    const thread = await ThreadHarness.mount(desk, 'second-socket');
    await thread.waitUntil(() => thread.status === 'Engineer booked');
    expect(thread.nextStep).to.equal(en['turn.open']);
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

  it('cannot be changed: the only controls copy, move, write, answer and send', async () => {
    const others = ['answer.solved', 'answer.notSolved', 'answer.anyUpdate', 'thread.newest', 'thread.reply'] as const;
    const known = others.map(key => en[key] as string);
    for (const status of statuses) {
      const thread = await openAt(status);
      await waitForNetworkIdle(desk);
      const controls = ['textbox', 'combobox', 'listbox', 'checkbox', 'radio', 'switch', 'slider', 'menuitem', 'link'];
      const found = controls.flatMap(role => queryAllByRole(thread.element, role).map(() => role));
      expect(found).to.eql(['textbox', 'link']);
      expect(thread.buttonNames.filter(name => !known.includes(name))).to.eql([
        `Copy ticket number ${thread.ticketNumber}`,
        en['composer.send'],
      ]);
    }
  });
});
