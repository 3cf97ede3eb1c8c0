import {expect} from '@open-wc/testing';
import {html, render} from 'lit';

import {growingTextarea} from '../../../src/ui/primitives/growing-textarea.js';

describe('a box that grows with its text', () => {
  const {supports} = CSS;

  afterEach(() => {
    CSS.supports = supports;
    document.querySelector('#boxes')?.remove();
  });

  function growing(isNative: boolean) {
    CSS.supports = (...query: [string, string?]) => query[0] === 'field-sizing' && isNative;
    const boxes = Object.assign(document.createElement('div'), {id: 'boxes'});
    document.body.append(boxes);
    const heights = (...texts: string[]): number[] =>
      texts.map(text => {
        render(html`<textarea rows="3" .value=${text} ${growingTextarea(text)}></textarea>`, boxes);
        return boxes.querySelector('textarea')!.getBoundingClientRect().height;
      });
    return {heights};
  }

  it('is as high as its text, where the engine does not see to it', () => {
    const {heights} = growing(false);
    const [empty = 0, long = 0] = heights('', 'line\n'.repeat(20));
    expect(long).to.be.above(empty * 3);
  });

  it('does not jump while somebody shortens it, and starts again when it is empty', () => {
    const {heights} = growing(false);
    const [empty, long, shorter, emptied] = heights('', 'line\n'.repeat(20), 'line', '');
    expect(shorter).to.be.at.least(long!);
    expect(emptied).to.equal(empty);
  });

  it('is left to the engine where that sees to it', () => {
    const {heights} = growing(true);
    const [empty, long] = heights('', 'line\n'.repeat(20));
    expect(long).to.equal(empty);
  });
});
