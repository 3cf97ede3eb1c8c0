import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {expect} from 'chai';

import {linkify} from '../../../src/ui/text/linkify.js';

/** The text with its links in ⟦⟧. */
const markLinks = (text: string): string =>
  linkify(text)
    .map(segment => (typeof segment === 'string' ? segment : `⟦${segment.text}⟧`))
    .join('');

const page = readFileSync(new URL('linkify-samples.txt', import.meta.url), 'utf8');

for (const section of page.split(/^## /m).slice(1)) {
  const [title, ...lines] = section.trimEnd().split('\n');
  describe(`linkify on a line of "${title}"`, () => {
    for (const line of lines.filter(Boolean)) {
      it(`finds exactly the marked links: ${line}`, () => {
        expect(markLinks(line.replace(/[⟦⟧]/g, ''))).to.equal(line);
      });
    }
  });
}

describe('linkify on the whole page of samples', () => {
  it('finds the same links as line by line', () => {
    const lines = page.split('\n').filter(line => line.includes('⟦') && !line.startsWith('#'));
    // One text may have at most 100 links.
    for (const part of [lines.slice(0, 30), lines.slice(30)]) {
      const text = part.join('\n');
      expect(markLinks(text.replace(/[⟦⟧]/g, ''))).to.equal(text);
    }
  });
});

describe('the target of a telephone link', () => {
  it('has digits only, without the (0) that is dialled only within the country', () => {
    const hrefs = linkify('+49 (0)30 123456, (+33) 1 42 68 53 00, +1 (212) 555-0123').flatMap(segment =>
      typeof segment === 'string' ? [] : [segment.href],
    );
    expect(hrefs).to.eql(['tel:+4930123456', 'tel:+33142685300', 'tel:+12125550123']);
  });
});
