import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {seededTicket} from '../../support/desk-reading.js';
import {ThreadHarness} from '../../support/thread-harness.js';

/** The clipboard of this page, for as long as a test runs: the browser's own wants a permission. */
class Clipboard {
  text = '';
  isAllowed = true;
  wasAsked = false;

  async writeText(text: string): Promise<void> {
    this.wasAsked = true;
    if (!this.isAllowed) throw new DOMException('Write permission denied.', 'NotAllowedError');
    this.text = text;
  }
}

describe('<isp-ticket-thread>, the ticket’s number', () => {
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

  it('is copied by a button that says which number it copies', async () => {
    const thread = await ThreadHarness.open(desk, 'evening-slowdown');
    const {ticket_number: number} = await seededTicket(desk, 'evening-slowdown');
    expect(thread.number).to.equal(number);
    await thread.press(en['thread.copyNumber'].replace('{number}', number));
    await thread.until(() => thread.announced === en['thread.copied']);
    expect(clipboard.text).to.equal(number);
  });

  it('is not said to be copied when the browser does not allow it', async () => {
    clipboard.isAllowed = false;
    const thread = await ThreadHarness.open(desk, 'evening-slowdown');
    await thread.press(/^Copy/);
    await nextFrame();
    expect(clipboard.wasAsked).to.be.true;
    expect(thread.announced).to.equal('');
  });

  it('is marked as copied, and the next ticket’s is not', async () => {
    const thread = await ThreadHarness.open(desk, 'evening-slowdown');
    const mark = (): string => thread.button(/^Copy/).querySelector('svg')!.innerHTML;
    const before = mark();
    await thread.press(/^Copy/);
    await thread.until(() => mark() !== before);
    await thread.show('charged-twice');
    await thread.until(() => thread.messages.length > 0);
    expect(mark()).to.equal(before);
  });
});
