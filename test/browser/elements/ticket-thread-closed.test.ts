import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {NewTicketOpenEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {nextEvent} from '../../support/next-event.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const writeNew = en['composer.closed.new'];

describe('<isp-ticket-thread>, a ticket that takes no more replies', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('has no reply box, and says why', async () => {
    const thread = await ThreadHarness.mount(desk, 'duplicate');
    expect(thread.hasReplyBox).to.be.false;
    expect(thread.hasButton(en['composer.send'])).to.be.false;
    expect(thread.text).to.include(en['turn.final']);
  });

  it('does not promise that a reply would open it again', async () => {
    const thread = await ThreadHarness.mount(desk, 'duplicate');
    expect(thread.status).to.equal(en['status.closed']);
    expect(thread.nextStep).to.equal(en['turn.final']);
  });

  it('shows the way to a new ticket, which the host may take upon itself', async () => {
    const thread = await ThreadHarness.mount(desk, 'duplicate');
    const opened = nextEvent(document.body, NewTicketOpenEvent);
    await thread.pressButton(writeNew);
    expect((await opened).cancelable).to.be.true;
  });

  it('hands on the words that were written before it was closed', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await thread.typeReply('Half a thought');
    await desk.staff.setAcceptsReplies(seededTicketId('evening-slowdown'), false);
    await thread.element.refresh();
    await thread.waitUntil(() => !thread.hasReplyBox);
    const opened = nextEvent(thread.element, NewTicketOpenEvent);
    await thread.pressButton(writeNew);
    expect((await opened).prefill).to.eql({description: 'Half a thought'});
  });

  it('hands on a reply that came too late, and the words of the next one', async () => {
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

  it('does not offer to send again what it will not take', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await desk.staff.setAcceptsReplies(seededTicketId('evening-slowdown'), false);
    await thread.sendReply('A whole thought.');
    await thread.waitUntil(() => !thread.hasReplyBox);
    expect(thread.hasButton(en['pending.retry'])).to.be.false;
    expect(thread.hasButton(en['pending.edit'])).to.be.false;
    expect(thread.hasButton(en['pending.discard'])).to.be.true;
  });
});
