/** Replaces the name of a constant by its value, so that a default can be read without our source. */
export function writeOutConstantDefaults() {
  const values = new Map();
  return {
    name: 'constant-defaults',
    collectPhase({ts, node}) {
      if (ts.isVariableDeclaration(node) && node.initializer && ts.isObjectLiteralExpression(node.initializer)) {
        values.set(node.name.getText(), node.initializer.getText());
      }
    },
    moduleLinkPhase({moduleDoc}) {
      for (const {members = [], attributes = []} of moduleDoc.declarations) {
        for (const field of [...members, ...attributes]) {
          if (values.has(field.default)) field.default = values.get(field.default);
        }
      }
    },
  };
}
