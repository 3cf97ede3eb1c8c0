import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import type {Harness} from '../../support/harness.js';
import {settled} from '../../support/settled.js';
import {Speech} from '../../support/speech.js';
import {SupportHarness} from '../../support/support-harness.js';

describe('a screen reader', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const open = async () => {
    const support = await SupportHarness.open(desk);
    return {support, speech: new Speech(support.element.parentElement!)};
  };

  /** As a keyboard does: what is pressed has the focus. */
  async function press(harness: Harness, name: string): Promise<void> {
    harness.button(name).focus();
    await harness.press(name);
  }

  const failOnce = (): unknown => desk.faults.set({method: 'POST'}, faultKinds.answer(503, {retryAfter: 600}));

  it('says where a customer is, what is missing, what has failed, and that it has arrived: a new ticket', async () => {
    const {support, speech} = await open();
    const said: Record<string, string[]> = {};

    await press(support.list, en['list.new']);
    await support.untilShown('form');
    await settled(desk);
    said['opening the form'] = speech.take();

    const {form} = support;
    await press(form, en['form.create']);
    await form.until(() => form.isInvalid(form.subject));
    said['sending it empty'] = speech.take();

    await form.fill({subject: 'The cable is cut', description: 'By a digger.', priority: en['priority.high']});
    said['writing'] = speech.take();

    failOnce();
    await press(form, en['form.create']);
    await form.until(() => form.hasButton(en['error.backToList']));
    await settled(desk);
    said['sending it where the server fails'] = speech.take();

    await press(form, en['error.backToList']);
    await support.untilShown('list');
    said['going back'] = speech.take();

    await press(support.list, en['pending.retry']);
    await support.until(() => support.list.subjects.includes('The cable is cut'));
    await settled(desk);
    said['sending it again'] = speech.take().map(words => words.replace(/TKT-\S+/, '‹number›'));

    expect(said).to.eql({
      'opening the form': ['→ button, “New ticket”', '→ heading, “New ticket”'],
      'sending it empty': [
        '→ button, “Create ticket”',
        '→ textbox, “Subject”, invalid, Say in a few words what it is about. In a few words, such as “Slow speeds in the evening”',
        'Subject and description are required',
      ],
      writing: [
        '→ textbox, “Description”, invalid, Describe what happens. What helps us help you What you want to do What happens instead What you have tried so far',
        'High is for outages only: nothing works at all.',
      ],
      'sending it where the server fails': [
        '→ button, “Create ticket”',
        '→ heading, “Your ticket is not with support yet”',
        'Kept while this page is open; it is sent as soon as possible. Support’s server has a problem right now. This is not your line.',
      ],
      'going back': ['→ button, “Back to your tickets”', '→ heading, “Support tickets”'],
      'sending it again': [
        '→ button, “Try again”',
        'Sending…',
        '→ heading, “Support tickets”',
        'Ticket ‹number› is open',
      ],
    });
  });

  it('says where a customer is, what is missing, what has failed, and that it has arrived: a reply', async () => {
    const {support, speech} = await open();
    const said: Record<string, string[]> = {};

    support.list.opener('Slow speeds in the evening').focus();
    await support.open('Slow speeds in the evening');
    await settled(desk);
    said['opening the ticket'] = speech.take();

    await press(support.thread, en['composer.send']);
    said['sending nothing'] = speech.take();

    failOnce();
    await support.thread.write('It came again.');
    await press(support.thread, en['composer.send']);
    await support.until(() => support.thread.hasButton(en['pending.retry']));
    await settled(desk);
    said['sending it where the server fails'] = speech.take();

    await press(support.thread, en['pending.retry']);
    await support.until(() => !support.thread.hasButton(en['pending.retry']));
    await settled(desk);
    said['sending it again'] = speech.take();

    await press(support, en['thread.back']);
    await support.untilShown('list');
    said['going back'] = speech.take();

    expect(said).to.eql({
      'opening the ticket': ['→ button, “Slow speeds in the evening”', '→ heading, “Slow speeds in the evening”'],
      'sending nothing': ['→ button, “Send”', '→ textbox, “Your reply”', 'Write something first.'],
      'sending it where the server fails': [
        '→ button, “Send”',
        '→ textbox, “Your reply”',
        'Sending…',
        'Kept while this page is open; it is sent as soon as possible. Support’s server has a problem right now. This is not your line.',
      ],
      'sending it again': ['→ button, “Try again”', '→ textbox, “Your reply”', 'Sending…', 'Your reply was sent.'],
      'going back': ['→ button, “All tickets”', '→ button, “Slow speeds in the evening”'],
    });
  });

  it('says that support has replied, once, to who reads the ticket', async () => {
    const {support, speech} = await open();
    await support.open('Slow speeds in the evening');
    await settled(desk);
    speech.take();
    await desk.staff.reply(seededTicketId('evening-slowdown'), 'It is done.');
    await support.thread.element.refresh();
    await support.thread.element.refresh();
    await settled(desk);
    expect(speech.take()).to.eql(['New reply from Anna (Support).']);
  });
});
