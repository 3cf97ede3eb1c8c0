import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {refocusWindowUntil} from '../../support/window-focus.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ScreenReaderLog} from '../../support/screen-reader-log.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const slug = 'evening-slowdown';

describe('<isp-ticket-thread> new reply', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  /** Returns to the window and waits until the thread has asked for news and has its answer. */
  async function refresh(thread: ThreadHarness): Promise<void> {
    const {length: requestCount} = desk.requests;
    await refocusWindowUntil(thread, () => desk.requests.length > requestCount);
    await waitForNetworkIdle(desk);
  }

  it('appears automatically and is announced once with its author', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const {length: before} = thread.replies;
    expect(thread.lastAnnouncement).to.equal('');
    await desk.staff.reply(seededTicketId(slug), 'We have found it.');
    await refocusWindowUntil(thread, () => thread.replies.length === before + 1);
    await thread.waitUntil(() => thread.lastAnnouncement === 'New reply from Anna (Support).');
    await refocusWindowUntil(thread, () => thread.replies.length === before + 1);
    await waitForNetworkIdle(desk);
    expect(thread.lastAnnouncement).to.equal('New reply from Anna (Support).');
  });

  it('is announced by the render that shows it', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const {length: before} = thread.replies;
    const announcements: string[] = [];
    const {performUpdate} = thread.element as unknown as {performUpdate: () => void};
    Object.assign(thread.element, {
      performUpdate() {
        performUpdate.call(thread.element);
        if (thread.replies.length > before) announcements.push(thread.lastAnnouncement);
      },
    });
    await desk.staff.reply(seededTicketId(slug), 'We have found it.');
    await refocusWindowUntil(thread, () => announcements.length > 0);
    expect(announcements[0]).to.equal('New reply from Anna (Support).');
  });

  it('is announced when the customer has replied after it was written', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const {length: before} = thread.replies;
    const log = new ScreenReaderLog(thread.element.parentElement!);
    await desk.staff.reply(seededTicketId(slug), 'We have found it.');
    await thread.sendReply('Any news?');
    await refocusWindowUntil(thread, () => thread.replies.length === before + 2);
    // Before or after that the customer's own reply was sent.
    await thread.waitUntil(() => log.entries.includes('New reply from Anna (Support).'));
  });

  it('is not announced when the customer sent it from another tab', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const {length: before} = thread.replies;
    await desk.fetch(`/api/customer/tickets/${seededTicketId(slug)}/replies`, {
      method: 'POST',
      headers: {Authorization: `Bearer ${await desk.tokenFor()}`, 'Content-Type': 'application/json'},
      body: JSON.stringify({message: 'From my phone.'}),
    });
    await refocusWindowUntil(thread, () => thread.replies.length === before + 1);
    await waitForNetworkIdle(desk);
    expect(thread.lastAnnouncement).to.equal('');
  });

  it('does not move the reply box while the customer types', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    const {length: before} = thread.replies;
    thread.element.parentElement!.style.paddingBlock = '1000px';
    await thread.typeReply('In the middle of a');
    thread.replyBox.scrollIntoView({block: 'center'});
    // `content-visibility` replaces estimated heights when rows come into view.
    for (let frames = 0; frames < 4; frames++) await nextFrame();
    const {top} = thread.replyBox.getBoundingClientRect();
    await desk.staff.reply(seededTicketId(slug), 'A line.\n'.repeat(12));
    await refocusWindowUntil(thread, () => thread.replies.length === before + 1);
    await waitForNetworkIdle(desk);
    expect(thread.replyBox.getBoundingClientRect().top).to.be.closeTo(top, 2);
    expect(thread.replyBox.value).to.equal('In the middle of a');
    expect(thread.focusedElement === thread.replyBox).to.be.true;
  });

  it('does not exist: polling changes nothing in the DOM', async () => {
    const thread = await ThreadHarness.mount(desk, slug);
    // The read receipt changes the ticket, so that the first refresh finds it changed.
    await thread.waitUntil(() => desk.requests.some(({method, status}) => method === 'PUT' && status !== 'pending'));
    await refresh(thread);
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver(records => seen.push(...records));
    observer.observe(thread.element.renderRoot, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    await refresh(thread);
    observer.disconnect();
    // Without the event stream, which opens at a time of its own.
    const polls = desk.requests.filter(({path}) => path.endsWith(seededTicketId(slug)));
    expect(polls.at(-1)?.status).to.equal(304);
    expect(seen).to.eql([]);
  });
});
