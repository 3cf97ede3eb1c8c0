import {Visitor, type ESTree, type Plugin} from 'vite';

import {applyEdits, breaksIn, type Edit} from './edits.js';
import {tightCss, tightHtml} from './template-space.js';

type Parts = readonly string[];

const tighten = new Map<string, (parts: Parts) => Parts>([
  ['css', parts => parts.map(tightCss)],
  ['html', tightHtml],
  ['svg', tightHtml],
]);

/** What to replace in one literal. The line breaks it loses go into the code that follows. */
function editsFor({tag, quasi: {quasis}}: ESTree.TaggedTemplateExpression): readonly Edit[] {
  const parts = tag.type === 'Identifier' ? tighten.get(tag.name)?.(quasis.map(({value}) => value.raw)) : undefined;
  if (!parts) return [];
  return quasis.map(({start, end, tail, value: {raw}}, index) => {
    const part = parts[index] ?? raw;
    const delimiter = tail ? '`' : '${';
    const lost = '\n'.repeat(breaksIn(raw) - breaksIn(part));
    return {start, end: end + delimiter.length, text: part + delimiter + lost};
  });
}

/** Takes indentation and comments out of Lit's literals, where no minifier looks. */
export function tightTemplates(): Plugin {
  return {
    name: 'tight-templates',
    // After the TypeScript has gone, so that the parser meets plain JavaScript.
    enforce: 'post',
    transform: {
      filter: {id: /\/src\/.+\.ts$/},
      handler(code) {
        const edits: Edit[] = [];
        const visitor = new Visitor({TaggedTemplateExpression: template => void edits.push(...editsFor(template))});
        visitor.visit(this.parse(code));
        return {code: applyEdits(code, edits), map: null};
      },
    },
  };
}
