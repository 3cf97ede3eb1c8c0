import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {LinkOpenEvent, ReadyEvent, UnreadChangeEvent} from '../../../src/contract/session-events.js';
import {
  NavigateEvent,
  NewTicketOpenEvent,
  ReplySentEvent,
  ReplySubmitEvent,
  TicketCreatedEvent,
  TicketSelectEvent,
  TicketSubmitEvent,
} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {clickNavigates} from '../../support/click-navigates.js';
import {getByRole} from '../../support/role-queries.js';
import {SupportHarness} from '../../support/support-harness.js';

const subject = 'Charged twice for the same invoice';
const ticketId = seededTicketId('charged-twice');

const watched = [
  ...[TicketSelectEvent, NewTicketOpenEvent, NavigateEvent, TicketSubmitEvent, TicketCreatedEvent],
  ...[ReplySubmitEvent, ReplySentEvent, UnreadChangeEvent, ReadyEvent, LinkOpenEvent],
];

describe('<isp-support> events', () => {
  let desk: BrowserDesk;
  let events: Event[];

  const record = (event: Event): void => {
    events.push(event);
  };

  beforeEach(() => {
    desk = createBrowserDesk();
    events = [];
    for (const {type} of watched) document.addEventListener(type, record);
  });

  afterEach(() => {
    for (const {type} of watched) document.removeEventListener(type, record);
  });

  const types = (): string[] => events.map(({type}) => type).filter(type => type !== UnreadChangeEvent.type);
  const last = (): Event => events.at(-1)!;

  async function open(options: Parameters<typeof SupportHarness.mount>[1] = {}): Promise<SupportHarness> {
    const support = await SupportHarness.mount(desk, options);
    await support.waitUntil(() => events.some(({type}) => type === UnreadChangeEvent.type));
    return support;
  }

  const forget = (): void => {
    events = [];
  };

  it('dispatch isp-ready once when the list has loaded', async () => {
    const support = await open();
    expect(support.list.rows).to.have.length(14);
    await support.openTicket(subject);
    await support.pressBack();
    await support.openNewTicketForm();
    expect(types().filter(type => type === ReadyEvent.type)).to.have.length(1);
  });

  it('dispatch isp-ready once when the ticket of ticket-id has loaded', async () => {
    const support = await open({properties: {ticketId}, width: 'wide'});
    expect(support.thread.messages).to.have.length(3);
    await support.waitUntilShown('list');
    expect(types()).to.eql([ReadyEvent.type]);
  });

  it('dispatch isp-unread-change at the start and when the total changes', async () => {
    const support = await open();
    await support.openTicket('Slow speeds in the evening');
    await support.waitUntil(() => events.filter(({type}) => type === UnreadChangeEvent.type).length === 2);
    const totals = events.filter(event => event instanceof UnreadChangeEvent).map(({total}) => total);
    expect(totals).to.eql([3, 2]);
  });

  it('dispatch isp-ticket-select and isp-navigate once, from <isp-support>, when a ticket is opened', async () => {
    const support = await open();
    forget();
    await support.openTicket(subject);
    expect(types()).to.eql([TicketSelectEvent.type, NavigateEvent.type]);
    expect(events.every(({target, cancelable}) => target === support.element && cancelable)).to.be.true;
    expect(events[0]).to.include({ticketId});
    expect(events[1]).to.include({view: 'ticket', ticketId});
  });

  it('dispatch isp-new-ticket-open and isp-navigate when the form is opened', async () => {
    const support = await open();
    forget();
    await support.openNewTicketForm();
    expect(types()).to.eql([NewTicketOpenEvent.type, NavigateEvent.type]);
    expect(events.every(({target, cancelable}) => target === support.element && cancelable)).to.be.true;
    expect(last()).to.include({view: 'new-ticket', ticketId: ''});
  });

  it('dispatch isp-navigate when the customer goes back', async () => {
    const support = await open();
    await support.openTicket(subject);
    forget();
    await support.pressBack();
    expect(types()).to.eql([NavigateEvent.type]);
    expect(last()).to.include({view: 'list', ticketId: '', target: support.element});
    await support.openNewTicketForm();
    forget();
    await support.form.pressButton(en['form.cancel']);
    expect(types()).to.eql([NavigateEvent.type]);
  });

  it('are silent when the page navigates by method or property', async () => {
    const support = await open();
    forget();
    support.element.showTicket(ticketId);
    await support.waitUntilShown('ticket');
    support.element.goBack();
    await support.waitUntilShown('list');
    support.element.ticketId = ticketId;
    await support.waitUntilShown('ticket');
    expect(types()).to.eql([]);
  });

  for (const type of [TicketSelectEvent.type, NavigateEvent.type]) {
    it(`keep the list open when the page cancels ${type} of a ticket`, async () => {
      const support = await open();
      support.element.addEventListener(type, event => event.preventDefault());
      support.list.ticketControl(subject).click();
      await support.element.updateComplete;
      expect(support.visibleViews).to.eql(['list']);
      expect(support.element.ticketId).to.equal('');
    });
  }

  for (const type of [NewTicketOpenEvent.type, NavigateEvent.type]) {
    it(`keep the list open when the page cancels ${type} of the form`, async () => {
      const support = await open();
      support.element.addEventListener(type, event => event.preventDefault());
      await support.list.pressButton(en['list.new']);
      await support.element.updateComplete;
      expect(support.visibleViews).to.eql(['list']);
    });
  }

  it('keep the ticket open when the page cancels isp-navigate to the list', async () => {
    const support = await open();
    await support.openTicket(subject);
    support.element.addEventListener(NavigateEvent.type, event => event.preventDefault());
    await support.pressButton(en['thread.back']);
    await support.element.updateComplete;
    expect(support.visibleViews).to.eql(['ticket']);
  });

  it('dispatch submit and success events for a new ticket and a reply', async () => {
    const support = await open();
    await support.openNewTicketForm();
    forget();
    await support.form.fill({subject: 'Slow', description: 'Since Monday.'});
    await support.form.pressCreate();
    await support.form.waitUntilCreated();
    expect(types()).to.eql([TicketSubmitEvent.type, TicketCreatedEvent.type]);
    support.element.showTicket(ticketId);
    await support.waitUntilShown('ticket');
    forget();
    await support.thread.sendReply('It is not.');
    await support.waitUntil(() => types().length === 2);
    expect(types()).to.eql([ReplySubmitEvent.type, ReplySentEvent.type]);
  });

  it('dispatch isp-link-open and do not open the link when the page cancels it', async () => {
    const support = await open({properties: {ticketId: seededTicketId('long-words')}});
    await support.waitUntilShown('ticket');
    support.element.addEventListener(LinkOpenEvent.type, event => event.preventDefault());
    expect(clickNavigates(getByRole(support.thread.messages[0]!.element, 'link'))).to.be.false;
    expect(types().filter(type => type === LinkOpenEvent.type)).to.have.length(1);
  });
});
