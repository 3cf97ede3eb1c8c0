import {expect} from '@open-wc/testing';
import {html} from 'lit';

import {en} from '../../../src/i18n/locales/en.js';
import {createTranslator} from '../../support/translator.js';
import {plainText} from '../../../src/ui/text/plain-text.js';
import {plainTextStyles} from '../../../src/ui/text/plain-text.styles.js';
import {pressKeys} from '../../support/keyboard.js';
import {renderTemplate} from '../../support/render-template.js';
import {queryAllByRole, getByRole} from '../../support/role-queries.js';

const t = createTranslator('en');

interface Rendered {
  readonly box: HTMLElement;
  readonly opened: string[];
  readonly showMoreCount: () => number;
}

function renderText(text: string, maxLength = 4_000): Rendered {
  const opened: string[] = [];
  let showMoreCount = 0;
  const onLinkOpen = (event: MouseEvent): void => {
    event.preventDefault();
    opened.push((event.currentTarget as HTMLAnchorElement).href);
  };
  const template = plainText(text, t, {maxLength, onShowMore: () => showMoreCount++, onLinkOpen});
  const box = renderTemplate(
    html`<style>
        ${plainTextStyles.cssText} .block {
          margin: 0;
          inline-size: 9999px;
          line-height: 20px;
        }</style
      >${template}`,
  );
  return {box, opened, showMoreCount: () => showMoreCount};
}

const blocksOf = (box: HTMLElement): HTMLElement[] => [...box.querySelectorAll<HTMLElement>('.block')];
const textOf = (box: HTMLElement): string =>
  blocksOf(box)
    .map(each => each.textContent)
    .join('\n');

describe('plain text', () => {
  it('shows markup as text', () => {
    const text = '**bold** <b>bold</b> <img src=x onerror=alert(1)> &amp; `code` # title\n- item\n<script>x</script>';
    const {box} = renderText(text);
    expect(textOf(box)).to.equal(text);
    expect(box.querySelectorAll('b, img, script, code, li, h1')).to.have.lengthOf(0);
  });

  it('renders line breaks and spaces', () => {
    const {box} = renderText('one\n\n  two   spaces\nthree');
    const [only] = blocksOf(box);
    expect(only?.innerText).to.equal('one\n\n  two   spaces\nthree');
    expect(only?.getBoundingClientRect().height).to.equal(80);
  });

  it('renders an empty line between two blocks of a long text', () => {
    const long = (letter: string): string => letter.repeat(900);
    const {box} = renderText([long('a'), long('b'), long('c')].join('\n\n'));
    const renderedLines = blocksOf(box).reduce((sum, each) => sum + each.getBoundingClientRect().height / 20, 0);
    expect(blocksOf(box)).to.have.lengthOf(3);
    expect(renderedLines).to.equal(5);
  });

  it('has the direction of its script', () => {
    const {box} = renderText('انقطاع الإنترنت');
    expect(getComputedStyle(blocksOf(box)[0]!).direction).to.equal('rtl');
  });
});

/** What copying the whole text puts on the clipboard. */
function copiedFrom(box: HTMLElement): string {
  const text = box.querySelector('.text')!;
  const selection = getSelection()!;
  selection.setBaseAndExtent(text, 0, text, text.childNodes.length);
  return selection.toString();
}

describe('plain text that is copied', () => {
  const line = (number: number): string => `${number} `.padEnd(49, 'x');
  const lines = (count: number): string => Array.from({length: count}, (_, index) => line(index)).join('\n');

  for (const [what, text] of Object.entries({
    '80 lines': lines(80),
    'lines between empty lines': [lines(30), lines(30), lines(30)].join('\n\n'),
    'two paragraphs of 900 characters': [line(1).repeat(18), line(2).repeat(18)].join('\n\n'),
    'two empty lines at the end of a block': [lines(20), lines(30)].join('\n\n\n'),
  })) {
    it(`has the line breaks of the text: ${what}`, () => {
      expect(copiedFrom(renderText(text, Infinity).box)).to.equal(text);
    });
  }

  it('has the empty lines around a quotation that is open', () => {
    const text = `Thanks!\n\nOn Monday, Anna wrote:\n${'> quoted\n'.repeat(9)}\nRegards`;
    const {box} = renderText(text);
    getByRole(box, 'group').setAttribute('open', '');
    expect(copiedFrom(box)).to.equal(text);
  });
});

describe('a long quotation in plain text', () => {
  const quotation = Array.from({length: 500}, (_, index) => `> line ${index} of what was written before`).join('\n');

  it('is folded behind the line before it, which the customer opens with the keyboard', async () => {
    const {box} = renderText(`Still broken.\n\nOn Monday, Anna <anna@example.com> wrote:\n${quotation}\n\nRegards`);
    const details = getByRole(box, 'group') as HTMLDetailsElement;
    const summary = details.querySelector('summary')!;
    expect(summary.innerText).to.equal('On Monday, Anna <anna@example.com> wrote:');
    expect(box.innerText).not.to.contain('line 1 of');
    expect(box.innerText).to.contain('Regards');
    summary.focus();
    await pressKeys('Enter');
    expect(details.open).to.be.true;
    expect(box.innerText).to.contain('line 499 of');
  });

  it('does not count as visible text, so that what follows it is not cut', () => {
    const {box} = renderText(`Anna schrieb:\n${quotation}\nRegards`, 4_000);
    expect(queryAllByRole(box, 'button', en['text.more'])).to.have.lengthOf(0);
    expect(textOf(box)).to.contain('line 499').and.to.contain('Regards');
  });
});

describe('a link in plain text', () => {
  it('opens in a new tab without opener and referrer', () => {
    const {box} = renderText('see https://example.com/a?b now');
    const link = getByRole(box, 'link', 'https://example.com/a?b') as HTMLAnchorElement;
    expect(link).to.include({href: 'https://example.com/a?b', target: '_blank', referrerPolicy: 'no-referrer'});
    expect([...link.relList].sort()).to.eql(['nofollow', 'noopener', 'noreferrer', 'ugc']);
    expect(textOf(box)).to.equal('see https://example.com/a?b now');
  });

  it('calls onLinkOpen before it opens', () => {
    const {box, opened} = renderText('mail anna@example.com');
    getByRole(box, 'link').click();
    expect(opened).to.eql(['mailto:anna@example.com']);
  });

  it('is followed by its host if its text imitates another', () => {
    const {box} = renderText('https://аррӏе.com/ and https://example.com/');
    expect(textOf(box)).to.equal('https://аррӏе.com/ (xn--80ak6aa92e.com) and https://example.com/');
  });

  it('is not made of a `javascript:` or `data:` URL, or one with a user name', () => {
    const {box} = renderText('javascript:alert(1) data:text/html,x https://bank.com@evil.com');
    expect(queryAllByRole(box, 'link')).to.have.lengthOf(0);
  });
});

describe('plain text that is longer than its maximum length', () => {
  it('is cut, with a button that shows more', () => {
    const {box, showMoreCount} = renderText('word '.repeat(100), 50);
    expect(textOf(box).length).to.be.at.most(50);
    getByRole(box, 'button', en['text.more']).click();
    expect(showMoreCount()).to.equal(1);
  });

  it('has no button if it is exactly that long', () => {
    const {box} = renderText('word', 4);
    expect(queryAllByRole(box, 'button')).to.have.lengthOf(0);
  });
});
