import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import type {Harness} from '../../support/harness.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {ScreenReaderLog} from '../../support/screen-reader-log.js';
import {SupportHarness} from '../../support/support-harness.js';

/** Without the status and the times of a row, which `support-ticket-rows.test.ts` checks. */
const withoutDescription = (announcements: readonly string[]): string[] =>
  announcements.map(text => text.replace(/(”), .*/, '$1'));

const waiting = en['unsent.savedInPage'].replace('{reason}', en['error.unavailable']);

describe('screen reader announcements', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const open = async () => {
    const support = await SupportHarness.mount(desk);
    return {support, log: new ScreenReaderLog(support.element.parentElement!)};
  };

  /** As a keyboard user does: the button has the focus. */
  async function press(harness: Harness, name: string): Promise<void> {
    harness.button(name).focus();
    await harness.pressButton(name);
  }

  const failOnce = (): unknown => desk.faults.set({method: 'POST'}, faultKinds.answer(503, {retryAfter: 600}));

  it('for a new ticket cover focus, missing fields, failure and delivery', async () => {
    const {support, log} = await open();
    const announcements: Record<string, string[]> = {};

    await press(support.list, en['list.new']);
    await support.waitUntilShown('form');
    await waitForNetworkIdle(desk);
    announcements['opening the form'] = log.readAnnouncements();

    const {form} = support;
    await press(form, en['form.create']);
    await form.waitUntil(() => form.isInvalid(form.subjectInput));
    announcements['sending it empty'] = log.readAnnouncements();

    await form.fill({subject: 'The cable is cut', description: 'By a digger.', priority: en['priority.high']});
    announcements['writing'] = log.readAnnouncements();

    failOnce();
    await press(form, en['form.create']);
    await form.waitUntil(() => form.hasButton(en['error.backToList']));
    await waitForNetworkIdle(desk);
    announcements['sending it while the server fails'] = log.readAnnouncements();

    await press(form, en['error.backToList']);
    await support.waitUntilShown('list');
    announcements['going back'] = log.readAnnouncements();

    await press(support.list, en['unsent.retry']);
    await support.waitUntil(() => support.list.subjects.includes('The cable is cut'));
    await waitForNetworkIdle(desk);
    announcements['sending it again'] = log.readAnnouncements().map(text => text.replace(/TKT-\S+/, '‹number›'));

    expect(announcements).to.eql({
      'opening the form': ['→ button, “New ticket”', '→ heading, “New ticket”'],
      'sending it empty': [
        '→ button, “Create ticket”',
        `→ textbox, “Subject”, invalid, ${en['form.subject.required']} ${en['form.subject.hint']}`,
        en['form.required'],
      ],
      writing: [
        `→ textbox, “Description”, invalid, ${en['form.description.required']} ${en['guidance.heading']} ${en['guidance.general'].replace(/\n/g, ' ')}`,
      ],
      'sending it while the server fails': ['→ button, “Create ticket”', `→ heading, “${en['form.unsent']}”`, waiting],
      'going back': ['→ button, “Back to your tickets”', '→ heading, “Support tickets”'],
      'sending it again': [
        '→ button, “Try again”',
        '→ heading, “Support tickets”',
        en['form.created'].replace('{number}', '‹number›'),
      ],
    });
  });

  it('for a reply cover focus, empty text, failure and delivery', async () => {
    const {support, log} = await open();
    const announcements: Record<string, string[]> = {};

    support.list.ticketControl('Slow speeds in the evening').focus();
    await support.openTicket('Slow speeds in the evening');
    await waitForNetworkIdle(desk);
    announcements['opening the ticket'] = withoutDescription(log.readAnnouncements());

    await press(support.thread, en['composer.send']);
    announcements['sending nothing'] = log.readAnnouncements();

    failOnce();
    await support.thread.typeReply('It came again.');
    await press(support.thread, en['composer.send']);
    await support.waitUntil(() => support.thread.hasButton(en['unsent.retry']));
    await waitForNetworkIdle(desk);
    announcements['sending it while the server fails'] = log.readAnnouncements();

    await press(support.thread, en['unsent.retry']);
    await support.waitUntil(() => !support.thread.hasButton(en['unsent.retry']));
    await waitForNetworkIdle(desk);
    announcements['sending it again'] = log.readAnnouncements();

    await press(support, en['thread.back']);
    await support.waitUntilShown('list');
    announcements['going back'] = withoutDescription(log.readAnnouncements());

    expect(announcements).to.eql({
      'opening the ticket': ['→ button, “Slow speeds in the evening”', '→ heading, “Slow speeds in the evening”'],
      'sending nothing': ['→ button, “Send”', '→ textbox, “Your reply”', en['composer.empty']],
      'sending it while the server fails': ['→ button, “Send”', '→ textbox, “Your reply”', waiting],
      'sending it again': ['→ button, “Try again”', '→ textbox, “Your reply”', en['composer.sent']],
      'going back': ['→ button, “All tickets”', '→ button, “Slow speeds in the evening”'],
    });
  });

  it('include an operator’s reply once while the ticket is open', async () => {
    const {support, log} = await open();
    await support.openTicket('Slow speeds in the evening');
    await waitForNetworkIdle(desk);
    log.readAnnouncements();
    await desk.staff.reply(seededTicketId('evening-slowdown'), 'It is done.');
    await support.thread.element.refresh();
    await support.thread.element.refresh();
    await waitForNetworkIdle(desk);
    expect(log.readAnnouncements()).to.eql(['New reply from Anna (Support).']);
  });
});
