import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {NewTicketOpenEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createTicket, createTickets, fetchTickets} from '../../support/desk-api.js';
import {ListHarness} from '../../support/list-harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {nextEvent} from '../../support/next-event.js';
import {accessibleDescriptionOf, accessibleNameOf, queryAllByRole} from '../../support/role-queries.js';
import {SupportHarness} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

const unreadSubject = 'Slow speeds in the evening';

async function createFullDesk(): Promise<BrowserDesk> {
  const desk = createBrowserDesk();
  const {length} = await fetchTickets(desk);
  await createTickets(desk, 60 - length, number => `Problem ${number}`);
  await desk.staff.reply((await fetchTickets(desk))[1]!.id, 'We see it too.');
  return desk;
}

async function settle(): Promise<void> {
  for (let frames = 0; frames < 6; frames++) await nextFrame();
}

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

for (const [name, viewport] of [
  ['narrow', 360],
  ['wide', 1280],
] as const) {
  describe(`the rows of <isp-support> with 60 tickets in a ${name} container`, () => {
    let desk: BrowserDesk;
    let support: SupportHarness;

    async function mount(): Promise<void> {
      await setViewport({width: viewport, height: 740});
      support = await SupportHarness.mount(desk, {width: name, waitForReady: false});
      support.element.parentElement!.style.width = name === 'narrow' ? '100%' : '1200px';
    }

    beforeEach(async () => {
      desk = await createFullDesk();
    });

    async function load(): Promise<void> {
      await mount();
      await support.list.waitUntil(() => support.list.rows.length === 20);
      await waitForNetworkIdle(desk);
      await settle();
    }

    const control = (index: number): HTMLElement => queryAllByRole(support.list.rows[index]!, 'button')[0]!;

    it('are named by the subject and described by status, new replies and last reply, each once', async () => {
      await load();
      expect(accessibleNameOf(control(1))).to.equal('Problem 45');
      expect(accessibleDescriptionOf(control(1))).to.match(
        /^Open 1 new reply (Support|Brindlemoor Fibre) replied \w+ \d+, 20\d\d at [\d:]+ [AP]M$/,
      );
      expect(accessibleDescriptionOf(control(2))).to.match(/^Open Opened \w+ \d+, 20\d\d at [\d:]+ [AP]M$/);
    });

    it('say that a reply was not sent yet, until it is', async () => {
      await load();
      desk.faults.set({method: 'POST', times: Infinity}, faultKinds.answer(503, {retryAfter: 0}));
      await support.openTicket('Problem 44');
      await support.thread.sendReply('Still the same.');
      await support.thread.waitUntil(() => support.thread.hasButton(en['unsent.retry']));
      support.element.showList();
      await support.list.waitUntil(() => support.list.rowText('Problem 44').includes(en['row.unsent']));
      expect(accessibleDescriptionOf(control(2))).to.contain(en['row.unsent']);
      expect(support.list.rows.filter(row => row.textContent?.includes(en['row.unsent']))).to.have.length(1);
      desk.faults.clear();
      await support.openTicket('Problem 44');
      await support.thread.waitUntil(() => support.thread.hasButton(en['unsent.retry']));
      await support.thread.pressButton(en['unsent.retry']);
      support.element.showList();
      await support.list.waitUntil(() => !support.list.rowText('Problem 44').includes(en['row.unsent']));
    });

    it('have no mark once the customer has discarded or taken back the unsent reply', async () => {
      await load();
      desk.faults.set({method: 'POST', times: Infinity}, faultKinds.answer(503, {retryAfter: 0}));
      for (const [subject, action] of [
        ['Problem 44', 'unsent.discard'],
        ['Problem 45', 'unsent.edit'],
      ] as const) {
        await support.openTicket(subject);
        await support.thread.sendReply('Still the same.');
        await support.thread.waitUntil(() => support.thread.hasButton(en['unsent.retry']));
        support.element.showList();
        await support.list.waitUntil(() => support.list.rowText(subject).includes(en['row.unsent']));
        await support.openTicket(subject);
        await support.thread.waitUntil(() => support.thread.hasButton(en[action]));
        await support.thread.pressButton(en[action]);
        support.element.showList();
        await support.list.waitUntil(() => !support.list.rowText(subject).includes(en['row.unsent']));
      }
    });

    it('are as high as their placeholders', async () => {
      const held = faultKinds.hold();
      desk.faults.set({path: '/customer/tickets'}, held.fault);
      await mount();
      await held.arrived;
      await support.list.waitUntil(() => support.list.element.renderRoot.querySelector('.skeleton-row'));
      const [placeholder] = support.list.element.renderRoot.querySelectorAll('.skeleton-row');
      const {height} = boxOf(placeholder!);
      held.release();
      await support.list.waitUntil(() => support.list.rows.length === 20);
      await settle();
      for (const row of support.list.rows.slice(0, 4)) expect(boxOf(row).height).to.be.closeTo(height, 0.5);
    });

    it('show no arrow beside no replies', async () => {
      await load();
      expect(support.list.visibleRowText('Problem 44')).not.to.match(/0$/);
      expect(support.list.rowText('Problem 44')).to.contain('0 replies');
    });

    it('keep the number apart from the new replies, on the same line', async () => {
      await load();
      const unread = support.list.rows[1]!.querySelector('.row-unread')!;
      const number = support.list.rows[1]!.querySelector('.row-number')!;
      expect(boxOf(unread).left).to.be.at.least(boxOf(number).right + 8);
      expect(boxOf(unread).bottom).to.be.closeTo(boxOf(number).bottom, 1);
    });

    it('mark new replies with a border, because forced colours remove backgrounds', async () => {
      await load();
      const dot = getComputedStyle(support.list.rows[1]!.querySelector('.row-unread')!, '::before');
      expect(parseFloat(dot.borderTopWidth)).to.be.above(2);
    });
  });
}

