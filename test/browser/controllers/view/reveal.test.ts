import {expect, fixture, html} from '@open-wc/testing';

import {reveal} from '../../../../src/controllers/view/reveal.js';
import {setViewport} from '../../../support/viewport.js';

const viewHeight = 600;
const barHeight = 56;

/** A page with two bars and, in a shadow tree between two tall spaces, the target. */
async function createPage(): Promise<HTMLElement> {
  const page = await fixture<HTMLElement>(html`
    <div>
      <header style="position: fixed; inset: 0 0 auto; block-size: ${barHeight}px; background: silver"></header>
      <div style="block-size: 2000px"></div>
      <main></main>
      <div style="block-size: 2000px"></div>
      <nav style="position: fixed; inset: auto 0 0; block-size: ${barHeight}px; background: silver"></nav>
    </div>
  `);
  const root = page.querySelector('main')!.attachShadow({mode: 'open'});
  const target = document.createElement('p');
  target.textContent = 'Target';
  root.append(target);
  return target;
}

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

describe('reveal', () => {
  before(() => setViewport({width: 400, height: viewHeight}));

  afterEach(() => scrollTo(0, 0));

  it('scrolls to the start of the view, below a bar of the page', async () => {
    const target = await createPage();
    reveal(target, 'start');
    expect(boxOf(target).top).to.be.within(barHeight, barHeight + 16);
  });

  it('scrolls as little as possible from above, below a bar of the page', async () => {
    const target = await createPage();
    scrollTo(0, 3000);
    reveal(target);
    expect(boxOf(target).top).to.be.within(barHeight, barHeight + 16);
  });

  it('scrolls as little as possible from below, above a bar of the page', async () => {
    const target = await createPage();
    reveal(target);
    expect(boxOf(target).bottom).to.be.within(viewHeight - barHeight - 16, viewHeight - barHeight);
  });

  it('does not scroll if the element is in view', async () => {
    const target = await createPage();
    target.scrollIntoView({block: 'center'});
    const {scrollY} = window;
    reveal(target);
    expect(window.scrollY).to.equal(scrollY);
  });

  it('scrolls instantly on a page with smooth scrolling', async () => {
    const target = await createPage();
    document.documentElement.style.scrollBehavior = 'smooth';
    reveal(target, 'start');
    document.documentElement.style.scrollBehavior = '';
    expect(boxOf(target).top).to.be.within(barHeight, barHeight + 16);
  });
});
