import {expect} from '@open-wc/testing';
import {getRole} from 'dom-accessibility-api';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo, fetchTicket, fetchTickets} from '../../support/desk-api.js';
import {pressKeys, typeText} from '../../support/keyboard.js';
import {accessibleNameOf} from '../../support/role-queries.js';
import {engine} from '../../support/capabilities.js';
import {SupportHarness} from '../../support/support-harness.js';

/** Presses a key until the element with this accessible name has the focus. */
async function tabTo(support: SupportHarness, name: string, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  do {
    await pressKeys(key);
    const focused = support.focusedElement!;
    passed.push(accessibleNameOf(focused));
    if (passed.length > 40) throw new Error(`no way to ${name} past ${passed.join(' | ')}`);
  } while (passed.at(-1) !== name);
}

describe('<isp-support> by keyboard', function () {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('goes from the list to a new ticket, its thread, a reply and back', async () => {
    const support = await SupportHarness.mount(desk);
    await tabTo(support, en['list.new']);
    await pressKeys('Enter');
    await support.waitUntilShown('form');

    await tabTo(support, en['form.subject']);
    await typeText('Slow');
    await tabTo(support, en['form.category']);
    await typeText('Slow');
    await tabTo(support, en['priority.normal']);
    await pressKeys('ArrowRight');
    await tabTo(support, en['form.description']);
    await typeText('Since Monday.');
    await pressKeys('Enter');
    await typeText('Every evening.');
    await tabTo(support, en['form.create']);
    await pressKeys('Enter');
    await support.form.waitUntilCreated();

    const [newest] = await fetchTickets(desk);
    expect(await fetchTicket(desk, newest!.id)).to.include({
      ...{subject: 'Slow', category: 'slow_speed', priority: 'high', description: 'Since Monday.\nEvery evening.'},
    });

    await tabTo(support, en['form.open']);
    await pressKeys('Enter');
    await support.waitUntilShown('ticket');
    await tabTo(support, en['composer.label']);
    await typeText('And now by day, too.');
    await tabTo(support, en['composer.send']);
    await pressKeys('Enter');
    await support.waitUntil(
      () =>
        support.thread.lastMessage.text === 'And now by day, too.' && support.thread.lastMessage.deliveryState === '',
    );

    await tabTo(support, en['thread.back'], 'Shift+Tab');
    await pressKeys('Enter');
    await support.waitUntilShown('list');
    await support.waitUntil(() => accessibleNameOf(support.focusedElement!) === 'Slow');
    await pressKeys('Enter');
    await support.waitUntil(() => support.visibleViews.includes('ticket') && support.thread.replies.length === 1);
  });

  it('moves the focus to each invalid field, so that the form can be corrected and sent', async () => {
    const support = await SupportHarness.mount(desk);
    await support.openNewTicketForm();
    await tabTo(support, en['form.create']);
    await pressKeys('Enter');
    await support.waitUntil(() => support.form.isInvalid(support.form.subjectInput));
    expect(accessibleNameOf(support.focusedElement!)).to.equal(en['form.subject']);
    await typeText('Slow');
    await tabTo(support, en['form.create']);
    await pressKeys('Enter');
    await support.waitUntil(() => accessibleNameOf(support.focusedElement!) === en['form.description']);
    await typeText('Since Monday.');
    await tabTo(support, en['form.create']);
    await pressKeys('Enter');
    await support.form.waitUntilCreated();
  });

  it('retries an unsent reply and discards it', async () => {
    const support = await SupportHarness.mount(desk);
    await support.openSeededTicket('charged-twice');
    // No automatic retry before the test retries.
    desk.faults.set({method: 'POST', times: Infinity}, faultKinds.answer(503, {retryAfter: 600}));
    await support.thread.sendReply('First.');
    await support.waitUntil(() => support.thread.hasButton(en['unsent.retry']));
    await tabTo(support, en['unsent.retry'], 'Shift+Tab');
    await pressKeys('Enter');
    await support.waitUntil(
      () => requestsTo(desk, 'POST', /replies/).filter(({status}) => status === 503).length === 2,
    );
    await tabTo(support, en['unsent.discard'], 'Shift+Tab');
    await pressKeys('Enter');
    await support.waitUntil(() => accessibleNameOf(support.focusedElement!) === en['unsent.undo']);
    expect(support.thread.text).not.to.include('First.');
  });

  it('reaches only operable controls, each with a visible focus indicator', async () => {
    const support = await SupportHarness.mount(desk, {width: 'wide'});
    await support.openSeededTicket('charged-twice');
    const roles = new Set<string | null>();
    for (let n = 0; n < 25 && support.focusedElement !== support.thread.button(en['composer.send']); n++) {
      await pressKeys('Tab');
      const focused = support.focusedElement!;
      // In Firefox, a scroll container takes the focus, so that keys can scroll it.
      if (engine === 'firefox' && getComputedStyle(focused).overflowY === 'auto' && focused.matches('.list-pane'))
        continue;
      roles.add(getRole(focused));
      const {outlineStyle, outlineWidth} = getComputedStyle(focused);
      const row = focused.closest('li');
      const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const rowRing =
        row !== null &&
        [getComputedStyle(row), getComputedStyle(focused, '::after')].some(
          style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        );
      expect(ring || rowRing, accessibleNameOf(focused)).to.be.true;
    }
    expect([...roles]).to.have.members(['button', 'searchbox', 'textbox']);
  });
});
