import {Visitor, type ESTree, type Plugin} from 'vite';

import {applyEdits, breaksIn, type Edit} from './edits.js';

/** `static { this.name = value; }` as `static name = value;`; undefined for a block that does anything else. */
function fieldFor({start, end, body}: ESTree.StaticBlock, code: string): Edit | undefined {
  const [only] = body;
  if (body.length !== 1 || only?.type !== 'ExpressionStatement') return undefined;
  const {expression} = only;
  if (expression.type !== 'AssignmentExpression' || expression.left.type !== 'MemberExpression') return undefined;
  const {object, property} = expression.left;
  if (object.type !== 'ThisExpression' || property.type !== 'Identifier') return undefined;
  const value = code.slice(expression.right.start, expression.right.end);
  const field = `static ${property.name} = ${value};`;
  const lost = '\n'.repeat(breaksIn(code.slice(start, end)) - breaksIn(field));
  return {start, end, text: field + lost};
}

/**
 * Without `useDefineForClassFields`, which Lit's decorators rule out, a static field is compiled to a static block, and Safari
 * reads those from 16.4 on only: before that, one is a syntax error that takes the whole file with it.
 */
export function staticFields(): Plugin {
  return {
    name: 'static-fields',
    enforce: 'post',
    transform: {
      filter: {id: /\/src\/.+\.ts$/},
      handler(code) {
        const edits: Edit[] = [];
        const keep = (block: ESTree.StaticBlock): void => {
          const edit = fieldFor(block, code);
          if (edit) edits.push(edit);
        };
        new Visitor({StaticBlock: keep}).visit(this.parse(code));
        return {code: applyEdits(code, edits), map: null};
      },
    },
  };
}
