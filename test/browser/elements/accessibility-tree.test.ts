import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {matchesTree} from '../../support/accessibility-tree.js';
import {FormHarness} from '../../support/form-harness.js';
import {mount} from '../../support/mount.js';
import {settled} from '../../support/settled.js';
import {SupportHarness} from '../../support/support-harness.js';
import {ThreadHarness} from '../../support/thread-harness.js';

describe('assistive technology is given', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const thread = (slug: string): Promise<ThreadHarness> =>
    ThreadHarness.open(desk, slug, {with: {timeZone: 'Asia/Dubai'}});

  const views: Readonly<Record<string, () => Promise<unknown>>> = {
    'the list': () => mount('isp-ticket-list', desk),
    'a list with nothing in it': () => mount('isp-ticket-list', (desk = createBrowserDesk({seed: 'empty'}))),
    'a list that cannot be read': () => {
      desk.faults.set({method: 'GET', times: Infinity}, faultKinds.html);
      return mount('isp-ticket-list', desk);
    },
    'a ticket with unread replies': () => thread('wifi-bedroom'),
    'a ticket that takes no more replies': () => thread('duplicate'),
    'a ticket with a reply that was not sent': async () => {
      const opened = await thread('charged-twice');
      desk.faults.set({method: 'POST', times: Infinity}, faultKinds.answer(503, {retryAfter: 600}));
      await opened.reply('It came again.');
      await opened.until(() => opened.hasButton(en['pending.retry']));
    },
    'the form': () => mount('isp-new-ticket', desk),
    'the form with what is missing': async () => {
      const form = await FormHarness.open(desk);
      await form.create();
      await form.until(() => form.isInvalid(form.subject));
    },
    'the form once the ticket is open': async () => {
      const form = await FormHarness.open(desk);
      await form.fill({subject: 'Slow', description: 'Since Monday.'});
      await form.create();
      await form.untilCreated();
    },
    'the banner': () => mount('isp-reply-banner', desk),
    'the whole, a ticket beside the list': async () => {
      const support = await SupportHarness.open(desk, {width: 'wide'});
      await support.openSeeded('charged-twice');
    },
    'the whole, where nobody is signed in': async () => {
      const support = await SupportHarness.open(desk, {as: null});
      await support.until(() => support.wholeText.includes(String(en['error.signedOut'])));
    },
  };

  for (const [name, open] of Object.entries(views)) {
    it(name, async () => {
      await open();
      await settled(desk);
      await matchesTree(name);
    });
  }
});
