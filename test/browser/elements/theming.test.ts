import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId} from '../../../demo/desk/browser.js';
import {en} from '../../../src/i18n/locales/en.js';
import {ListHarness} from '../../support/list-harness.js';
import {mount} from '../../support/mount.js';
import {getByRole} from '../../support/role-queries.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

/** Sets a style sheet of the page for one test. */
function page(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

describe('theming by the page’s style sheet', () => {
  const color = 'rgb(1, 2, 3)';

  afterEach(() => {
    document.adoptedStyleSheets = [];
  });

  it('reaches the parts of elements nested in <isp-support>', async () => {
    const desk = createBrowserDesk();
    const support = await mount('isp-support', desk, {properties: {ticketId: seededTicketId('evening-slowdown')}});
    await waitForNetworkIdle(desk);
    page(`
      isp-support::part(row), isp-support::part(article), isp-support::part(send), isp-support::part(link) {
        color: ${color};
      }`);
    await nextFrame();
    const inner = (tag: string): ShadowRoot => support.shadowRoot!.querySelector(tag)!.shadowRoot!;
    const reached: readonly (readonly [string, string])[] = [
      ['isp-ticket-list', '.row'],
      ['isp-ticket-thread', '.article'],
      ['isp-ticket-thread', '[type=submit]'],
    ];
    for (const [tag, selector] of reached) {
      expect(getComputedStyle(inner(tag).querySelector(selector)!).color, `${tag} ${selector}`).to.equal(color);
    }
  });

  it('applies a relative --isp-font-size once, in <isp-support> and in the elements in it', async () => {
    const support = await mount('isp-support', createBrowserDesk(), {
      properties: {ticketId: seededTicketId('line-drops')},
    });
    page('isp-support { font-size: 20px; --isp-font-size: 125%; }');
    await nextFrame();
    const inner = ['isp-ticket-list', 'isp-ticket-thread'].map(tag => support.shadowRoot!.querySelector(tag)!);
    const sizes = [support, ...inner].map(
      ({shadowRoot}) => getComputedStyle(shadowRoot!.querySelector('.root')!).fontSize,
    );
    expect(sizes).to.eql(['25px', '25px', '25px']);
  });

  it('shows the background of the page around the reply box, unless messages scroll below it', async () => {
    const ticketId = seededTicketId('evening-slowdown');
    const desk = createBrowserDesk();
    const support = await mount('isp-support', desk, {properties: {ticketId}});
    await waitForNetworkIdle(desk);
    const backgroundOf = (): string => {
      const thread = support.shadowRoot!.querySelector('isp-ticket-thread')!;
      return getComputedStyle(thread.shadowRoot!.querySelector('.composer')!).backgroundColor;
    };
    expect(backgroundOf()).to.equal('rgba(0, 0, 0, 0)');
    support.layout = 'app';
    await support.updateComplete;
    expect(backgroundOf()).to.equal('rgb(255, 255, 255)');
  });

  it('reduces the height of rows by --isp-density, but not of buttons', async () => {
    const list = await ListHarness.mount(createBrowserDesk());
    const heights = () => [list.rows[0]!.offsetHeight, list.button(en['list.new']).offsetHeight] as const;
    const [row, button] = heights();
    list.element.style.setProperty('--isp-density', '0.75');
    await nextFrame();
    const [closer, same] = heights();
    expect(closer).to.be.within(44, row - 1);
    expect(same).to.equal(button);
    expect(same).to.be.at.least(44);
  });

  it('applies tokens that belong to a single part', async () => {
    page(`isp-ticket-thread, isp-ticket-list {
      --isp-button-radius: 3px; --isp-own-background: ${color}; --isp-line-length: 100px;
    }`);
    const desk = createBrowserDesk();
    const thread = await mount('isp-ticket-thread', desk, {properties: {ticketId: seededTicketId('evening-slowdown')}});
    const own = thread.shadowRoot!.querySelector('.article.customer')!;
    expect(getComputedStyle(own).backgroundColor).to.equal(color);
    expect(getComputedStyle(own.querySelector('.text')!).maxInlineSize).to.equal('100px');
    expect(getComputedStyle(getByRole(thread, 'button', en['composer.send'])).borderRadius).to.equal('3px');
  });
});
