import {expect, nextFrame} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId} from '../../../demo/desk/browser.js';
import type {SupportElement} from '../../../src/elements/support/support.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {mount} from '../../support/mount.js';
import {findOverflow} from '../../support/overflow.js';
import {setViewport} from '../../support/viewport.js';

/** Beside the element: the menu of a portal, in lines that may wrap. */
const menu = '<nav style="padding: 8px">My account<br>Bills and payments<br>Support</nav>';

/** Parents that ask for the natural width of what is in them, as markup around `<main>`. */
const parents = {
  'a flex row': '<div style="display: flex"><main></main></div>',
  'a flex row beside a menu': `<div style="display: flex; gap: 16px">${menu}<main style="display: contents"></main></div>`,
  'a flex column that centers':
    '<div style="display: flex; flex-direction: column; align-items: center"><main></main></div>',
  'a grid that centers': '<div style="display: grid; justify-items: center"><main></main></div>',
  'a grid that aligns to the start': '<div style="display: grid; justify-content: start"><main></main></div>',
  'a grid beside a menu': `<div style="display: grid; grid-template-columns: auto auto">${menu}<main></main></div>`,
  'a table cell': `<table><tr><td>${menu}</td><td><main></main></td></tr></table>`,
  'a float': '<main style="float: inline-start"></main>',
  'an inline block': '<main style="display: inline-block"></main>',
  'an absolutely positioned box': '<main style="position: absolute"></main>',
  'a fixed box': '<main style="position: fixed"></main>',
  'a box as wide as its content': '<main style="inline-size: fit-content"></main>',
  'a dialog': '<dialog open><main></main></dialog>',
} as const;

type Parent = keyof typeof parents;

/** The least width of the element in a page of each width. */
const leastWidths = {320: 160, 1280: 900} as const;

async function measure(tag: ElementTag, parent: Parent, width: keyof typeof leastWidths) {
  await setViewport({width, height: 740});
  const properties = tag === 'isp-support' ? {} : {ticketId: seededTicketId('evening-slowdown')};
  const element = await mount(tag, createBrowserDesk(), {properties});
  const page = element.parentElement!.parentElement!;
  page.innerHTML = parents[parent];
  page.querySelector('main')!.append(element);
  await element.updateComplete;
  await nextFrame();
  return element;
}

describe('an element in a parent that shrinks to fit its content', () => {
  afterEach(() => setViewport({width: 800, height: 600}));

  for (const parent of Object.keys(parents) as Parent[]) {
    for (const tag of elementTags) {
      it(`is wide enough to use in ${parent}, and the page does not scroll sideways: <${tag}>`, async () => {
        for (const width of [320, 1280] as const) {
          const element = await measure(tag, parent, width);
          const {width: actual} = element.getBoundingClientRect();
          expect(actual, `the width in a page of ${width} px`).to.be.at.least(leastWidths[width]);
          expect(document.documentElement.scrollWidth, `the page of ${width} px`).to.be.at.most(width);
          expect(findOverflow(element), `what overflows in a page of ${width} px`).to.eql([]);
        }
      });
    }
  }

  it('leaves a menu in a flex row as wide as without it', async () => {
    for (const tag of elementTags) {
      const element = await measure(tag, 'a flex row beside a menu', 1280);
      const nav = document.querySelector('nav')!;
      const {width} = nav.getBoundingClientRect();
      element.remove();
      expect(width, `beside <${tag}>`).to.be.closeTo(nav.getBoundingClientRect().width, 0.1);
    }
  });

  it('is as narrow as a parent of 120 px, with all that is in it: <isp-support>', async () => {
    const element = await measure('isp-support', 'a box as wide as its content', 320);
    element.parentElement!.style.inlineSize = '120px';
    const widthsOf = (tags: string) =>
      [element, ...element.shadowRoot!.querySelectorAll(tags)].map(each => each.clientWidth);
    expect(widthsOf('isp-ticket-list, isp-reply-banner')).to.eql([120, 120, 120]);
    (element as SupportElement).showNewTicket();
    await element.updateComplete;
    expect(widthsOf('isp-new-ticket')).to.eql([120, 120]);
  });
});