it('rows in columns have new replies right below the last reply, however long the subject is', async () => {
  await setViewport({width: 1280, height: 740});
  const desk = createBrowserDesk();
  const subjects = ['Short', 'A subject that is so long that it takes two lines of its column '.repeat(2).trim()];
  for (const subject of subjects) {
    const {id} = await createTicket(desk, {subject, description: 'The line drops.'});
    await desk.staff.reply(id, 'We see it too.');
  }
  const support = await SupportHarness.mount(desk, {width: 'wide'});
  const [short, long] = subjects.map(subject =>
    ['.row-open', '.row-reply', '.row-unread'].map(part => boxOf(support.list.row(subject).querySelector(part)!)),
  );
  expect(long![0]!.height).to.be.above(1.5 * short![0]!.height);
  for (const [, reply, unread] of [long!, short!]) {
    expect(unread!.left).to.equal(reply!.left);
    expect(unread!.top).to.be.within(reply!.bottom - 1, reply!.bottom + 4);
  }
});

describe('the head of the list in a wide <isp-support>', () => {
  it('stays in view when a ticket far down is opened, and covers no focused row', async () => {
    await setViewport({width: 1280, height: 740});
    const desk = await createFullDesk();
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    for (const count of [40, 60]) {
      await support.list.pressButton(en['list.more']);
      await support.list.waitUntil(() => support.list.rows.length === count);
    }
    support.list.rows[50]!.scrollIntoView({block: 'center'});
    await settle();
    queryAllByRole(support.list.rows[50]!, 'button')[0]!.click();
    await support.waitUntilShown('ticket');
    await settle();
    const newTicket = boxOf(support.list.button(en['list.new']));
    expect(newTicket.top).to.be.at.least(0);
    const {bottom} = boxOf(support.list.searchField!);
    expect(bottom).to.be.below(200);
    for (const index of [45, 40, 30]) {
      queryAllByRole(support.list.rows[index]!, 'button')[0]!.focus();
      await settle();
      expect(boxOf(support.list.rows[index]!).top).to.be.at.least(bottom);
    }
  });
});

describe('<isp-ticket-list> rows', () => {
  it('are said to be from the operator by name where it is known', async () => {
    const list = await ListHarness.mount(createBrowserDesk());
    await list.waitUntil(() => list.rowText(unreadSubject).includes('Brindlemoor Fibre replied'));
  });

  it('are said to be from support where no name is known', async () => {
    const list = await ListHarness.mount(createBrowserDesk(), {username: 'harbour.view'});
    expect(list.element.renderRoot.textContent).not.to.contain('{operator}');
    expect(list.element.renderRoot.textContent).to.contain('Support replied');
  });

  it('are replaced by a button for the first ticket if there are none', async () => {
    const list = await ListHarness.mount(createBrowserDesk({seed: 'empty'}));
    const [, inNotice] = queryAllByRole(list.element, 'button', en['list.new']);
    const opened = nextEvent(list.element, NewTicketOpenEvent);
    inNotice!.click();
    await opened;
  });

  it('line up with their headings in a wide container', async () => {
    await setViewport({width: 1100, height: 800});
    const list = await ListHarness.mount(createBrowserDesk(), {properties: {ticketId: seededTicketId('wifi-bedroom')}});
    list.element.parentElement!.style.inlineSize = '1000px';
    await settle();
    const [status, ticket, priority, reply, count] = [...list.element.renderRoot.querySelectorAll('.columns > span')];
    const row = list.row(unreadSubject);
    const cell = (part: string): DOMRect => boxOf(row.querySelector(`[part~='${part}']`)!);
    expect(cell('status').left).to.be.closeTo(boxOf(status!).left, 1);
    expect(cell('link').left).to.be.closeTo(boxOf(ticket!).left, 1);
    expect(cell('priority').left).to.be.closeTo(boxOf(priority!).left, 1);
    expect(cell('last-reply').left).to.be.closeTo(boxOf(reply!).left, 1);
    expect(cell('count').right).to.be.closeTo(boxOf(count!).right, 1);
  });
});
