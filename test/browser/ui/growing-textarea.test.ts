import {expect} from '@open-wc/testing';
import {html, render} from 'lit';

import {growingTextarea} from '../../../src/ui/primitives/growing-textarea.js';

describe('growingTextarea', () => {
  const {supports} = CSS;

  afterEach(() => {
    CSS.supports = supports;
    document.querySelector('#container')?.remove();
  });

  function renderWith({hasFieldSizing}: {hasFieldSizing: boolean}) {
    CSS.supports = (...query: [string, string?]) => query[0] === 'field-sizing' && hasFieldSizing;
    const container = Object.assign(document.createElement('div'), {id: 'container'});
    document.body.append(container);
    const heightsOf = (...texts: string[]): number[] =>
      texts.map(text => {
        render(html`<textarea rows="3" .value=${text} ${growingTextarea(text)}></textarea>`, container);
        return container.querySelector('textarea')!.getBoundingClientRect().height;
      });
    return {heightsOf};
  }

  it('makes the textarea as high as its text in an engine without field-sizing', () => {
    const {heightsOf} = renderWith({hasFieldSizing: false});
    const [empty = 0, long = 0] = heightsOf('', 'line\n'.repeat(20));
    expect(long).to.be.above(empty * 3);
  });

  it('keeps the height while the text gets shorter, until it is empty', () => {
    const {heightsOf} = renderWith({hasFieldSizing: false});
    const [empty, long, shorter, emptied] = heightsOf('', 'line\n'.repeat(20), 'line', '');
    expect(shorter).to.be.at.least(long!);
    expect(emptied).to.equal(empty);
  });

  it('does nothing in an engine with field-sizing', () => {
    const {heightsOf} = renderWith({hasFieldSizing: true});
    const [empty, long] = heightsOf('', 'line\n'.repeat(20));
    expect(long).to.equal(empty);
  });

  for (const hasFieldSizing of [true, false]) {
    const engine = `an engine ${hasFieldSizing ? 'with' : 'without'} field-sizing`;

    it(`gives a long text the maximum height and does not measure it, in ${engine}`, () => {
      const {heightsOf} = renderWith({hasFieldSizing});
      const measured: string[] = [];
      const {get} = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollHeight')!;
      Object.defineProperty(HTMLTextAreaElement.prototype, 'scrollHeight', {
        configurable: true,
        get(this: HTMLTextAreaElement) {
          measured.push(this.value.slice(0, 4));
          return get!.call(this) as number;
        },
      });
      try {
        for (const text of ['line '.repeat(1000), 'a'.repeat(5000), 'ينقطع '.repeat(1000)]) {
          const [height] = heightsOf(text);
          expect(height).to.be.at.least(innerHeight);
        }
        const {style} = document.querySelector<HTMLElement>('#container textarea')!;
        if ('fieldSizing' in style) expect(style.getPropertyValue('field-sizing')).to.equal('fixed');
        expect(measured).to.be.empty;
        heightsOf('short');
        expect(style.getPropertyValue('field-sizing')).to.equal('');
      } finally {
        Reflect.deleteProperty(HTMLTextAreaElement.prototype, 'scrollHeight');
      }
    });
  }
});
