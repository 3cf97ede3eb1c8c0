import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {serializeAccessibilityTree} from '../../support/accessibility-tree.js';
import {fetchSeededTicket, type DeskTicket} from '../../support/desk-api.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const inTokyo = new Intl.DateTimeFormat('en-GB', {dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo'});

const spelledOut = (instant: string): string => `${inTokyo.format(new Date(instant))} GMT+9`;

/** The direction of the text in an element. */
const directionOf = (box: HTMLElement): string => getComputedStyle(box.firstElementChild!).direction;

describe('<isp-ticket-thread>', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('shows the description first, then the replies, oldest first', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    const {description, replies} = await fetchSeededTicket(desk, 'evening-slowdown');
    expect(thread.messages.map(message => message.text)).to.eql([description, ...replies.map(reply => reply.message)]);
  });

  it('labels the description as such', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    expect(thread.messages.map(message => message.accessibleName.includes(en['thread.description']))).to.eql([
      true,
      false,
      false,
      false,
    ]);
  });

  it('labels each message with You or the operator’s display name', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    const authors = ['You', 'Anna (Support)', 'You', 'Karim (Network)'];
    expect(thread.messages.map(message => message.author)).to.eql(authors);
    thread.messages.forEach(({accessibleName}, index) => expect(accessibleName.startsWith(authors[index]!)).to.be.true);
  });

  it('distinguishes the customer from an operator with the same name', async () => {
    await desk.staff.reply(seededTicketId('moving-house'), 'I am a namesake of yours.', 'Léna Moreau');
    const thread = await ThreadHarness.mount(desk, 'moving-house');
    expect(thread.lastMessage.author).to.equal('Léna Moreau');
  });

  it('labels the customer as You, whatever name the server sends', async () => {
    const signed = rewriteResponse<DeskTicket>(ticket => ({
      ...ticket,
      replies: ticket.replies.map(reply => ({...reply, author: {...reply.author, name: 'Anna (Support)'}})),
    }));
    desk.faults.set({path: `/customer/tickets/${seededTicketId('evening-slowdown')}`}, signed);
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    expect(thread.replies.map(reply => reply.author)).to.eql(['Anna (Support)', 'You', 'Anna (Support)']);
  });

  it('labels messages of the system as automatic', async () => {
    const thread = await ThreadHarness.mount(desk, 'second-socket');
    expect(thread.replies.map(reply => reply.author)).to.eql(['Anna (Support)', 'You', en['thread.system']]);
  });

  it('labels an operator without a name as Support if the provider has no name', async () => {
    desk.faults.set({path: '/customer/ticket-config', times: Infinity}, faultKinds.answer(404));
    const unsigned = rewriteResponse<DeskTicket>(ticket => ({
      ...ticket,
      replies: ticket.replies.map(reply => ({...reply, author: {kind: 'operator', name: null}})),
    }));
    desk.faults.set({path: `/customer/tickets/${seededTicketId('moving-house')}`}, unsigned);
    const thread = await ThreadHarness.mount(desk, 'moving-house');
    expect(thread.lastMessage.author).to.equal(en['thread.operator']);
  });

  it('shows each time in short, with the full time as the title of what is seen', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown', {
      properties: {locale: 'en-GB', timeZone: 'Asia/Tokyo'},
    });
    const {created_at: openedAt, replies} = await fetchSeededTicket(desk, 'evening-slowdown');
    const times = [openedAt, ...replies.map(reply => reply.created_at)];
    expect(thread.messages.map(({time}) => time.dateTime)).to.eql(times);
    thread.messages.forEach(({time, visibleTime}, index) => {
      expect(time.querySelector('[title]')?.getAttribute('title')).to.equal(spelledOut(times[index]!));
      expect(visibleTime).to.match(index === 0 ? /^5 hours ago$/ : /^\d\d:\d\d GMT\+9$/);
    });
  });

  for (const slug of ['evening-slowdown', 'charged-twice', 'second-socket']) {
    it(`says each date once: when it was opened, and above the first reply of a day: ${slug}`, async () => {
      const thread = await ThreadHarness.mount(desk, slug);
      await waitForNetworkIdle(desk);
      const dates = (await serializeAccessibilityTree()).match(/‹date›/g);
      expect(dates).to.have.length(1 + thread.daySeparators.length);
    });
  }

  it('tints the description as the customer’s other messages', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    const [description, fromSupport, own] = thread.messages.map(
      ({element}) => getComputedStyle(element).backgroundColor,
    );
    expect(description).to.equal(own);
    expect(description).not.to.equal(fromSupport);
  });

  it('labels an operator without a name with the name of the provider, if it is configured', async () => {
    const unsigned = rewriteResponse<DeskTicket>(ticket => ({
      ...ticket,
      replies: ticket.replies.map(reply => ({...reply, author: {kind: 'operator', name: null}})),
    }));
    desk.faults.set({path: `/customer/tickets/${seededTicketId('moving-house')}`}, unsigned);
    const thread = await ThreadHarness.mount(desk, 'moving-house');
    await thread.waitUntil(() => thread.lastMessage.author === 'Brindlemoor Fibre');
  });

  it('has the subject as heading at the level of heading-level', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown', {properties: {headingLevel: 4}});
    expect(thread.heading.innerText).to.equal('Slow speeds in the evening');
    expect(thread.heading.getAttribute('aria-level')).to.equal('4');
  });

  it('shows number, category, priority and creation time', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown', {
      properties: {locale: 'en-GB', timeZone: 'Asia/Tokyo'},
    });
    const ticket = await fetchSeededTicket(desk, 'evening-slowdown');
    expect(ticket.ticket_number).to.match(/^TKT-\d{4}-\d+$/);
    for (const words of [
      ticket.ticket_number,
      en['category.slow_speed'],
      'Priority: Normal',
      spelledOut(ticket.created_at),
    ]) {
      expect(thread.text).to.include(words);
    }
  });

  it('sets the direction of subject and messages by their script', async () => {
    const thread = await ThreadHarness.mount(desk, 'night-drops');
    expect(directionOf(thread.heading)).to.equal('rtl');
    expect(thread.messages.map(({body}) => directionOf(body))).to.eql(['rtl', 'rtl', 'rtl']);
    expect(getComputedStyle(thread.replyBox.form!).direction).to.equal('ltr');
    await thread.showTicket('evening-slowdown');
    await thread.waitUntil(() => thread.replies.length === 3);
    expect(directionOf(thread.lastMessage.body)).to.equal('ltr');
  });
});
