import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {callDevTools} from '../../support/dev-tools.js';
import {suiteRequires} from '../../support/capabilities.js';
import {mount} from '../../support/mount.js';
import {queryAllByRole, accessibleNameOf} from '../../support/role-queries.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

/** Emulates media features such as `forced-colors: active`. */
async function emulate(features: Readonly<Record<string, string>>): Promise<void> {
  await callDevTools('emulated media', 'Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({name, value})),
  });
  await nextFrame();
}

describe('device preferences', () => {
  let desk: BrowserDesk;
  const ticketId = seededTicketId('charged-twice');

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  before(suiteRequires('emulated media'));

  afterEach(() => emulate({}));

  async function open(tag: ElementTag): Promise<HTMLElement> {
    const element = await mount(tag, desk, {properties: {ticketId}});
    element.parentElement!.style.inlineSize = '360px';
    await waitForNetworkIdle(desk);
    return element;
  }

  /** Resolves when colours have reached their final values. */
  async function transitionsFinished(element: Element): Promise<void> {
    const transitions = element.shadowRoot!.getAnimations().filter(each => each instanceof CSSTransition);
    await Promise.all(transitions.map(({finished}) => finished));
  }

  const drawn = (element: Element, selector: string): HTMLElement[] => [
    ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
  ];

  describe('touch', () => {
    for (const tag of elementTags) {
      it(`every control is at least 44 by 44 px: <${tag}>`, async () => {
        const element = await open(tag);
        const roles = ['button', 'link', 'combobox', 'textbox', 'radio'];
        const small = roles
          .flatMap(role => queryAllByRole(element, role))
          // A link within a sentence has the height of its line: https://www.w3.org/TR/WCAG22/#target-size-minimum
          .filter(each => !each.matches('p > a'))
          .map(each => [accessibleNameOf(each), targetOf(each).getBoundingClientRect()] as const)
          .filter(([, {width, height}]) => width < 44 || height < 44)
          .map(([name, {width, height}]) => `${name}: ${width} by ${height}`);
        expect(small).to.eql([]);
      });
    }
  });

  it('prefers-reduced-motion: reduce stops all animations', async () => {
    await emulate({'prefers-reduced-motion': 'reduce'});
    desk.faults.set({path: '/customer/tickets'}, faultKinds.hold().fault);
    const list = await mount('isp-ticket-list', desk, {waitForReady: false});
    await nextFrame();
    expect(drawn(list, '.skeleton-row')).not.to.be.empty;
    expect(list.shadowRoot!.getAnimations()).to.eql([]);
  });

  it('without prefers-reduced-motion, placeholders are animated', async () => {
    desk.faults.set({path: '/customer/tickets'}, faultKinds.hold().fault);
    const list = await mount('isp-ticket-list', desk, {waitForReady: false});
    await nextFrame();
    expect(list.shadowRoot!.getAnimations()).not.to.be.empty;
  });

  it('prefers-contrast: more makes muted text and dividers as strong as text and borders', async () => {
    for (const colorScheme of ['light', 'dark']) {
      const thread = await mount('isp-ticket-thread', desk, {properties: {ticketId, colorScheme}});
      const [article] = drawn(thread, '.article.operator');
      const before = getComputedStyle(article!).borderColor;
      await emulate({'prefers-contrast': 'more'});
      const [muted] = drawn(thread, '.particulars');
      expect(getComputedStyle(muted!).color).to.equal(getComputedStyle(drawn(thread, '.root')[0]!).color);
      expect(getComputedStyle(article!).borderColor).not.to.equal(before);
      await emulate({});
    }
  });

  it('forced-colors: active keeps borders and the outline of the selected row', async () => {
    const list = await mount('isp-ticket-list', desk, {properties: {ticketId}});
    const thread = await open('isp-ticket-thread');
    const form = await open('isp-new-ticket');
    await emulate({'forced-colors': 'active'});
    expect(matchMedia('(forced-colors: active)').matches).to.be.true;
    const boxes = [list, thread, form].flatMap(element => drawn(element, '.button:not(.quiet), .control, .article'));
    expect(boxes.length).to.be.above(8);
    expect(boxes.filter(box => !hasEdge(box)).map(accessibleNameOf)).to.eql([]);
    const [current, ...others] = [...drawn(list, '.row.current'), ...drawn(list, '.row:not(.current)')];
    expect(getComputedStyle(current!).outlineStyle).to.equal('solid');
    expect(getComputedStyle(others[0]!).outlineStyle).to.equal('none');
  });

  it('forced-colors: active fills primary and pressed buttons only', async () => {
    const elements = [await open('isp-ticket-list'), await open('isp-ticket-thread'), await open('isp-new-ticket')];
    await emulate({'forced-colors': 'active'});
    await Promise.all(elements.map(transitionsFinished));
    // Forced colours keep the alpha of a background.
    const colorOf = (button: Element): string => /\d+, \d+, \d+/.exec(getComputedStyle(button).backgroundColor)![0];
    const others = elements.flatMap(element => drawn(element, '.button:not(.primary, [aria-pressed=true])'));
    const plain = others.map(colorOf);
    expect(plain).not.to.be.empty;
    const [pressed] = drawn(elements[0]!, '[aria-pressed=true]');
    expect(plain).not.to.include(colorOf(pressed!));
    for (const element of elements) {
      const [primary] = drawn(element, '.button.primary');
      expect(plain, accessibleNameOf(primary!)).not.to.include(colorOf(primary!));
      expect(getComputedStyle(primary!).color).not.to.include(colorOf(primary!));
    }
  });

  it('forced-colors: active keeps the bullets of the guidance', async () => {
    const form = await open('isp-new-ticket');
    await emulate({'forced-colors': 'active'});
    const lines = drawn(form, '.guidance li');
    expect(lines).not.to.be.empty;
    for (const line of lines) {
      const {borderTopWidth, borderTopColor} = getComputedStyle(line, '::before');
      expect(parseFloat(borderTopWidth)).to.be.above(1);
      expect(borderTopColor).to.equal(getComputedStyle(line).color);
    }
  });
});

/** The whole row is the target of its link, and the label that of a radio button. */
const targetOf = (control: HTMLElement): Element => control.closest('.row') ?? control.closest('label') ?? control;

function hasEdge(box: Element): boolean {
  const {borderTopStyle, borderTopWidth, borderTopColor} = getComputedStyle(box);
  return borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0 && borderTopColor !== 'rgba(0, 0, 0, 0)';
}
