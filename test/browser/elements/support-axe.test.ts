import {emulateMedia, setViewport} from '@web/test-runner-commands';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {isAccessibleInBothSchemes} from '../../support/schemes.js';
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
    const support = await SupportHarness.open(desk, options);
    await go(support);
    await isAccessibleInBothSchemes(support);
  }

  for (const width of ['narrow', 'wide'] as const) {
    it(`is in order, ${width}: the list`, () => look({width}, support => support.untilShown('list')));

    it(`is in order, ${width}: a ticket`, () => look({width}, support => support.openSeeded('evening-slowdown')));

    it(`is in order, ${width}: the form, and a ticket just opened`, () =>
      look({width}, async support => {
        await support.newTicket();
        await isAccessibleInBothSchemes(support);
        await support.form.fill({subject: 'Slow', description: 'Since Monday.'});
        await support.form.create();
        await support.form.untilCreated();
      }));

    it(`is in order, ${width}: no such ticket`, () =>
      look({width, with: {ticketId: 'none'}}, support =>
        support.until(() => support.thread.text.includes(en['error.not_found'])),
      ));

    it(`is in order, ${width}: a session that ended over an open ticket`, () =>
      look({width}, async support => {
        await support.openSeeded('charged-twice');
        desk.faults.set({times: Infinity}, faultKinds.answer(401));
        await support.element.refresh();
        await support.until(() => support.text.includes(en['error.unauthenticated']));
      }));
  }

  it('is in order: the screen of an app', () =>
    look({with: {layout: 'app', ticketId: seededTicketId('evening-slowdown')}}, support =>
      support.untilShown('ticket'),
    ));

  it('is in order: loading', async () => {
    const held = faultKinds.hold();
    desk.faults.set({times: Infinity}, held.fault);
    await look(
      {untilReady: false, with: {ticketId: seededTicketId('evening-slowdown')}, width: 'wide'},
      () => held.arrived,
    );
    held.release();
  });

  it('is in order: nothing could be loaded', () => {
    desk.faults.set({times: Infinity}, faultKinds.html);
    return look({}, support => support.until(() => support.list.text.includes(en['list.failed'])));
  });

  it('is in order: no tickets yet', () => {
    desk = createBrowserDesk({seed: 'empty'});
    return look({}, support => support.until(() => support.list.text.includes(en['list.empty'])));
  });

  for (const as of [null, 'tomas.reyes', 'old.account']) {
    it(`is in order: a refused account, ${as ?? 'nobody'}`, () => look({as}));
  }
});
