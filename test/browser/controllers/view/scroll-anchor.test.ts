import {expect, nextFrame} from '@open-wc/testing';

import {keepInPlace} from '../../../../src/controllers/view/scroll-anchor-controller.js';
import {renderTemplate} from '../../../support/render-template.js';

/** A tall page with a paragraph scrolled into view. Native scroll anchoring is off, as in Safari. */
function pageIn(box: HTMLElement): HTMLElement {
  const page = document.createElement('div');
  const read = document.createElement('p');
  page.style.overflowAnchor = 'none';
  page.append(filling(2000), read, filling(2000));
  box.append(page);
  read.scrollIntoView({block: 'center'});
  return read;
}

function filling(height: number): HTMLElement {
  const block = document.createElement('div');
  block.style.height = `${height}px`;
  return block;
}

function scroller(overflow: string): HTMLElement {
  const box = document.createElement('main');
  Object.assign(box.style, {overflow, overflowAnchor: 'none', height: '300px'});
  return box;
}

async function isKept(read: HTMLElement): Promise<boolean> {
  const {top} = read.getBoundingClientRect();
  await keepInPlace(read, async () => read.before(filling(500)));
  return Math.abs(read.getBoundingClientRect().top - top) < 1;
}

describe('scroll anchor', () => {
  before(() => document.documentElement.style.setProperty('overflow-anchor', 'none'));

  after(() => document.documentElement.style.removeProperty('overflow-anchor'));

  it('keeps the element in place in a scrolling page when content is inserted above', async () => {
    expect(await isKept(pageIn(renderTemplate('')))).to.be.true;
  });

  for (const overflow of ['auto', 'scroll']) {
    it(`keeps the element in place in a box with overflow ${overflow}, without scrolling the page`, async () => {
      const box = scroller(overflow);
      renderTemplate([box, filling(3000)]);
      const read = pageIn(box);
      scrollTo(0, 50);
      expect(await isKept(read)).to.be.true;
      expect(scrollY).to.equal(50);
    });
  }

  it('scrolls the page, not the text, when the element is a text box with a long text', async () => {
    const box = document.createElement('textarea');
    box.value = 'A line.\n'.repeat(50);
    pageIn(renderTemplate('')).replaceWith(box);
    box.scrollIntoView({block: 'center'});
    expect(await isKept(box)).to.be.true;
    expect(box.scrollTop).to.equal(0);
  });

  it('follows what is scrolled after the change, and keeps its new place when more is inserted', async () => {
    const read = pageIn(renderTemplate(''));
    const {top} = read.getBoundingClientRect();
    const kept = keepInPlace(read, async () => read.before(filling(500)));
    await nextFrame();
    scrollBy(0, 100);
    await nextFrame();
    read.before(filling(300));
    await kept;
    expect(read.getBoundingClientRect().top).to.be.closeTo(top - 100, 1);
  });

  it('keeps the place that was intended when a second change comes before the first has settled', async () => {
    const read = pageIn(renderTemplate(''));
    const {top} = read.getBoundingClientRect();
    void keepInPlace(read, async () => read.before(filling(500)));
    await nextFrame();
    read.before(filling(300));
    await keepInPlace(read, async () => read.before(filling(200)));
    expect(read.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('keeps the element in place to the pixel after many changes by parts of a pixel', async () => {
    const read = pageIn(renderTemplate(''));
    const {top} = read.getBoundingClientRect();
    for (let changes = 0; changes < 10; changes++) await keepInPlace(read, async () => read.before(filling(20.8)));
    expect(read.getBoundingClientRect().top).to.be.closeTo(top, 1);
  });

  it('does not scroll when the element itself is removed', async () => {
    const read = pageIn(renderTemplate(''));
    const top = scrollY;
    await keepInPlace(read, async () => read.remove());
    expect(scrollY).to.equal(top);
  });

  it('keeps the element in place across shadow roots and slots', async () => {
    const host = document.createElement('div');
    const box = scroller('auto');
    box.append(document.createElement('slot'));
    host.attachShadow({mode: 'open'}).append(box);
    const inner = document.createElement('div');
    host.append(inner);
    renderTemplate(host);
    const root = document.createElement('div');
    inner.attachShadow({mode: 'open'}).append(root);
    expect(await isKept(pageIn(root))).to.be.true;
  });

  it('keeps the element in place when an ancestor has overflow auto but nothing to scroll', async () => {
    const box = scroller('auto');
    box.style.height = 'auto';
    renderTemplate(box);
    expect(await isKept(pageIn(box))).to.be.true;
  });

  it('keeps the element in place in a box with smooth scrolling', async () => {
    const box = scroller('auto');
    box.style.scrollBehavior = 'smooth';
    renderTemplate(box);
    const read = pageIn(box);
    box.scrollTo({top: 2000, behavior: 'instant'});
    expect(await isKept(read)).to.be.true;
  });
});
