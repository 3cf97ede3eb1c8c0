import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {resetBrowserFontSize, setBrowserFontSize} from '../../support/browser-font-size.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {mount} from '../../support/mount.js';

describe('the default font size in the settings of the browser', () => {
  let desk: BrowserDesk;
  const ticketId = seededTicketId('evening-slowdown');

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  afterEach(async () => {
    document.documentElement.style.removeProperty('font-size');
    await resetBrowserFontSize();
  });

  const find = (element: Element, selector: string): HTMLElement => element.shadowRoot!.querySelector(selector)!;
  const fontSizeOf = (element: Element, selector: string): string => getComputedStyle(find(element, selector)).fontSize;
  const open = (tag: ElementTag) => mount(tag, desk, {properties: {ticketId}});

  for (const tag of elementTags) {
    for (const size of [24, 32, 12]) {
      it(`is the base font size: ${size} px in <${tag}>`, async () => {
        await setBrowserFontSize(size);
        expect(fontSizeOf(await open(tag), '.root')).to.equal(`${size}px`);
      });
    }
  }

  it('is 16 px if the reader has not changed it', async () => {
    expect(fontSizeOf(await open('isp-ticket-list'), '.root')).to.equal('16px');
  });

  it('gives way to --isp-font-size, from which all sizes derive', async () => {
    await setBrowserFontSize(24);
    const list = await open('isp-ticket-list');
    list.style.setProperty('--isp-font-size', '18px');
    expect(fontSizeOf(list, '.root')).to.equal('18px');
    expect(fontSizeOf(list, '.row-number')).to.equal(`${18 * 0.8125}px`);
  });

  it('is not that of the page, which may have sizes of its own', async () => {
    document.documentElement.style.fontSize = '62.5%';
    expect(fontSizeOf(await open('isp-ticket-list'), '.root')).to.equal('16px');
  });

  it('never makes a field so small that iOS zooms in', async () => {
    await setBrowserFontSize(12);
    expect(fontSizeOf(await open('isp-ticket-thread'), '.control')).to.equal('16px');
  });

  it('moves the width at which the list has columns, because the columns become wider', async () => {
    const list = await open('isp-ticket-list');
    list.parentElement!.style.inlineSize = '1000px';
    const hasColumns = (): boolean => getComputedStyle(find(list, '.columns')).display !== 'none';
    expect(hasColumns()).to.be.true;
    await setBrowserFontSize(24);
    expect(hasColumns()).to.be.false;
    list.parentElement!.style.inlineSize = '1400px';
    expect(hasColumns()).to.be.true;
  });
});
