import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {SupportHarness, type SupportOptions} from '../../support/support-harness.js';

/** Slotted content, as it is in the page’s markup. */
function slottedText(slot: string): HTMLElement {
  const element = document.createElement('p');
  element.slot = slot;
  element.textContent = `Text for ${slot}`;
  return element;
}

describe('<isp-support> slots', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function openWith(slot: string, options?: SupportOptions): Promise<[SupportHarness, HTMLElement]> {
    const support = await SupportHarness.mount(desk, options);
    const element = slottedText(slot);
    support.element.append(element);
    support.element.requestUpdate();
    await support.element.updateComplete;
    return [support, element];
  }

  it('header is shown above the list', async () => {
    const [support, header] = await openWith('header');
    await support.waitUntilShown('list');
    const {bottom, height} = header.getBoundingClientRect();
    expect(height).to.be.above(0);
    expect(bottom).to.be.at.most(support.list.rows[0]!.getBoundingClientRect().top);
  });

  it('form-intro is shown above the form’s fields and nowhere else', async () => {
    const [support, intro] = await openWith('form-intro');
    expect(intro.checkVisibility()).to.be.false;
    await support.openNewTicketForm();
    expect(intro.checkVisibility()).to.be.true;
    expect(intro.getBoundingClientRect().bottom).to.be.at.most(support.form.subjectInput.getBoundingClientRect().top);
  });

  it('empty replaces the built-in text when the customer has no tickets', async () => {
    desk = createBrowserDesk({seed: 'empty'});
    const [support, empty] = await openWith('empty');
    await support.waitUntil(() => empty.checkVisibility());
    expect(support.list.element.innerText).not.to.include(en['list.empty']);
  });

  it('empty falls back to the built-in text when nothing is slotted', async () => {
    desk = createBrowserDesk({seed: 'empty'});
    const support = await SupportHarness.mount(desk);
    await support.waitUntil(() => support.list.text.includes(en['list.empty']));
  });

  it('fallback is shown when the list could not be loaded, and only then', async () => {
    const [loaded, hidden] = await openWith('fallback');
    await loaded.waitUntilShown('list');
    expect(hidden.checkVisibility()).to.be.false;
    desk = createBrowserDesk();
    desk.faults.set({path: '/customer/tickets', times: Infinity}, faultKinds.html);
    const [support, fallback] = await openWith('fallback');
    await support.waitUntil(() => support.list.text.includes(en['list.failed']));
    expect(fallback.checkVisibility()).to.be.true;
  });

  for (const width of ['narrow', 'wide'] as const) {
    it(`fallback is shown in the ${width} layout when the open ticket could not be loaded`, async () => {
      desk.faults.set({path: '/customer/tickets/*', times: Infinity}, faultKinds.answer(500));
      const [support, fallback] = await openWith('fallback', {width});
      support.element.showTicket('any');
      await support.waitUntil(() => support.visibleViews.includes('ticket'));
      await support.thread.waitUntil(() => support.thread.text.includes(en['thread.failed']));
      expect(fallback.checkVisibility()).to.be.true;
      support.element.showList();
      await support.waitUntil(() => !fallback.checkVisibility());
    });
  }
});
