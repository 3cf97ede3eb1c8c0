import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {expectTreeToMatchSnapshot} from '../../support/accessibility-tree.js';
import {FormHarness} from '../../support/form-harness.js';
import {mount} from '../../support/mount.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {SupportHarness} from '../../support/support-harness.js';
import {ThreadHarness} from '../../support/thread-harness.js';

describe('accessibility tree', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const thread = (slug: string): Promise<ThreadHarness> =>
    ThreadHarness.mount(desk, slug, {properties: {timeZone: 'Asia/Dubai'}});

  const views: Readonly<Record<string, () => Promise<unknown>>> = {
    list: () => mount('isp-ticket-list', desk),
    'list without tickets': () => mount('isp-ticket-list', (desk = createBrowserDesk({seed: 'empty'}))),
    'list that failed to load': () => {
      desk.faults.set({method: 'GET', times: Infinity}, faultKinds.html);
      return mount('isp-ticket-list', desk);
    },
    'ticket with unread replies': () => thread('wifi-bedroom'),
    'ticket closed to replies': () => thread('duplicate'),
    'ticket with an unsent reply': async () => {
      const opened = await thread('charged-twice');
      desk.faults.set({method: 'POST', times: Infinity}, faultKinds.answer(503, {retryAfter: 600}));
      await opened.sendReply('It came again.');
      await opened.waitUntil(() => opened.hasButton(en['unsent.retry']));
    },
    form: () => mount('isp-new-ticket', desk),
    'form with missing fields': async () => {
      const form = await FormHarness.mount(desk);
      await form.pressCreate();
      await form.waitUntil(() => form.isInvalid(form.subjectInput));
    },
    'form after the ticket was created': async () => {
      const form = await FormHarness.mount(desk);
      await form.fill({subject: 'Slow', description: 'Since Monday.'});
      await form.pressCreate();
      await form.waitUntilCreated();
    },
    banner: () => mount('isp-reply-banner', desk),
    '<isp-support> with list and ticket': async () => {
      const support = await SupportHarness.mount(desk, {width: 'wide'});
      await support.openSeededTicket('charged-twice');
    },
    '<isp-support> when no customer is signed in': async () => {
      const support = await SupportHarness.mount(desk, {username: null});
      await support.waitUntil(() => support.allText.includes(String(en['error.signedOut'])));
    },
  };

  for (const [name, open] of Object.entries(views)) {
    it(name, async () => {
      await open();
      await waitForNetworkIdle(desk);
      await expectTreeToMatchSnapshot(name);
    });
  }
});
