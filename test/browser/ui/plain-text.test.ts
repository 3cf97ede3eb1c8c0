import {expect} from '@open-wc/testing';
import {html} from 'lit';

import {en} from '../../../src/i18n/locales/en.js';
import {createTranslator} from '../../../src/i18n/translator.js';
import {plainText, plainTextStyles} from '../../../src/ui/text/plain-text.js';
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
        ${plainTextStyles.cssText} p {
          margin: 0;
          inline-size: 9999px;
          line-height: 20px;
        }</style
      >${template}`,
  );
  return {box, opened, showMoreCount: () => showMoreCount};
}

const paragraphs = (box: HTMLElement): HTMLElement[] => [...box.querySelectorAll('p')];
const textOf = (box: HTMLElement): string =>
  paragraphs(box)
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
    const [only] = paragraphs(box);
    expect(only?.innerText).to.equal('one\n\n  two   spaces\nthree');
    expect(only?.getBoundingClientRect().height).to.equal(80);
  });

  it('renders an empty line between two blocks of a long text', () => {
    const long = (letter: string): string => letter.repeat(900);
    const {box} = renderText([long('a'), long('b'), long('c')].join('\n\n'));
    const renderedLines = paragraphs(box).reduce((sum, each) => sum + each.getBoundingClientRect().height / 20, 0);
    expect(paragraphs(box)).to.have.lengthOf(3);
    expect(renderedLines).to.equal(5);
  });

  it('has the direction of its script', () => {
    const {box} = renderText('انقطاع الإنترنت');
    expect(getComputedStyle(paragraphs(box)[0]!).direction).to.equal('rtl');
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
