import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import {NewTicketOpenEvent, TicketSelectEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {createTicket} from '../../support/desk-api.js';
import {pressKeys} from '../../support/keyboard.js';
import {ListHarness} from '../../support/list-harness.js';
import {nextEvent} from '../../support/next-event.js';
import {accessibleNameOf} from '../../support/role-queries.js';

describe('<isp-ticket-list>, by keyboard', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const focusedName = (list: ListHarness): string => accessibleNameOf(list.focusedElement!);

  for (const [kind, ticketUrl] of [
    ['button', ''],
    ['link', '#{id}'],
  ] as const) {
    it(`goes from New ticket through the rows in their order, each a ${kind}`, async () => {
      const list = await ListHarness.mount(desk, {username: 'harbour.view', properties: {ticketUrl}});
      list.element.focus();
      const stops: string[] = [];
      for (let step = 0; step < 4; step++) {
        await pressKeys('Tab');
        stops.push(focusedName(list));
      }
      expect(stops).to.eql([en['list.new'], ...list.subjects]);
      await pressKeys('Shift+Tab');
      expect(focusedName(list)).to.equal(list.subjects[1]);
    });

    it(`opens a row by Enter that is a ${kind}`, async () => {
      const list = await ListHarness.mount(desk, {username: 'harbour.view', properties: {ticketUrl}});
      list.element.addEventListener(TicketSelectEvent.type, event => event.preventDefault());
      const selected = nextEvent(list.element, TicketSelectEvent);
      list.element.focus();
      await pressKeys('Tab', 'Tab', 'Tab', 'Enter');
      expect((await selected).ticketId).to.equal(seededTicketId('flat-1204'));
    });
  }

  it('asks for the form by Space on New ticket', async () => {
    const list = await ListHarness.mount(desk);
    const opened = nextEvent(list.element, NewTicketOpenEvent);
    list.element.focus();
    await pressKeys('Tab', 'Space');
    await opened;
  });

  it('shows the focus around the whole row', async () => {
    const list = await ListHarness.mount(desk);
    list.element.focus();
    await pressKeys('Tab', 'Tab');
    const row = list.rows[0]!.getBoundingClientRect();
    const ring = getComputedStyle(list.focusedElement!, '::after');
    expect(ring.outlineStyle).to.equal('solid');
    expect(parseFloat(ring.outlineWidth)).to.be.at.least(2);
    expect([parseFloat(ring.width), parseFloat(ring.height)]).to.eql([row.width, row.height - 1]);
  });

  describe('and its focus', () => {
    it('goes to the heading when the page asks for it', async () => {
      const list = await ListHarness.mount(desk);
      list.element.focus();
      expect(list.focusedElement).to.equal(list.heading);
    });

    it('goes to the row of a ticket that somebody comes back from', async () => {
      const list = await ListHarness.mount(desk);
      list.element.focusTicket(seededTicketId('wifi-bedroom'));
      expect(focusedName(list)).to.contain('Wi-Fi does not reach');
    });

    it('goes to the heading when that ticket is not among the rows', async () => {
      const list = await ListHarness.mount(desk);
      list.element.focusTicket('gone');
      expect(list.focusedElement).to.equal(list.heading);
    });

    it('stays on its row when the list is refreshed and a ticket comes on top', async () => {
      const list = await ListHarness.mount(desk);
      list.ticketControl('Slow speeds').focus();
      await createTicket(desk, {subject: 'Another', description: 'By telephone.'});
      await list.element.refresh();
      await list.waitUntil(() => list.subjects[0] === 'Another');
      expect(focusedName(list)).to.equal('Slow speeds in the evening');
    });

    it('is not lost when a list that had failed is tried again', async () => {
      desk.faults.set({path: '/customer/tickets'}, faultKinds.html);
      const list = await ListHarness.mount(desk);
      list.button(en['error.retry']).focus();
      await pressKeys('Enter');
      await list.waitUntil(() => list.rows.length === 14);
      expect(list.focusedElement).to.equal(list.heading);
    });

    it('is not lost when rows that may be out of date are read again', async () => {
      const list = await ListHarness.mount(desk);
      desk.faults.set({path: '/customer/tickets'}, faultKinds.html);
      await list.element.refresh();
      await list.waitUntil(() => list.hasButton(en['error.retry']));
      list.button(en['error.retry']).focus();
      await pressKeys('Enter');
      await list.waitUntil(() => !list.text.includes(en['error.stale']));
      expect(list.focusedElement).to.equal(list.heading);
    });

    it('goes on to the first of the rows that came, when they were the last', async () => {
      for (let count = 0; count < 8; count++)
        await createTicket(desk, {subject: `Extra ${count}`, description: 'More.'});
      const list = await ListHarness.mount(desk);
      list.button(en['list.more']).focus();
      await pressKeys('Enter');
      await list.waitUntil(() => list.rows.length === 22);
      await list.waitUntil(() => list.focusedElement === list.ticketControl(list.subjects[20]!));
    });
  });
});
