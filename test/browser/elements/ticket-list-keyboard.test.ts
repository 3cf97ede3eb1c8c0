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

describe('<isp-ticket-list> by keyboard', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const focusedName = (list: ListHarness): string => accessibleNameOf(list.focusedElement!);

  for (const [kind, ticketUrl] of [
    ['button', ''],
    ['link', '#{id}'],
  ] as const) {
    it(`Tab goes from New ticket through the rows in order when each row is a ${kind}`, async () => {
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

    it(`Enter opens a row that is a ${kind}`, async () => {
      const list = await ListHarness.mount(desk, {username: 'harbour.view', properties: {ticketUrl}});
      list.element.addEventListener(TicketSelectEvent.type, event => event.preventDefault());
      const selected = nextEvent(list.element, TicketSelectEvent);
      list.element.focus();
      await pressKeys('Tab', 'Tab', 'Tab', 'Enter');
      expect((await selected).ticketId).to.equal(seededTicketId('flat-1204'));
    });
  }

  it('Space on New ticket dispatches isp-new-ticket-open', async () => {
    const list = await ListHarness.mount(desk);
    const opened = nextEvent(list.element, NewTicketOpenEvent);
    list.element.focus();
    await pressKeys('Tab', ' ');
    await opened;
  });

  it('the focus indicator surrounds the whole row', async () => {
    const list = await ListHarness.mount(desk, {username: 'harbour.view'});
    list.element.focus();
    await pressKeys('Tab', 'Tab');
    const row = list.rows[0]!.getBoundingClientRect();
    const ring = getComputedStyle(list.focusedElement!, '::after');
    expect(ring.outlineStyle).to.equal('solid');
    expect(parseFloat(ring.outlineWidth)).to.be.at.least(2);
    expect([parseFloat(ring.width), parseFloat(ring.height)]).to.eql([row.width, row.height - 1]);
  });

  describe('focus', () => {
    it('goes to the heading when focus() is called', async () => {
      const list = await ListHarness.mount(desk);
      list.element.focus();
      expect(list.focusedElement).to.equal(list.heading);
    });

    it('goes to the row of a ticket when focusTicket() is called', async () => {
      const list = await ListHarness.mount(desk);
      list.element.focusTicket(seededTicketId('wifi-bedroom'));
      expect(focusedName(list)).to.contain('Wi-Fi does not reach');
    });

    it('goes to the heading when focusTicket() is called with a ticket that is not in the list', async () => {
      const list = await ListHarness.mount(desk);
      list.element.focusTicket('gone');
      expect(list.focusedElement).to.equal(list.heading);
    });

    it('stays on its row when a refresh adds a ticket on top', async () => {
      const list = await ListHarness.mount(desk);
      list.ticketControl('Slow speeds').focus();
      await createTicket(desk, {subject: 'Another', description: 'By telephone.'});
      await list.element.refresh();
      await list.waitUntil(() => list.subjects[0] === 'Another');
      expect(focusedName(list)).to.equal('Slow speeds in the evening');
    });

    it('goes to the heading when a retry after a failed load succeeds', async () => {
      desk.faults.set({path: '/customer/tickets'}, faultKinds.html);
      const list = await ListHarness.mount(desk);
      list.button(en['error.retry']).focus();
      await pressKeys('Enter');
      await list.waitUntil(() => list.rows.length === 14);
      expect(list.focusedElement).to.equal(list.heading);
    });

    it('goes to the heading when a retry after a failed refresh succeeds', async () => {
      const list = await ListHarness.mount(desk);
      desk.faults.set({path: '/customer/tickets'}, faultKinds.html);
      await list.element.refresh();
      await list.waitUntil(() => list.hasButton(en['error.retry']));
      list.button(en['error.retry']).focus();
      await pressKeys('Enter');
      await list.waitUntil(() => !list.text.includes(en['error.stale']));
      expect(list.focusedElement).to.equal(list.heading);
    });

    it('goes to the first added row when the last page was loaded', async () => {
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
