import {expect} from '@open-wc/testing';
import {getRole} from 'dom-accessibility-api';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {requestsTo, ticketAtDesk, ticketsAtDesk} from '../../support/desk-reading.js';
import {press, typeKeys} from '../../support/keyboard.js';
import {nameOf} from '../../support/roles.js';
import {SupportHarness} from '../../support/support-harness.js';

/** Presses Tab until the focus is on what has this name. */
async function tabTo(support: SupportHarness, name: string, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  do {
    await press(key);
    const focused = support.focused!;
    passed.push(nameOf(focused));
    if (passed.length > 40) throw new Error(`no way to ${name} past ${passed.join(' | ')}`);
  } while (passed.at(-1) !== name);
}

describe('<isp-support>, with the keyboard alone', function () {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  it('leads from the list to a new ticket, to its thread, to a reply, and back', async () => {
    const support = await SupportHarness.open(desk);
    await tabTo(support, en['list.new']);
    await press('Enter');
    await support.untilShown('form');

    await tabTo(support, en['form.subject']);
    await typeKeys('Slow');
    await tabTo(support, en['form.category']);
    await typeKeys('Slow');
    await tabTo(support, en['priority.normal']);
    await press('ArrowRight');
    await tabTo(support, en['form.description']);
    await typeKeys('Since Monday.');
    await press('Enter');
    await typeKeys('Every evening.');
    await tabTo(support, en['form.create']);
    await press('Enter');
    await support.form.untilCreated();

    const [newest] = await ticketsAtDesk(desk);
    expect(await ticketAtDesk(desk, newest!.id)).to.include({
      ...{subject: 'Slow', category: 'slow_speed', priority: 'high', description: 'Since Monday.\nEvery evening.'},
    });

    await tabTo(support, en['form.open']);
    await press('Enter');
    await support.untilShown('ticket');
    await tabTo(support, en['composer.label']);
    await typeKeys('And now by day, too.');
    await tabTo(support, en['composer.send']);
    await press('Enter');
    await support.until(() => support.thread.last.words === 'And now by day, too.' && support.thread.last.state === '');

    await tabTo(support, en['thread.back'], 'Shift+Tab');
    await press('Enter');
    await support.untilShown('list');
    await support.until(() => nameOf(support.focused!) === 'Slow');
    await press('Enter');
    await support.until(() => support.views.includes('ticket') && support.thread.replies.length === 1);
  });

  it('is told what is missing, mends it where the focus stands, and goes on', async () => {
    const support = await SupportHarness.open(desk);
    await support.newTicket();
    await tabTo(support, en['form.subject']);
    await press('Enter');
    await support.until(() => support.form.isInvalid(support.form.subject));
    expect(nameOf(support.focused!)).to.equal(en['form.subject']);
    await typeKeys('Slow');
    await press('Enter');
    await support.until(() => nameOf(support.focused!) === en['form.description']);
    await typeKeys('Since Monday.');
    await tabTo(support, en['form.create']);
    await press('Enter');
    await support.form.untilCreated();
  });

  it('sends a reply that failed again, and discards another', async () => {
    const support = await SupportHarness.open(desk);
    await support.openSeeded('charged-twice');
    // Nothing is tried again by itself meanwhile.
    desk.faults.set({method: 'POST', times: Infinity}, faultKinds.answer(503, {retryAfter: 600}));
    await support.thread.reply('First.');
    await support.until(() => support.thread.hasButton(en['pending.retry']));
    await tabTo(support, en['pending.retry'], 'Shift+Tab');
    await press('Enter');
    await support.until(() => requestsTo(desk, 'POST', /replies/).filter(({status}) => status === 503).length === 2);
    await tabTo(support, en['pending.discard'], 'Shift+Tab');
    await press('Enter');
    await support.until(() => support.thread.replies.length === 2);
    expect(nameOf(support.focused!)).to.equal(en['composer.label']);
  });

  it('passes by nothing that cannot be used, and shows where it is', async () => {
    const support = await SupportHarness.open(desk, {width: 'wide'});
    await support.openSeeded('charged-twice');
    const roles = new Set<string | null>();
    for (let n = 0; n < 25 && support.focused !== support.thread.button(en['composer.send']); n++) {
      await press('Tab');
      const focused = support.focused!;
      roles.add(getRole(focused));
      const {outlineStyle, outlineWidth} = getComputedStyle(focused);
      const row = focused.closest('li');
      const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const rowRing =
        row !== null &&
        [getComputedStyle(row), getComputedStyle(focused, '::after')].some(
          style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        );
      expect(ring || rowRing, nameOf(focused)).to.be.true;
    }
    expect([...roles]).to.have.members(['button', 'textbox']);
  });
});
