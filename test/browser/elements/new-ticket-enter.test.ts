import {expect} from '@open-wc/testing';

import '../../../src/define/isp-new-ticket.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {TicketSubmitEvent} from '../../../src/contract/ticket-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {FormHarness} from '../../support/form-harness.js';
import {pressKeys} from '../../support/keyboard.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {accessibleNameOf} from '../../support/role-queries.js';

const focusedField = ({focusedElement}: FormHarness): string => accessibleNameOf(focusedElement as HTMLElement);

describe('<isp-new-ticket> Enter in a field', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  for (const [what, subject] of Object.entries({'is empty': '', 'is filled in': 'Slow in the evening'})) {
    it(`moves from the subject to the category without an error when the subject ${what}`, async () => {
      const form = await FormHarness.mount(desk);
      await form.fill({subject});
      form.subjectInput.focus();
      await pressKeys('Enter');
      expect(focusedField(form)).to.equal(en['form.category']);
      expect(form.errorSummary).to.equal('');
      expect(form.isInvalid(form.descriptionInput)).to.be.false;
    });
  }

  it('moves from a priority to the description', async () => {
    const form = await FormHarness.mount(desk);
    for (const radio of form.priorityRadios) {
      radio.click();
      radio.focus();
      await pressKeys('Enter');
      expect(focusedField(form)).to.equal(en['form.description']);
    }
    expect(form.errorSummary).to.equal('');
  });

  it('moves from the subject to the description if there is nothing to choose', async () => {
    const form = await FormHarness.mount(desk);
    form.categorySelect.closest('.field')!.remove();
    form.priorityGroup.remove();
    form.subjectInput.focus();
    await pressKeys('Enter');
    expect(focusedField(form)).to.equal(en['form.description']);
  });

  it('does not send a complete form', async () => {
    const form = await FormHarness.mount(desk);
    let submits = 0;
    form.element.addEventListener(TicketSubmitEvent.type, () => submits++);
    await form.fill({subject: 'Slow', description: 'Since Monday.'});
    form.subjectInput.focus();
    await pressKeys('Enter');
    expect(submits).to.equal(0);
    expect(form.values.subject).to.equal('Slow');
  });

  it('inserts a line break in the description', async () => {
    const form = await FormHarness.mount(desk);
    form.descriptionInput.focus();
    await pressKeys('Enter');
    expect(form.descriptionInput.value).to.equal('\n');
  });

  it('creates the ticket on the Create button', async () => {
    const form = await FormHarness.mount(desk);
    await form.fill({subject: 'Slow', description: 'Since Monday.'});
    // With the configuration comes a link below the description.
    await waitForNetworkIdle(desk);
    form.descriptionInput.focus();
    await pressKeys('Tab', 'Tab', 'Enter');
    await form.waitUntilCreated();
  });

  for (const [engine, init] of Object.entries({
    'Chromium and Firefox': {isComposing: true, keyCode: 229},
    'Safari, after compositionend': {isComposing: false, keyCode: 229},
  })) {
    it(`stays in the subject when it ends an IME composition, as in ${engine}`, async () => {
      const form = await FormHarness.mount(desk);
      form.subjectInput.focus();
      const press = new KeyboardEvent('keydown', {
        key: 'Enter',
        bubbles: true,
        composed: true,
        cancelable: true,
        ...init,
      });
      form.subjectInput.dispatchEvent(press);
      expect(focusedField(form)).to.equal(en['form.subject']);
      expect(press.defaultPrevented).to.be.false;
    });
  }
});
