import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';
import {SupportHarness, type SupportOptions} from '../../support/support-harness.js';
import {setViewport} from '../../support/viewport.js';

describe('<isp-support> passes axe in light and dark', function () {
  let desk: BrowserDesk;

  before(async () => {
    await setViewport({width: 1280, height: 3000});
  });

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function check(options: SupportOptions, prepare: (support: SupportHarness) => unknown = () => undefined) {
    const support = await SupportHarness.mount(desk, options);
    await prepare(support);
    await expectAccessibleInBothSchemes(support);
  }

  for (const width of ['narrow', 'wide'] as const) {
    it(`${width}: when the list is open`, () => check({width}, support => support.waitUntilShown('list')));

    it(`${width}: when a ticket is open`, () =>
      check({width}, support => support.openSeededTicket('evening-slowdown')));

    it(`${width}: when the form is open and a ticket was created`, () =>
      check({width}, async support => {
        await support.openNewTicketForm();
        await expectAccessibleInBothSchemes(support);
        await support.form.fill({subject: 'Slow', description: 'Since Monday.'});
        await support.form.pressCreate();
        await support.form.waitUntilCreated();
      }));

    it(`${width}: when the ticket does not exist`, () =>
      check({width, properties: {ticketId: 'none'}}, support =>
        support.waitUntil(() => support.thread.text.includes(en['error.not_found'])),
      ));

    it(`${width}: when the session has ended over an open ticket`, () =>
      check({width}, async support => {
        await support.openSeededTicket('charged-twice');
        desk.faults.set({times: Infinity}, faultKinds.answer(401));
        await support.element.refresh();
        await support.waitUntil(() => support.text.includes(en['error.unauthenticated']));
      }));
  }

  it('in the app layout', () =>
    check({properties: {layout: 'app', ticketId: seededTicketId('evening-slowdown')}}, support =>
      support.waitUntilShown('ticket'),
    ));

  it('while it loads', async () => {
    const held = faultKinds.hold();
    desk.faults.set({times: Infinity}, held.fault);
    await check(
      {waitForReady: false, properties: {ticketId: seededTicketId('evening-slowdown')}, width: 'wide'},
      () => held.arrived,
    );
    held.release();
  });

  it('when nothing could be loaded', () => {
    desk.faults.set({times: Infinity}, faultKinds.html);
    return check({}, support => support.waitUntil(() => support.list.text.includes(en['list.failed'])));
  });

  it('when there are no tickets', () => {
    desk = createBrowserDesk({seed: 'empty'});
    return check({}, support => support.waitUntil(() => support.list.text.includes(en['list.empty'])));
  });

  for (const username of [null, 'tomas.reyes', 'old.account']) {
    it(`when the account is refused: ${username ?? 'no customer'}`, () => check({username}));
  }
});
