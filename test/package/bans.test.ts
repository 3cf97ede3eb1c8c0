import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {rulesBroken} from './lint.js';

const inTemplate = (markup: string): string =>
  `import {html} from 'lit';\n\nexport const picture = (value: string) => html\`${markup}\`;\n`;
const inStyles = (css: string): string => `import {css} from 'lit';\n\nexport const styles = css\`${css}\`;\n`;
const importing = (name: string, from: string): string => `export {${name}} from '${from}';\n`;

const syntax = 'no-restricted-syntax';
const names = '@typescript-eslint/no-restricted-imports';

/** What, the rule that must say so, the text, and the floor where it stands unless that is ui. */
const bans: readonly (readonly [string, string, string, string?])[] = [
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
  ['z.config', syntax, "import * as z from 'zod/mini';\n\nz.config({jitless: true});\n", 'contract'],
  ['an imported config of zod', syntax, "import {config} from 'zod/mini';\n\nconfig({});\n", 'contract'],
  ['the console', 'no-console', "console.log('here');\n"],
  ['a file of more than 120 lines', 'max-lines', '//\n'.repeat(121)],
];

describe('the bans', () => {
  for (const [what, rule, text, floor = 'ui'] of bans) {
    it(`report ${what}`, async () => {
      const broken = await rulesBroken(`src/${floor}/planted.ts`, text);
      assert(broken.has(rule), `${rule} is silent; what spoke: ${[...broken].join(', ')}`);
    });
  }

  it('say nothing to a file that keeps them', async () => {
    const text = inTemplate('<p class="a" .style=${value}>${value}</p>') + 'export const soon = async () => await 1;\n';
    assert.deepEqual(await rulesBroken('src/ui/planted.ts', text), new Set());
  });
});
