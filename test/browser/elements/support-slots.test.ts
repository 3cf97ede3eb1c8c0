import {expect} from '@open-wc/testing';

import '../../../src/define/isp-support.js';
import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {SupportHarness, type SupportOptions} from '../../support/support-harness.js';

/** The operator's own words, as they stand in the page's markup. */
function words(slot: string): HTMLElement {
  const element = document.createElement('p');
  element.slot = slot;
  element.textContent = `Words for ${slot}`;
  return element;
}

describe('<isp-support>, the operator’s own words', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  async function openWith(slot: string, options?: SupportOptions): Promise<[SupportHarness, HTMLElement]> {
    const support = await SupportHarness.mount(desk, options);
    const element = words(slot);
    support.element.append(element);
    support.element.requestUpdate();
    await support.element.updateComplete;
    return [support, element];
  }

  it('stand above the list', async () => {
    const [support, header] = await openWith('header');
    await support.waitUntilShown('list');
    const {bottom, height} = header.getBoundingClientRect();
    expect(height).to.be.above(0);
    expect(bottom).to.be.at.most(support.list.rows[0]!.getBoundingClientRect().top);
  });

  it('stand above the fields of the form, and nowhere else', async () => {
    const [support, intro] = await openWith('form-intro');
    expect(intro.checkVisibility()).to.be.false;
    await support.openNewTicketForm();
    expect(intro.checkVisibility()).to.be.true;
    expect(intro.getBoundingClientRect().bottom).to.be.at.most(support.form.subjectInput.getBoundingClientRect().top);
  });

  it('stand in place of ours for a customer without tickets', async () => {
    desk = createBrowserDesk({seed: 'empty'});
    const [support, empty] = await openWith('empty');
    await support.waitUntil(() => empty.checkVisibility());
    expect(support.list.element.innerText).not.to.include(en['list.empty']);
  });

  it('leave ours in place for a customer without tickets where there are none', async () => {
    desk = createBrowserDesk({seed: 'empty'});
    const support = await SupportHarness.mount(desk);
    await support.waitUntil(() => support.list.text.includes(en['list.empty']));
  });

  it('stand below a list that could not be loaded, and not beside one that was', async () => {
    const [loaded, hidden] = await openWith('fallback');
    await loaded.waitUntilShown('list');
    expect(hidden.checkVisibility()).to.be.false;
    desk = createBrowserDesk();
    desk.faults.set({path: '/customer/tickets', times: Infinity}, faultKinds.html);
    const [support, fallback] = await openWith('fallback');
    await support.waitUntil(() => support.list.text.includes(en['list.failed']));
    expect(fallback.checkVisibility()).to.be.true;
  });
});
