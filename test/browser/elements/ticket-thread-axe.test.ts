import {emulateMedia, setViewport} from '@web/test-runner-commands';

import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const ticket = '/customer/tickets/*';
const posted = {method: 'POST', path: '/customer/tickets/*/replies'};

describe('<isp-ticket-thread>, to axe', function () {
  let desk: BrowserDesk;

  before(async () => {
    // All of a thread is in view, and nothing of it on its way from one colour to another.
    await setViewport({width: 900, height: 4000});
    await emulateMedia({reducedMotion: 'reduce'});
  });

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const seeded: Record<string, string> = {
    'without replies': 'red-los-light',
    'with unread replies': 'evening-slowdown',
    'where it is the customer’s turn': 'moving-house',
    'that is resolved': 'charged-twice',
    'that takes no more replies': 'duplicate',
    'with an automatic message and an unknown status': 'second-socket',
    'with typed markup': 'typed-markup',
    'with links and long words': 'long-words',
    'in Arabic': 'night-drops',
    'that is long': 'line-drops',
    'that is not chosen': '',
  };

  for (const [name, slug] of Object.entries(seeded)) {
    it(`is in order: a ticket ${name}`, async () => {
      await expectAccessibleInBothSchemes(await ThreadHarness.mount(desk, slug));
    });
  }

  it('is in order: loading', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: ticket}, held.fault);
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown', {waitForReady: false});
    await held.arrived;
    await expectAccessibleInBothSchemes(thread);
  });

  it('is in order: no such ticket', async () => {
    const thread = await ThreadHarness.mount(desk, '', {properties: {ticketId: 'none'}});
    await expectAccessibleInBothSchemes(thread);
  });

  it('is in order: not to be loaded', async () => {
    desk.faults.set({path: ticket}, faultKinds.html);
    await expectAccessibleInBothSchemes(await ThreadHarness.mount(desk, 'evening-slowdown'));
  });

  it('is in order: out of date', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    desk.faults.set({path: ticket}, faultKinds.html);
    await thread.element.refresh();
    await thread.waitUntil(() => thread.text.includes(en['error.stale']));
    await expectAccessibleInBothSchemes(thread);
  });

  it('is in order: earlier replies on their way, and not to be loaded', async () => {
    const thread = await ThreadHarness.mount(desk, 'line-drops');
    const held = faultKinds.hold();
    desk.faults.set({path: '/customer/tickets/*/replies'}, held.fault);
    desk.faults.set({path: '/customer/tickets/*/replies'}, faultKinds.html);
    await thread.pressButton(en['thread.earlier']);
    await held.arrived;
    await expectAccessibleInBothSchemes(thread);
    held.release();
    await thread.waitUntil(() => thread.text.includes(en['thread.earlierFailed']));
    await expectAccessibleInBothSchemes(thread);
  });

  it('is in order: a reply without words', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await thread.pressSend();
    await expectAccessibleInBothSchemes(thread);
  });

  it('is in order: replies on their way, and not sent', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    const held = faultKinds.hold();
    desk.faults.set(posted, held.fault);
    desk.faults.set(posted, faultKinds.answer(503, {retryAfter: 600}));
    await thread.sendReply('First.');
    await thread.sendReply('Second.');
    await held.arrived;
    await expectAccessibleInBothSchemes(thread);
    held.release();
    await thread.waitUntil(() => thread.hasButton(en['pending.retry']));
    await expectAccessibleInBothSchemes(thread);
  });

  it('is in order: nobody signed in, and a refused account', async () => {
    await expectAccessibleInBothSchemes(await ThreadHarness.mount(desk, 'evening-slowdown', {username: null}));
    await expectAccessibleInBothSchemes(await ThreadHarness.mount(desk, 'evening-slowdown', {username: 'tomas.reyes'}));
  });

  it('is in order: a session that ended over an open thread', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    desk.faults.set({times: Infinity}, faultKinds.answer(401));
    await thread.element.refresh();
    await thread.waitUntil(() => thread.text.includes(en['error.unauthenticated']));
    await expectAccessibleInBothSchemes(thread);
  });
});
