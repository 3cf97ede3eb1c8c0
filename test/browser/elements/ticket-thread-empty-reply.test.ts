import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ReplySubmitEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo} from '../../support/desk-api.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {rewriteResponse} from '../../support/rewrite-response.js';
import {ThreadHarness} from '../../support/thread-harness.js';

describe('<isp-ticket-thread> empty or too long reply', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  for (const [name, text] of Object.entries({
    'no text': '',
    'white space only': ' \n\t ',
    'zero-width spaces only': '\u200b\u2060\ufeff',
    'letters without a glyph only': '\u3164\u115f\u2800 ',
  })) {
    it(`is not sent: ${name}`, async () => {
      const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
      let submits = 0;
      thread.element.addEventListener(ReplySubmitEvent.type, () => submits++);
      await thread.sendReply(text);
      expect(thread.replies).to.have.length(3);
      expect(submits).to.equal(0);
      expect(requestsTo(desk, 'POST', /./)).to.eql([]);
    });
  }

  it('marks the reply box as invalid, focuses it and announces the error', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await thread.pressSend();
    expect(thread.replyBox.getAttribute('aria-invalid')).to.equal('true');
    expect(thread.replyBoxDescription).to.include(en['composer.empty']);
    expect(thread.focusedElement === thread.replyBox).to.be.true;
    expect(thread.lastAnnouncement).to.equal(en['composer.empty']);
  });

  it('is no error if it is the second press of a double press, which sends one reply', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await thread.sendReply('Still slow.');
    await thread.pressSend();
    expect(thread.replyBox.getAttribute('aria-invalid')).not.to.equal('true');
    expect(thread.focusedElement === thread.replyBox).to.be.true;
    await thread.waitUntil(() => thread.lastAnnouncement === en['composer.sent']);
    expect(requestsTo(desk, 'POST', /replies$/)).to.have.length(1);
    const later = new MouseEvent('click', {bubbles: true});
    Object.defineProperty(later, 'timeStamp', {value: performance.now() + 2_000});
    thread.button(en['composer.send']).dispatchEvent(later);
    await thread.waitUntil(() => thread.replyBoxDescription.includes(en['composer.empty']));
  });

  it('shows its error after Send only, and removes it when text is typed', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    expect(thread.replyBox.getAttribute('aria-invalid')).not.to.equal('true');
    await thread.pressSend();
    await thread.typeReply('Now');
    expect(thread.replyBox.getAttribute('aria-invalid')).not.to.equal('true');
    expect(thread.replyBoxDescription).not.to.include(en['composer.empty']);
  });

  for (const [what, text, isSent] of [
    ['letters', 'x'.repeat(41), false],
    ['emoji, each of which is one character', '😀'.repeat(41), false],
    ['lines', 'It is slow.\n'.repeat(4), false],
    ['no more than the limit', '😀'.repeat(40), true],
  ] as const) {
    it(`is ${isSent ? '' : 'not '}sent if the server takes 40 characters: ${what}`, async () => {
      const limits = rewriteResponse<object>(known => ({...known, limits: {message: 40}}));
      desk.faults.set({path: '/customer/ticket-config'}, limits);
      const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
      await waitForNetworkIdle(desk);
      await thread.typeReply(text);
      await thread.pressSend();
      if (isSent) await thread.waitUntil(() => requestsTo(desk, 'POST', /replies$/).length > 0);
      else {
        expect(thread.replyBoxDescription).to.include('at most 40');
        expect(thread.lastAnnouncement).to.include('at most 40');
        expect(thread.focusedElement === thread.replyBox).to.be.true;
        expect(thread.replyBox.value).to.equal(text);
        expect(requestsTo(desk, 'POST', /./)).to.eql([]);
        await thread.typeReply(text.slice(0, 20));
        expect(thread.replyBoxDescription).not.to.include('at most 40');
      }
    });
  }

  it('shows no error in the next ticket', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await thread.pressSend();
    await thread.showTicket('wifi-bedroom');
    await thread.waitUntil(() => thread.heading.innerText.includes('bedroom'));
    expect(thread.replyBoxDescription).not.to.include(en['composer.empty']);
  });
});
