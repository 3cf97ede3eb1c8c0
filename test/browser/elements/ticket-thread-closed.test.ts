import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {NewTicketOpenEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {nextEvent} from '../../support/next-event.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const writeNew = en['composer.closed.new'];

describe('<isp-ticket-thread> closed to replies', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('has no reply box and says why', async () => {
    const thread = await ThreadHarness.mount(desk, 'duplicate');
    expect(thread.hasReplyBox).to.be.false;
    expect(thread.hasButton(en['composer.send'])).to.be.false;
    expect(thread.text).to.include(en['turn.final']);
  });

  it('does not say that a reply reopens the ticket', async () => {
    const thread = await ThreadHarness.mount(desk, 'duplicate');
    expect(thread.status).to.equal(en['status.closed']);
    expect(thread.nextStep).to.equal(en['turn.final']);
  });

  it('offers a new ticket by isp-new-ticket-open', async () => {
    const thread = await ThreadHarness.mount(desk, 'duplicate');
    const opened = nextEvent(document.body, NewTicketOpenEvent);
    await thread.pressButton(writeNew);
    expect((await opened).cancelable).to.be.true;
  });

  it('passes the draft of the reply on as prefill of the new ticket', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await thread.typeReply('Half a thought');
    await desk.staff.setAcceptsReplies(seededTicketId('evening-slowdown'), false);
    await thread.element.refresh();
    await thread.waitUntil(() => !thread.hasReplyBox);
    const opened = nextEvent(thread.element, NewTicketOpenEvent);
    await thread.pressButton(writeNew);
    expect((await opened).prefill).to.eql({description: 'Half a thought'});
  });

  it('passes a rejected reply and the next draft on as prefill of the new ticket', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await desk.staff.setAcceptsReplies(seededTicketId('evening-slowdown'), false);
    await thread.sendReply('A whole thought.');
    await thread.typeReply('And half a thought');
    await thread.waitUntil(() => !thread.hasReplyBox);
    expect(thread.lastMessage.text).to.equal('A whole thought.');
    expect(thread.lastMessage.deliveryState).to.match(/^Not sent\./);
    const opened = nextEvent(thread.element, NewTicketOpenEvent);
    await thread.pressButton(writeNew);
    expect((await opened).prefill).to.eql({description: 'A whole thought.\n\nAnd half a thought'});
    expect(requestsTo(desk, 'POST', /\/replies$/)).to.have.length(1);
  });

  it('offers neither retry nor edit for a rejected reply', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await desk.staff.setAcceptsReplies(seededTicketId('evening-slowdown'), false);
    await thread.sendReply('A whole thought.');
    await thread.waitUntil(() => !thread.hasReplyBox);
    expect(thread.hasButton(en['unsent.retry'])).to.be.false;
    expect(thread.hasButton(en['unsent.edit'])).to.be.false;
    expect(thread.hasButton(en['unsent.discard'])).to.be.true;
  });
});
