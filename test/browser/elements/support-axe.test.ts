import {emulateMedia, setViewport} from '@web/test-runner-commands';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {expectAccessibleInBothSchemes} from '../../support/color-schemes.js';
import {SupportHarness, type SupportOptions} from '../../support/support-harness.js';

describe('<isp-support>, to axe', function () {
  let desk: BrowserDesk;

  before(async () => {
    await setViewport({width: 1280, height: 3000});
    await emulateMedia({reducedMotion: 'reduce'});
  });

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function look(options: SupportOptions, go: (support: SupportHarness) => unknown = () => undefined) {
    const support = await SupportHarness.mount(desk, options);
    await go(support);
    await expectAccessibleInBothSchemes(support);
  }

  for (const width of ['narrow', 'wide'] as const) {
    it(`is in order, ${width}: the list`, () => look({width}, support => support.waitUntilShown('list')));

    it(`is in order, ${width}: a ticket`, () => look({width}, support => support.openSeededTicket('evening-slowdown')));

    it(`is in order, ${width}: the form, and a ticket just opened`, () =>
      look({width}, async support => {
        await support.openNewTicketForm();
        await expectAccessibleInBothSchemes(support);
        await support.form.fill({subject: 'Slow', description: 'Since Monday.'});
        await support.form.pressCreate();
        await support.form.waitUntilCreated();
      }));

    it(`is in order, ${width}: no such ticket`, () =>
      look({width, properties: {ticketId: 'none'}}, support =>
        support.waitUntil(() => support.thread.text.includes(en['error.not_found'])),
      ));

    it(`is in order, ${width}: a session that ended over an open ticket`, () =>
      look({width}, async support => {
        await support.openSeededTicket('charged-twice');
        desk.faults.set({times: Infinity}, faultKinds.answer(401));
        await support.element.refresh();
        await support.waitUntil(() => support.text.includes(en['error.unauthenticated']));
      }));
  }

  it('is in order: the screen of an app', () =>
    look({properties: {layout: 'app', ticketId: seededTicketId('evening-slowdown')}}, support =>
      support.waitUntilShown('ticket'),
    ));

  it('is in order: loading', async () => {
    const held = faultKinds.hold();
    desk.faults.set({times: Infinity}, held.fault);
    await look(
      {waitForReady: false, properties: {ticketId: seededTicketId('evening-slowdown')}, width: 'wide'},
      () => held.arrived,
    );
    held.release();
  });

  it('is in order: nothing could be loaded', () => {
    desk.faults.set({times: Infinity}, faultKinds.html);
    return look({}, support => support.waitUntil(() => support.list.text.includes(en['list.failed'])));
  });

  it('is in order: no tickets yet', () => {
    desk = createBrowserDesk({seed: 'empty'});
    return look({}, support => support.waitUntil(() => support.list.text.includes(en['list.empty'])));
  });

  for (const username of [null, 'tomas.reyes', 'old.account']) {
    it(`is in order: a refused account, ${username ?? 'nobody'}`, () => look({username}));
  }
});
