import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {lookAgain} from '../../support/look-again.js';
import {settled} from '../../support/settled.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'evening-slowdown';

describe('<isp-ticket-thread>, a reply that arrives', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('is there without anybody asking, and is announced once, by its author', async () => {
    const thread = await ThreadHarness.open(desk, slug);
    const {length: before} = thread.replies;
    expect(thread.announced).to.equal('');
    await desk.staff.reply(seededTicketId(slug), 'We have found it.');
    await lookAgain(thread, () => thread.replies.length === before + 1);
    await thread.until(() => thread.announced === 'New reply from Anna (Support).');
    await lookAgain(thread, () => thread.replies.length === before + 1);
    await settled(desk);
    expect(thread.announced).to.equal('New reply from Anna (Support).');
  });

  it('is announced though the customer has written after it, before they could see it', async () => {
    const thread = await ThreadHarness.open(desk, slug);
    const {length: before} = thread.replies;
    await desk.staff.reply(seededTicketId(slug), 'We have found it.');
    await thread.reply('Any news?');
    await lookAgain(thread, () => thread.replies.length === before + 2);
    await thread.until(() => thread.announced === 'New reply from Anna (Support).');
  });

  it('is not announced when it is the customer’s own, from another tab', async () => {
    const thread = await ThreadHarness.open(desk, slug);
    const {length: before} = thread.replies;
    await desk.fetch(`/api/customer/tickets/${seededTicketId(slug)}/replies`, {
      method: 'POST',
      headers: {Authorization: `Bearer ${await desk.tokenFor()}`, 'Content-Type': 'application/json'},
      body: JSON.stringify({message: 'From my phone.'}),
    });
    await lookAgain(thread, () => thread.replies.length === before + 1);
    await settled(desk);
    expect(thread.announced).to.equal('');
  });

  it('does not move the box that somebody is typing in', async () => {
    const thread = await ThreadHarness.open(desk, slug);
    const {length: before} = thread.replies;
    thread.element.parentElement!.style.paddingBlock = '1000px';
    await thread.write('In the middle of a');
    thread.box.scrollIntoView({block: 'center'});
    // What comes into view takes its own height first.
    for (let frames = 0; frames < 4; frames++) await nextFrame();
    const {top} = thread.box.getBoundingClientRect();
    await desk.staff.reply(seededTicketId(slug), 'A line.\n'.repeat(12));
    await lookAgain(thread, () => thread.replies.length === before + 1);
    await settled(desk);
    expect(thread.box.getBoundingClientRect().top).to.be.closeTo(top, 2);
    expect(thread.box.value).to.equal('In the middle of a');
    expect(thread.focused === thread.box).to.be.true;
  });

  it('leaves everything as it is when there is none: nothing is drawn anew', async () => {
    const thread = await ThreadHarness.open(desk, slug);
    // That its replies have been read is a change of its own.
    await settled(desk);
    await lookAgain(thread, () => true);
    await settled(desk);
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver(records => seen.push(...records));
    observer.observe(thread.element.renderRoot, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    const asked = desk.requests.length;
    await lookAgain(thread, () => true);
    await thread.until(() => desk.requests.length > asked);
    await settled(desk);
    observer.disconnect();
    expect(desk.requests.at(-1)?.status).to.equal(304);
    expect(seen).to.eql([]);
  });
});
