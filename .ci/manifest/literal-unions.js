import {readdirSync, readFileSync} from 'node:fs';

/** `'light' | 'dark' | 'auto'` for `type ColorScheme = …`, by name, for all such aliases of a file. */
function* literalUnionsIn(ts, text) {
  const {statements} = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  for (const {name, type} of statements.filter(ts.isTypeAliasDeclaration)) {
    if (!ts.isUnionTypeNode(type) || !type.types.every(ts.isLiteralTypeNode)) continue;
    yield [name.text, type.types.map(literal => literal.getText()).join(' | ')];
  }
}

function literalUnions(ts, folder) {
  const files = readdirSync(folder, {recursive: true}).filter(file => file.endsWith('.ts'));
  return new Map(files.flatMap(file => [...literalUnionsIn(ts, readFileSync(`${folder}/${file}`, 'utf8'))]));
}

/**
 * Replaces the name of a union of literals by the union itself, so that tools can offer the values without our types.
 * The packages that do this with a type checker take half a minute and expand object types as well.
 */
export function writeOutLiteralUnions(folder) {
  let unions;

  function writeOut(described) {
    const union = unions.get(described.type?.text);
    if (union) described.type.text = union;
  }

  return {
    name: 'literal-unions',
    initialize({ts}) {
      unions = literalUnions(ts, folder);
    },
    moduleLinkPhase({moduleDoc}) {
      for (const {members = [], attributes = []} of moduleDoc.declarations)
        [...members, ...attributes].forEach(writeOut);
    },
  };
}
