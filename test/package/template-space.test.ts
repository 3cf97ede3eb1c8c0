import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {tightCss, tightHtml} from '../../.ci/build/template-space.js';

describe('the space in a css literal', () => {
  const cases: Record<string, readonly [string, string]> = {
    'goes from around braces, colons and commas': ['.a , .b {\n    color: red;\n  }\n', '.a,.b{color:red}'],
    'goes with the comments': ['/* why */ .a { /* how */ margin: 0; }', ' .a{margin:0}'],
    'stays between words and around operators': ['margin: 0 calc(1px + 2px)', 'margin:0 calc(1px + 2px)'],
    'stays before a pseudo-class of a descendant': ['.a :hover { top: 0; }', '.a :hover{top:0}'],
    'stays between the words of a query': ['@media (a) and (b) {', '@media (a) and (b){'],
    'stays as the whole value of a custom property': ['--empty: ;', '--empty: ;'],
    'stays in quotes, whatever else is in them': [`content: "  /* { ; */  "`, `content: "  /* { ; */  "`],
    'stays in quotes that hold the other quotes': [`content: '"  '; top: 0`, `content: '"  ';top:0`],
    'stays where an expression follows': ['padding: ', 'padding: '],
  };

  for (const [what, [written, tight]] of Object.entries(cases)) {
    it(what, () => {
      assert.equal(tightCss(written), tight);
    });
  }
});

describe('the space in an html literal', () => {
  it('is one where a line broke', () => {
    assert.deepEqual(tightHtml(['\n  <b>\n    ', '</b>\n  <span>', '</span>']), [' <b> ', '</b> <span>', '</span>']);
  });

  it('goes where a box begins or ends a line, whatever its attributes', () => {
    assert.deepEqual(tightHtml(['\n  <p class="', '">\n    <b>', '</b>\n  </p>\n  ', '\n']), [
      '<p class="',
      '"><b>',
      '</b></p>',
      ' ',
    ]);
  });

  it('goes from within a drawing, and stays beside it', () => {
    assert.deepEqual(tightHtml(['a <svg class="', '"> ', ' <path d="M0 0" /> </svg> b']), [
      'a <svg class="',
      '">',
      '<path d="M0 0" /></svg> b',
    ]);
  });

  it('stays beside what only begins like a box', () => {
    assert.deepEqual(tightHtml(['a <p-x></p-x> b']), ['a <p-x></p-x> b']);
  });

  it('stays within a line', () => {
    assert.deepEqual(tightHtml(['<p title="a  b">']), ['<p title="a  b">']);
  });

  it('goes from between the attributes of an empty textarea', () => {
    assert.deepEqual(tightHtml(['<textarea\n  rows="2"\n></textarea>']), ['<textarea rows="2" ></textarea>']);
  });

  for (const markup of ['<pre>\n  a</pre>', '<textarea>\n  a</textarea>']) {
    it(`stays in ${markup.slice(0, markup.indexOf('>') + 1)}`, () => {
      assert.deepEqual(tightHtml([markup]), [markup]);
    });
  }
});
