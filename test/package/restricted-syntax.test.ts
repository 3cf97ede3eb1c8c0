import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {rulesBroken} from './lint.js';

const inTemplate = (markup: string): string =>
  `import {html} from 'lit';\n\nexport const picture = (value: string) => html\`${markup}\`;\n`;
const inStyles = (css: string): string => `import {css} from 'lit';\n\nexport const styles = css\`${css}\`;\n`;
const importing = (name: string, from: string): string => `export {${name}} from '${from}';\n`;

const syntax = 'no-restricted-syntax';
const names = '@typescript-eslint/no-restricted-imports';
const lineLength = '@stylistic/max-len';

const branches = 'if (value) value = 0;\n'.repeat(16);
const inFunction = (statements: string): string =>
  `export function probe(value: number): number {\n${statements}return value;\n}\n`;
const nestedBlocks = (depth: number): string => `${'if (value) {\n'.repeat(depth)}value = 0;\n${'}\n'.repeat(depth)}`;
const nestedCallbacks = (depth: number): string => `${'value.map(() => '.repeat(depth)}value${')'.repeat(depth)}`;

/** Subject, rule that reports it, text, and the layer of the file if that is not ui. */
const violations: readonly (readonly [string, string, string, string?])[] = [
  ['a style attribute', syntax, inTemplate('<p style="color: red"></p>')],
  ['a bound style attribute', syntax, inTemplate('<p class="a" style=${value}></p>')],
  ['a style element', syntax, inTemplate('<style>p {}</style>')],
  ['a srcdoc', syntax, inTemplate('<iframe title="a" srcdoc=${value}></iframe>')],
  ['a bound innerHTML', syntax, inTemplate('<p .innerHTML=${value}></p>')],
  ['an assigned innerHTML', syntax, 'document.body.innerHTML = document.title;\n'],
  ['unsafeHTML', names, importing('unsafeHTML', 'lit/directives/unsafe-html.js')],
  ['unsafeSVG', names, importing('unsafeSVG', 'lit/directives/unsafe-svg.js')],
  ['styleMap', names, importing('styleMap', 'lit/directives/style-map.js')],
  ['unsafeCSS', names, "import {unsafeCSS} from 'lit';\n\nexport default unsafeCSS;\n"],
  ['eval', 'no-eval', "eval('1');\n"],
  ['new Function', 'no-new-func', "export default new Function('return 1');\n"],
  ['a lookbehind', syntax, 'export default /(?<=a)b/;\n'],
  ['a lookbehind in a string', syntax, "export default new RegExp('(?<!a)b');\n"],
  ['the v flag', syntax, 'export default /a/v;\n'],
  ['a top-level await', syntax, 'await Promise.resolve();\n'],
  ['a nested rule', syntax, inStyles('p { &:hover { color: red; } }')],
  ['AbortSignal.any', syntax, 'export default AbortSignal.any([]);\n'],
  ['z.config', syntax, "import * as z from 'zod/v4/core';\n\nz.config({jitless: true});\n", 'contract'],
  ['an imported config of zod', syntax, "import {config} from 'zod/v4/core';\n\nconfig({});\n", 'contract'],
  ['the document in a layer without DOM', 'no-restricted-globals', 'export default document.title;\n', 'contract'],
  ['navigator in a layer without DOM', 'no-restricted-globals', 'export default navigator.onLine;\n', 'i18n'],
  ['the window in a layer without DOM', 'no-restricted-globals', 'export default globalThis.window;\n', 'contract'],
  ['the console', 'no-console', "console.log('here');\n"],
  ['a function with 17 paths', 'complexity', inFunction(branches)],
  ['a function with 17 statements', 'max-statements', inFunction('value += 1;\n'.repeat(16))],
  ['blocks nested 5 deep', 'max-depth', inFunction(nestedBlocks(5))],
  [
    'callbacks nested 4 deep',
    'max-nested-callbacks',
    `export const nested = (value: number[]): unknown => ${nestedCallbacks(4)};\n`,
  ],
  ['a line of 121 characters', lineLength, `export const line = '${'a'.repeat(98)}';\n`],
  ['a comment of 121 characters', lineLength, `// ${'a '.repeat(59)}\n`],
  ['a line of 121 characters in a template', lineLength, inTemplate(`\n<p>\n${'a '.repeat(60)}a\n</p>\n`)],
];

describe('restricted syntax', () => {
  for (const [subject, rule, text, layer = 'ui'] of violations) {
    it(`reports ${subject}`, async () => {
      const broken = await rulesBroken(`src/${layer}/probe.ts`, text);
      assert(broken.has(rule), `expected ${rule}, reported: ${[...broken].join(', ') || 'nothing'}`);
    });
  }

  it('reports nothing in a file without violations', async () => {
    const text =
      inTemplate('<p class="a" .style=${value}>${value}</p>') +
      'export const soon = async () => await 1;\n' +
      inFunction('value += 1;\n'.repeat(15)).replace('probe', 'secondProbe') +
      inFunction(nestedBlocks(4));
    assert.deepEqual(await rulesBroken('src/ui/probe.ts', text), new Set());
  });

  it('reports no global that Node has, in a layer without DOM', async () => {
    const text = 'export default [new AbortController(), new EventTarget(), crypto, fetch, setTimeout, URL];\n';
    assert.deepEqual(await rulesBroken('src/contract/probe.ts', text), new Set());
  });

  it('allows the document in a layer with DOM', async () => {
    assert.deepEqual(await rulesBroken('src/ui/probe.ts', 'export default document.title;\n'), new Set());
  });
});
