import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-list.js';
import {TicketSelectEvent} from '../../../src/contract/ticket-events.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ListHarness} from '../../support/list-harness.js';
import {rewriteResponse} from '../../support/rewrite-response.js';

const modifiers: MouseEventInit[] = [{ctrlKey: true}, {metaKey: true}, {shiftKey: true}];

describe('<isp-ticket-list> rows', () => {
  let desk: BrowserDesk;
  let selected: string[];
  const subject = 'Slow speeds in the evening';
  const ticketId = seededTicketId('evening-slowdown');

  beforeEach(() => {
    desk = createBrowserDesk();
    selected = [];
  });

  const open = async (ticketUrl: string): Promise<ListHarness> => {
    const list = await ListHarness.mount(desk, {properties: {ticketUrl}});
    list.element.addEventListener(TicketSelectEvent.type, event => selected.push(event.ticketId));
    return list;
  };

  /** Clicks the row’s link or button and returns whether the browser would navigate. The navigation is prevented. */
  function click(list: ListHarness, init: MouseEventInit = {}): boolean {
    let isFollowed = false;
    const stay = (event: Event): void => {
      isFollowed = !event.defaultPrevented;
      event.preventDefault();
    };
    document.addEventListener('click', stay, {once: true});
    list
      .ticketControl(subject)
      .dispatchEvent(new MouseEvent('click', {...init, bubbles: true, composed: true, cancelable: true}));
    return isFollowed;
  }

  describe('with ticket-url', () => {
    it('are links', async () => {
      const list = await open('/customer/tickets/{id}');
      expect(list.ticketControl(subject)).to.have.attribute('href', `/customer/tickets/${ticketId}`);
      expect(list.rows.every(row => row.querySelector('a[href]'))).to.be.true;
      expect(list.hasButton(subject)).to.be.false;
    });

    it('percent-encode the ticket id in their URL', async () => {
      const id = '../a b?c#d';
      const strange = rewriteResponse<{data: object[]}>(page => ({...page, data: [{...page.data[0], id}]}));
      desk.faults.set({path: '/customer/tickets'}, strange);
      const list = await open('/customer/tickets/{id}?tab=1');
      const href = `/customer/tickets/${encodeURIComponent(id)}?tab=1`;
      expect(list.ticketControl('Red LOS light')).to.have.attribute('href', href);
    });

    it('dispatch isp-ticket-select and let the browser follow the link', async () => {
      const list = await open('/customer/tickets/{id}');
      expect(click(list)).to.be.true;
      expect(selected).to.eql([ticketId]);
    });

    it('prevent navigation when the page cancels isp-ticket-select', async () => {
      const list = await open('/customer/tickets/{id}');
      list.element.addEventListener(TicketSelectEvent.type, event => event.preventDefault());
      expect(click(list)).to.be.false;
      expect(selected).to.eql([ticketId]);
    });

    for (const modifier of modifiers) {
      it(`leave a click to the browser when ${Object.keys(modifier).join()} is set`, async () => {
        const list = await open('/customer/tickets/{id}');
        list.element.addEventListener(TicketSelectEvent.type, event => event.preventDefault());
        expect(click(list, modifier)).to.be.true;
        expect(selected).to.be.empty;
      });
    }

    it('become links when ticket-url is set later', async () => {
      const list = await open('');
      list.element.setAttribute('ticket-url', '#ticket={id}');
      await list.element.updateComplete;
      expect(list.ticketControl(subject)).to.have.attribute('href', `#ticket=${ticketId}`);
    });
  });

  describe('without ticket-url', () => {
    it('are buttons that dispatch isp-ticket-select', async () => {
      const list = await open('');
      click(list);
      expect(list.hasButton(subject)).to.be.true;
      expect(selected).to.eql([ticketId]);
    });

    for (const modifier of modifiers) {
      it(`open by a click when ${Object.keys(modifier).join()} is set`, async () => {
        const list = await open('');
        click(list, modifier);
        expect(selected).to.eql([ticketId]);
      });
    }
  });
});
