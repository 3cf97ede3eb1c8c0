/** Adds the `@example` tags of a class to its declaration. The analyzer leaves them out. */
export function examples() {
  return {
    name: 'examples',
    analyzePhase({ts, node, moduleDoc}) {
      if (!ts.isClassDeclaration(node)) return;
      const found = ts
        .getJSDocTags(node)
        .filter(({tagName}) => tagName.text === 'example')
        .map(({comment}) => ts.getTextOfJSDocComment(comment).trim());
      const declaration = moduleDoc.declarations?.find(({name}) => name === node.name?.text);
      if (declaration && found.length > 0) declaration.examples = found;
    },
  };
}
