import {expect} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {fetchSeededTicket} from '../../support/desk-api.js';
import {visibleTextOf} from '../../support/text-content.js';
import {ThreadHarness} from '../../support/thread-harness.js';

/** Replaces `navigator.clipboard`, which needs a permission. */
class Clipboard {
  text = '';
  isAllowed = true;

  async writeText(text: string): Promise<void> {
    if (!this.isAllowed) throw new DOMException('Write permission denied.', 'NotAllowedError');
    this.text = text;
  }
}

describe('<isp-ticket-thread> copy button of the ticket number', () => {
  let desk: BrowserDesk;
  let clipboard: Clipboard;

  beforeEach(() => {
    desk = createBrowserDesk();
    clipboard = new Clipboard();
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: clipboard});
  });

  afterEach(() => {
    delete (navigator as {clipboard?: unknown}).clipboard;
  });

  it('copies the number and announces it', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    const {ticket_number: number} = await fetchSeededTicket(desk, 'evening-slowdown');
    expect(thread.ticketNumber).to.equal(number);
    await thread.pressButton(en['thread.copyNumber'].replace('{number}', number));
    await thread.waitUntil(() => thread.lastAnnouncement === en['thread.copied']);
    expect(clipboard.text).to.equal(number);
  });

  const refusals = {
    'denies access': () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError')),
    'throws at once': () => {
      throw new TypeError('Illegal invocation');
    },
    'cannot write text': undefined,
  };
  for (const [refusal, writeText] of Object.entries(refusals)) {
    it(`says that it has not copied and selects the number when the browser ${refusal}`, async () => {
      Object.assign(clipboard, {writeText});
      const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
      await thread.pressButton(/^Copy/);
      await thread.waitUntil(() => thread.lastAnnouncement === en['thread.notCopied']);
      expect(visibleTextOf(thread.element.renderRoot.querySelector('header')!)).to.include(en['thread.notCopied']);
      expect(getSelection()!.toString()).to.equal(thread.ticketNumber);
    });
  }

  it('says nothing about it when copying succeeds later, nor for the next ticket', async () => {
    clipboard.isAllowed = false;
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await thread.pressButton(/^Copy/);
    await thread.waitUntil(() => thread.text.includes(en['thread.notCopied']));
    clipboard.isAllowed = true;
    await thread.pressButton(/^Copy/);
    await thread.waitUntil(() => thread.lastAnnouncement === en['thread.copied']);
    expect(thread.text).not.to.include(en['thread.notCopied']);
  });

  it('shows a check mark after copying, but not for the next ticket', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    const mark = (): string => thread.button(/^Copy/).querySelector('svg')!.innerHTML;
    const before = mark();
    await thread.pressButton(/^Copy/);
    await thread.waitUntil(() => mark() !== before);
    await thread.showTicket('charged-twice');
    await thread.waitUntil(() => thread.messages.length > 0);
    expect(mark()).to.equal(before);
  });
});
