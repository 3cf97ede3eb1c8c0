import {expect, fixture, html} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, type BrowserDesk} from '../../../demo/desk/browser.js';
import {NewTicketElement} from '../../../src/elements/new-ticket/new-ticket.js';
import {ReplyBannerElement} from '../../../src/elements/reply-banner/reply-banner.js';
import {SupportElement} from '../../../src/elements/support/support.js';
import {TicketListElement} from '../../../src/elements/ticket-list/ticket-list.js';
import {TicketThreadElement} from '../../../src/elements/ticket-thread/ticket-thread.js';
import {en} from '../../../src/i18n/locales/en.js';
import {elementTags} from '../../support/element-tags.js';
import {ListHarness} from '../../support/list-harness.js';
import {mount} from '../../support/mount.js';

describe('token', () => {
  let desk: BrowserDesk;
  let token: string;
  let box: HTMLElement;

  beforeEach(async () => {
    desk = createBrowserDesk();
    token = await desk.tokenFor();
    box = await fixture<HTMLElement>(html`<main></main>`);
  });

  for (const tag of elementTags) {
    it(`of <${tag}> is read from the attribute, which is removed at once`, async () => {
      const element = document.createElement(tag);
      element.setAttribute('token', token);
      expect(element.hasAttribute('token')).to.be.false;
      element.fetch = desk.fetch;
      element.setAttribute('api-base', '/api');
      element.setAttribute('ticket-id', 'none');
      box.append(element);
      await element.updateComplete;
      expect(element.shadowRoot?.textContent).not.to.contain(en['error.signedOut']);
    });

    it(`of <${tag}> is write-only`, async () => {
      const element = await mount(tag, desk, {properties: {ticketId: 'none'}});
      expect(element.token).to.be.undefined;
      element.token = await desk.tokenFor();
      expect(element.token).to.be.undefined;
    });
  }

  it('works as an attribute in the page’s markup', async () => {
    box.innerHTML = `<isp-ticket-list api-base="/api" token="${token}"></isp-ticket-list>`;
    const list = new ListHarness(box.querySelector('isp-ticket-list')!);
    list.element.fetch = desk.fetch;
    await list.waitUntil(() => list.rows.length > 0);
    expect(box.innerHTML).not.to.contain('token');
  });

  it('is updated by each new attribute', async () => {
    const list = await ListHarness.mount(desk);
    list.element.setAttribute('token', await desk.tokenFor('harbour.view'));
    await list.waitUntil(() => list.subjects.includes('Invoice with one line per flat'));
    expect(list.element.hasAttribute('token')).to.be.false;
  });

  it('is kept when a framework removes the absent attribute', async () => {
    const list = await ListHarness.mount(desk);
    list.element.removeAttribute('token');
    await list.element.updateComplete;
    expect(list.subjects).to.have.length(14);
  });

  for (const nothing of ['', null, undefined]) {
    it(`signs the customer out when it is set to ${JSON.stringify(nothing)}`, async () => {
      const list = await ListHarness.mount(desk);
      list.element.token = nothing;
      await list.element.updateComplete;
      expect(list.rows).to.be.empty;
      expect(list.text).to.match(new RegExp(`^${en['error.signedOut']}`));
    });
  }

  it('is read from attributes without dashes, as some frameworks write them', async () => {
    const list = new ListHarness(document.createElement('isp-ticket-list'));
    list.element.fetch = desk.fetch;
    const attributes = {
      apibase: '/api',
      token,
      timezone: 'Europe/Paris',
      headinglevel: '4',
      ticketurl: '/tickets/{id}',
    };
    for (const [name, value] of Object.entries(attributes)) list.element.setAttribute(name, value);
    box.append(list.element);
    await list.waitUntil(() => list.rows.length > 0);
    expect(list.element).to.include({apiBase: '/api', timeZone: 'Europe/Paris', headingLevel: 4});
    expect(list.ticketControl('Slow speeds'))
      .to.have.attribute('href')
      .match(/^\/tickets\//);
  });

  const classes = [SupportElement, TicketListElement, TicketThreadElement, NewTicketElement, ReplyBannerElement];
  for (const [index, elementClass] of classes.entries()) {
    it(`of ${elementClass.name} is read from a property that was set before the element was defined`, async () => {
      const tag = `late-element-${index}`;
      const early = Object.assign(document.createElement(tag), {token, apiBase: '/api', fetch: desk.fetch});
      box.append(early);
      customElements.define(tag, class extends (elementClass as typeof HTMLElement) {});
      await (early as unknown as TicketListElement).updateComplete;
      expect(Object.values(early)).not.to.contain(token);
      expect((early as {token?: string}).token).to.be.undefined;
      expect(early.shadowRoot?.textContent).not.to.contain(en['error.signedOut']);
    });
  }
});
