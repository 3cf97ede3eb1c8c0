import {expect} from '@open-wc/testing';
import {html} from 'lit';

import {en} from '../../../src/i18n/locales/en.js';
import {createWords} from '../../../src/i18n/translator.js';
import {plainText, plainTextStyles} from '../../../src/ui/text/plain-text.js';
import {renderTemplate} from '../../support/render-template.js';
import {queryAllByRole, getByRole} from '../../support/role-queries.js';

const words = createWords('en');

interface Shown {
  readonly box: HTMLElement;
  readonly opened: string[];
  readonly asked: () => number;
}

function shown(text: string, length = 4_000): Shown {
  const opened: string[] = [];
  let asked = 0;
  const onLinkOpen = (event: MouseEvent): void => {
    event.preventDefault();
    opened.push((event.currentTarget as HTMLAnchorElement).href);
  };
  const picture = plainText(text, words, {shown: length, onShowMore: () => asked++, onLinkOpen});
  const box = renderTemplate(
    html`<style>
        ${plainTextStyles.cssText} p {
          margin: 0;
          inline-size: 9999px;
          line-height: 20px;
        }</style
      >${picture}`,
  );
  return {box, opened, asked: () => asked};
}

const paragraphs = (box: HTMLElement): HTMLElement[] => [...box.querySelectorAll('p')];
const textOf = (box: HTMLElement): string =>
  paragraphs(box)
    .map(each => each.textContent)
    .join('\n');

describe('a person’s words', () => {
  it('are shown as they were typed, markup and all', () => {
    const text = '**bold** <b>bold</b> <img src=x onerror=alert(1)> &amp; `code` # title\n- item\n<script>x</script>';
    const {box} = shown(text);
    expect(textOf(box)).to.equal(text);
    expect(box.querySelectorAll('b, img, script, code, li, h1')).to.have.lengthOf(0);
  });

  it('keep their line breaks and spaces on the screen', () => {
    const {box} = shown('one\n\n  two   spaces\nthree');
    const [only] = paragraphs(box);
    expect(only?.innerText).to.equal('one\n\n  two   spaces\nthree');
    expect(only?.getBoundingClientRect().height).to.equal(80);
  });

  it('keep an empty line where a long text is drawn in blocks', () => {
    const long = (letter: string): string => letter.repeat(900);
    const {box} = shown([long('a'), long('b'), long('c')].join('\n\n'));
    const drawnLines = paragraphs(box).reduce((sum, each) => sum + each.getBoundingClientRect().height / 20, 0);
    expect(paragraphs(box)).to.have.lengthOf(3);
    expect(drawnLines).to.equal(5);
  });

  it('run in the direction of their own script', () => {
    const {box} = shown('انقطاع الإنترنت');
    expect(getComputedStyle(paragraphs(box)[0]!).direction).to.equal('rtl');
  });
});

describe('an address in them', () => {
  it('is a link that gives nothing of this page away', () => {
    const {box} = shown('see https://example.com/a?b now');
    const link = getByRole(box, 'link', 'https://example.com/a?b') as HTMLAnchorElement;
    expect(link).to.include({href: 'https://example.com/a?b', target: '_blank', referrerPolicy: 'no-referrer'});
    expect([...link.relList].sort()).to.eql(['nofollow', 'noopener', 'noreferrer', 'ugc']);
    expect(textOf(box)).to.equal('see https://example.com/a?b now');
  });

  it('says first where it leads to', () => {
    const {box, opened} = shown('mail anna@example.com');
    getByRole(box, 'link').click();
    expect(opened).to.eql(['mailto:anna@example.com']);
  });

  it('has its host beside it where that is not what it looks like', () => {
    const {box} = shown('https://аррӏе.com/ and https://example.com/');
    expect(textOf(box)).to.equal('https://аррӏе.com/ (xn--80ak6aa92e.com) and https://example.com/');
  });

  it('is none where it would run something', () => {
    const {box} = shown('javascript:alert(1) data:text/html,x https://bank.com@evil.com');
    expect(queryAllByRole(box, 'link')).to.have.lengthOf(0);
  });
});

describe('a long text', () => {
  it('is shown in part, with a way to more of it', () => {
    const {box, asked} = shown('word '.repeat(100), 50);
    expect(textOf(box).length).to.be.at.most(50);
    getByRole(box, 'button', en['text.more']).click();
    expect(asked()).to.equal(1);
  });

  it('has nothing to press where all of it is shown', () => {
    const {box} = shown('word', 4);
    expect(queryAllByRole(box, 'button')).to.have.lengthOf(0);
  });
});
