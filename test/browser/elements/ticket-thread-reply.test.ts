import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ReplySentEvent, ReplySubmitEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo, fetchSeededTicket} from '../../support/desk-api.js';
import {pressKeys, typeText} from '../../support/keyboard.js';
import {nextEvent} from '../../support/next-event.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'evening-slowdown';
const ticketId = seededTicketId(slug);
const replies = `/customer/tickets/${ticketId}/replies`;

describe('<isp-ticket-thread> reply', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  function holdReplies(): ReturnType<typeof faultKinds.hold> {
    const held = faultKinds.hold();
    desk.faults.set({method: 'POST', path: replies}, held.fault);
    return held;
  }

  const sent = (): BrowserDesk['requests'] => requestsTo(desk, 'POST', /\/replies$/);

  it('is typed in a box below all messages', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    // `content-visibility` replaces estimated heights when messages come into view.
    await nextFrame();
    await nextFrame();
    const bottoms = thread.messages.map(({element}) => element.getBoundingClientRect().bottom);
    expect(thread.replyBox.getBoundingClientRect().top).to.be.above(Math.max(...bottoms));
  });

  it('appears at once, before the server has answered', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const held = holdReplies();
    await thread.sendReply('Still slow tonight.');
    await held.arrived;
    expect(thread.lastMessage.text).to.equal('Still slow tonight.');
    expect(thread.lastMessage.author).to.equal('You');
    expect(thread.lastMessage.time.dateTime).not.to.equal('');
    expect(thread.lastMessage.deliveryState).to.equal(en['unsent.sending']);
    expect(thread.replyBox.value).to.equal('');
    held.release();
    await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
  });

  it('appears exactly once at every moment after Send', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const seen = new Set<number>();
    await thread.typeReply('Still slow tonight.');
    const count = (): void => {
      seen.add(thread.replies.filter(({text}) => text === 'Still slow tonight.').length);
    };
    await thread.pressSend();
    count();
    const observer = new MutationObserver(count);
    observer.observe(thread.element.renderRoot, {childList: true, subtree: true, characterData: true});
    await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
    observer.disconnect();
    expect([...seen]).to.eql([1]);
    expect(sent()).to.have.length(1);
  });

  it('is sent and stored exactly as typed and shows the server’s time', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const text = '  21:00  **11** down\n\n<b>no</b> change \u{1F614}';
    const answered = nextEvent(thread.element, ReplySentEvent);
    await thread.sendReply(text);
    await answered;
    const {replies: stored} = await fetchSeededTicket(desk, slug);
    expect(stored.at(-1)).to.include({message: text});
    await thread.waitUntil(() => thread.lastMessage.deliveryState === '');
    expect(thread.lastMessage.text).to.equal(text);
    expect(thread.lastMessage.time.dateTime).to.equal(stored.at(-1)!.created_at);
  });

  it('sends message and written_at, and nothing else', async () => {
    const bodies: {written_at?: string}[] = [];
    desk.faults.set({method: 'POST', path: replies}, async (request, next) => {
      bodies.push((await request.clone().json()) as {written_at?: string});
      return next(request);
    });
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.sendReply('Still slow tonight.');
    await thread.waitUntil(() => bodies.length === 1);
    const [{written_at: writtenAt = '', ...rest} = {}] = bodies;
    expect(rest).to.eql({message: 'Still slow tonight.'});
    expect(Date.now() - Date.parse(writtenAt)).to.be.within(0, 10_000);
  });

  it('waits until the previous reply is delivered', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const held = holdReplies();
    await thread.sendReply('First.');
    await thread.sendReply('Second.');
    await held.arrived;
    expect(thread.replies.slice(-2).map(({text, deliveryState}) => `${text} ${deliveryState}`)).to.eql([
      `First. ${en['unsent.sending']}`,
      `Second. ${en['unsent.waiting']}`,
    ]);
    expect(sent()).to.have.length(1);
    held.release();
    await thread.waitUntil(() => thread.replies.every(({deliveryState}) => deliveryState === ''));
    const {replies: stored} = await fetchSeededTicket(desk, slug);
    expect(stored.slice(-2).map(({message}) => message)).to.eql(['First.', 'Second.']);
    expect(thread.replies.slice(-2).map(({text}) => text)).to.eql(['First.', 'Second.']);
  });

  it('is announced when it is delivered, not before', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const held = holdReplies();
    await thread.sendReply('Still slow tonight.');
    await held.arrived;
    expect(thread.lastAnnouncement).to.equal('');
    held.release();
    await thread.waitUntil(() => thread.lastAnnouncement === en['composer.sent']);
  });

  it('leaves the focus in the reply box', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.typeReply('Still slow tonight.');
    thread.button(en['composer.send']).focus();
    await thread.pressSend();
    expect(thread.focusedElement === thread.replyBox).to.be.true;
  });

  it('dispatches isp-reply-submit before and isp-reply-sent after delivery', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const before = nextEvent(document.body, ReplySubmitEvent);
    const after = nextEvent(document.body, ReplySentEvent);
    await thread.sendReply('Still slow tonight.');
    const submit = await before;
    expect({ticketId: submit.ticketId, message: submit.message, cancelable: submit.cancelable}).to.eql({
      ...{ticketId, message: 'Still slow tonight.', cancelable: true},
    });
    const sentEvent = await after;
    const {replies: stored} = await fetchSeededTicket(desk, slug);
    expect({ticketId: sentEvent.ticketId, replyId: sentEvent.replyId, status: sentEvent.status}).to.eql({
      ...{ticketId, replyId: stored.at(-1)!.id, status: 'in_progress'},
    });
  });

  it('stays in the reply box when the page cancels isp-reply-submit', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    thread.element.addEventListener(ReplySubmitEvent.type, event => event.preventDefault());
    await thread.sendReply('Still slow tonight.');
    expect(thread.replyBox.value).to.equal('Still slow tonight.');
    expect(thread.replies).to.have.length(3);
    expect(sent()).to.eql([]);
  });

  it('is sent by Ctrl+Enter, while Enter inserts a line break', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    thread.replyBox.focus();
    await typeText('One');
    await pressKeys('Enter');
    await typeText('Two');
    expect(thread.replyBox.value).to.equal('One\nTwo');
    expect(thread.replies).to.have.length(3);
    await pressKeys('Control+Enter');
    await thread.waitUntil(() => thread.lastMessage.text === 'One\nTwo' && thread.lastMessage.deliveryState === '');
    expect(sent()).to.have.length(1);
  });

  it('is sent by Cmd+Enter', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.typeReply('Still slow tonight.');
    const options = {key: 'Enter', metaKey: true, bubbles: true, composed: true};
    thread.replyBox.dispatchEvent(new KeyboardEvent('keydown', options));
    await thread.waitUntil(() => thread.lastMessage.text === 'Still slow tonight.');
  });

  it('is not sent by the Enter key that ends an IME composition', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    await thread.typeReply('にほんご');
    const options = {key: 'Enter', ctrlKey: true, bubbles: true, composed: true};
    // Safari has ended the composition by then: https://bugs.webkit.org/show_bug.cgi?id=165004
    for (const composing of [{isComposing: true}, {keyCode: 229}, {isComposing: true, keyCode: 229}]) {
      thread.replyBox.dispatchEvent(new KeyboardEvent('keydown', {...options, ...composing}));
      await thread.element.updateComplete;
      expect(thread.replyBox.value).to.equal('にほんご');
    }
    thread.replyBox.dispatchEvent(new KeyboardEvent('keydown', options));
    await thread.waitUntil(() => thread.lastMessage.text === 'にほんご');
  });
});
