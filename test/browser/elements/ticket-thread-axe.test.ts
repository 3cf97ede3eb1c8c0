import '../../../src/define/isp-ticket-thread.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';
import {ThreadHarness} from '../../support/thread-harness.js';
import {setViewport} from '../../support/viewport.js';

const ticket = '/customer/tickets/*';
const posted = {method: 'POST', path: '/customer/tickets/*/replies'};

describe('<isp-ticket-thread> passes axe in light and dark', function () {
  let desk: BrowserDesk;

  before(async () => {
    // The whole thread is in view, without colour transitions.
    await setViewport({width: 900, height: 4000});
  });

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const seeded: Record<string, string> = {
    'without replies': 'red-los-light',
    'with unread replies': 'evening-slowdown',
    'when it is the customer’s turn': 'moving-house',
    'when the ticket is resolved': 'charged-twice',
    'when the ticket is closed to replies': 'duplicate',
    'with an automatic message and an unknown status': 'second-socket',
    'with typed markup': 'typed-markup',
    'with links and long words': 'long-words',
    'in Arabic': 'night-drops',
    'with many replies': 'line-drops',
    'when no ticket is chosen': '',
  };

  for (const [name, slug] of Object.entries(seeded)) {
    it(`${name}`, async () => {
      await expectAccessibleInBothSchemes(await ThreadHarness.mount(desk, slug));
    });
  }

  it('while it loads', async () => {
    const held = faultKinds.hold();
    desk.faults.set({path: ticket}, held.fault);
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown', {waitForReady: false});
    await held.arrived;
    await expectAccessibleInBothSchemes(thread);
  });

  it('when the ticket does not exist', async () => {
    const thread = await ThreadHarness.mount(desk, '', {properties: {ticketId: 'none'}});
    await expectAccessibleInBothSchemes(thread);
  });

  it('when the ticket could not be loaded', async () => {
    desk.faults.set({path: ticket}, faultKinds.html);
    await expectAccessibleInBothSchemes(await ThreadHarness.mount(desk, 'evening-slowdown'));
  });

  it('when the ticket may be out of date', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    desk.faults.set({path: ticket}, faultKinds.html);
    await thread.element.refresh();
    await thread.waitUntil(() => thread.text.includes(en['error.stale']));
    await expectAccessibleInBothSchemes(thread);
  });

  it('while earlier replies load and when they failed to load', async () => {
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

  it('when an empty reply was rejected', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    await thread.pressSend();
    await expectAccessibleInBothSchemes(thread);
  });

  it('while replies are being sent and when they are unsent', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    const held = faultKinds.hold();
    desk.faults.set(posted, held.fault);
    desk.faults.set(posted, faultKinds.answer(503, {retryAfter: 600}));
    await thread.sendReply('First.');
    await thread.sendReply('Second.');
    await held.arrived;
    await expectAccessibleInBothSchemes(thread);
    held.release();
    await thread.waitUntil(() => thread.hasButton(en['unsent.retry']));
    await expectAccessibleInBothSchemes(thread);
  });

  it('when no customer is signed in and when the account is refused', async () => {
    await expectAccessibleInBothSchemes(await ThreadHarness.mount(desk, 'evening-slowdown', {username: null}));
    await expectAccessibleInBothSchemes(await ThreadHarness.mount(desk, 'evening-slowdown', {username: 'tomas.reyes'}));
  });

  it('when the session has ended over an open ticket', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    desk.faults.set({times: Infinity}, faultKinds.answer(401));
    await thread.element.refresh();
    await thread.waitUntil(() => thread.text.includes(en['error.unauthenticated']));
    await expectAccessibleInBothSchemes(thread);
  });
});
