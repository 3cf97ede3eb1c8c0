import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {TokenExpiredEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {SupportHarness} from '../../support/support-harness.js';

const subject = 'Charged twice for the same invoice';

describe('<isp-support> account', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const refused: Record<string, [username: string | null, text: string]> = {
    'no customer is signed in': [null, en['error.signedOut']],
    'the account is forbidden': ['tomas.reyes', en['error.forbidden']],
    'the subscriber was deleted': ['old.account', en['error.gone']],
  };

  for (const [name, [username, text]] of Object.entries(refused)) {
    it(`shows one notice, and Retry if the server has refused the account, when ${name}`, async () => {
      const support = await SupportHarness.mount(desk, {username});
      expect(support.countOccurrences(text)).to.equal(1);
      expect(support.allText).to.equal(username ? `${text} ${en['error.retry']}` : text);
      expect(support.buttonCount).to.equal(username ? 1 : 0);
    });
  }

  it('shows one notice when a ticket is open as well', async () => {
    const support = await SupportHarness.mount(desk, {
      username: 'tomas.reyes',
      properties: {ticketId: seededTicketId('charged-twice')},
      width: 'wide',
    });
    expect(support.allText).to.equal(`${en['error.forbidden']} ${en['error.retry']}`);
  });

  it('shows the fallback slot', async () => {
    const support = await SupportHarness.mount(desk, {username: 'old.account'});
    support.element.insertAdjacentHTML('beforeend', '<p slot="fallback">Call 0800 555 111</p>');
    expect(support.element.querySelector('p')!.checkVisibility()).to.be.true;
  });

  it('keeps its content and the focus and shows one notice when the session ends', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openTicket(subject);
    await support.thread.typeReply('Half a thought');
    desk.faults.set({times: Infinity}, faultKinds.answer(401));
    await support.element.refresh();
    await support.waitUntil(() => support.countOccurrences(en['error.unauthenticated']) > 0);
    await support.element.updateComplete;
    expect(support.countOccurrences(en['error.unauthenticated'])).to.equal(1);
    expect(support.visibleViews).to.eql(['list', 'ticket']);
    expect(support.list.rows).to.have.length(14);
    expect(support.thread.replyBox.value).to.equal('Half a thought');
    expect(support.focusedElement === support.thread.replyBox).to.be.true;
  });

  it('continues where it was when a new token is set', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openTicket(subject);
    await support.thread.typeReply('Half a thought');
    const end = desk.faults.set({times: Infinity}, faultKinds.answer(401));
    await support.element.refresh();
    await support.waitUntil(() => support.countOccurrences(en['error.unauthenticated']) > 0);
    end();
    support.element.token = await desk.tokenFor(undefined, 600);
    await support.waitUntil(() => support.countOccurrences(en['error.unauthenticated']) === 0);
    await support.thread.pressSend();
    await support.waitUntil(
      () => support.thread.lastMessage.text === 'Half a thought' && support.thread.lastMessage.deliveryState === '',
    );
  });

  it('dispatches isp-token-expired once for all nested elements', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openTicket(subject);
    let calls = 0;
    support.element.addEventListener(TokenExpiredEvent.type, event => {
      calls++;
      event.respondWith(desk.tokenFor(undefined, 600));
    });
    desk.faults.set({times: 2}, faultKinds.answer(401));
    await support.element.refresh();
    expect(calls).to.equal(1);
    expect(support.allText).not.to.include(en['error.unauthenticated']);
  });

  it('hides all data of the previous customer when the customer changes', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openTicket(subject);
    support.element.token = await desk.tokenFor('harbour.view');
    await support.waitUntil(() => support.list.subjects.length === 3);
    expect(support.allText).not.to.include('Charged twice').and.not.to.include('39.90');
  });

  it('hides all data after logout()', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openTicket(subject);
    support.element.logout();
    await nextFrame();
    expect(support.allText).not.to.include('Charged twice').and.not.to.include('39.90');
  });
});
