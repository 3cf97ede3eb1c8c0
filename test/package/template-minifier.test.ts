import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {templateMinifier} from '../../.ci/build/template-minifier.js';

type Transform = (this: object, code: string, id: string) => Promise<{readonly code?: string} | null>;

const {transform} = templateMinifier();

/** Minifies one template literal, without its quotes. */
async function minify(tag: 'css' | 'html', literal: string): Promise<string> {
  const code = `const probe = ${tag}\`${literal}\`;`;
  const context = {error: assert.fail, warn: assert.fail};
  const result = await (transform as Transform).call(context, code, '/app/src/probe.ts');
  return (result?.code ?? code).replace(/^const probe = \w+`|`;$/g, '');
}

function itMinifies(tag: 'css' | 'html', cases: Record<string, readonly [string, string]>): void {
  for (const [name, [source, expected]] of Object.entries(cases)) {
    it(name, async () => assert.equal(await minify(tag, source), expected));
  }
}

describe('white space in a css literal', () => {
  itMinifies('css', {
    'is removed around braces, colons and commas': ['.a , .b {\n    color: red;\n  }\n', '.a,.b{color:red}'],
    'collapses in a custom property of several lines': [
      '.a { --b: max(\n 1px,\n 2px\n ); }',
      '.a{--b: max( 1px, 2px )}',
    ],
    'is removed together with comments': ['/* why */ .a { /* how */ margin: 0; }', '.a{margin:0}'],
    'stays between words and around operators': ['.a { margin: 0 calc(1em + 2px); }', '.a{margin:0 calc(1em + 2px)}'],
    'stays before a pseudo-class of a descendant': ['.a :hover { top: 0; }', '.a :hover{top:0}'],
    'stays between the words of a query': [
      '@container (min-width: 1em) and (max-width: 2em) { .a { top: 0; } }',
      '@container (min-width: 1em) and (max-width: 2em){.a{top:0}}',
    ],
    'stays as the whole value of a custom property': ['.a { --empty: ; top: 0; }', '.a{--empty: ;top:0}'],
    'stays in a string that contains another kind of quotes': [
      `.a::before { content: '"  '; top: 0; }`,
      `.a:before{content:'"  ';top:0}`,
    ],
    'stays in a string that contains CSS syntax': [
      '.a::before { content: "  /* { ; */  "; }',
      '.a:before{content:"  /* { ; */  "}',
    ],
  });
});

describe('a declaration in a css literal', () => {
  itMinifies('css', {
    'stays before one of the same property, as a fallback': [
      '.a { min-block-size: 100vh; min-block-size: 100dvh; }',
      '.a{min-block-size:100vh;min-block-size:100dvh}',
    ],
    'is not minified if the literal contains an expression': [
      '.a { padding: ${b}; top: 0; }',
      '.a { padding: ${b}; top: 0; }',
    ],
    'keeps a function that the minifier does not know': [
      '.a { color: color(from var(--b) xyz-d65 calc(x * 2) y z); }',
      '.a{color:color(from var(--b) xyz-d65 calc(x*2) y z)}',
    ],
  });
});

describe('white space in an html literal', () => {
  itMinifies('html', {
    'collapses to one space at a line break': [
      '\n  <b>\n    ${a}</b>\n  <span>${b}</span>\n',
      ' <b> ${a}</b> <span>${b}</span> ',
    ],
    'stays between expressions': ['${a} ${b}${c}', '${a} ${b}${c}'],
    'stays at both ends': [' <bdi>(${a})</bdi> ', ' <bdi>(${a})</bdi> '],
    'stays in the value of an attribute': ['<p title="a  b">${c}</p>', '<p title="a  b">${c}</p>'],
    'is collapsed between the attributes of an empty textarea': [
      '<textarea\n  rows="2"\n  .value=${a}\n></textarea>',
      '<textarea rows="2" .value="${a}"></textarea>',
    ],
    'stays around an <svg>': [
      'a <svg class="b"> <path d="M0 0" /> </svg> c',
      'a <svg class="b"><path d="M0 0"/></svg> c',
    ],
    'is removed beside the tags of blocks, where it is not rendered': [
      '\n<li class="a ${b}">\n  ${c} <b>d</b>\n  <div>e</div> ${f}\n</li>\n',
      '<li class="a ${b}">${c} <b>d</b><div>e</div>${f}</li>',
    ],
    'is removed within a button, but not beside it': ['a\n<button> ${b} </button> c', 'a <button>${b}</button> c'],
    'stays in <pre>': ['<pre>\n  a</pre>', '<pre>\n  a</pre>'],
    'stays in <textarea>': ['<textarea>\n  a</textarea>', '<textarea>\n  a</textarea>'],
  });
});

describe('an attribute in an html literal', () => {
  itMinifies('html', {
    'keeps its case and its prefix': [
      '<a-b .someThing=${a} ?hidden=${b} @isp-ready=${c}></a-b>',
      '<a-b .someThing="${a}" ?hidden="${b}" @isp-ready="${c}"></a-b>',
    ],
    'stays if its value is empty': ['<slot name=""></slot>', '<slot name=""></slot>'],
    'keeps an expression between class names': ['<p class="a ${b} c">${d}</p>', '<p class="a ${b} c">${d}</p>'],
  });
});
