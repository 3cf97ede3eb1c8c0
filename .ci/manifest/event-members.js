const event = {name: 'Event', package: 'global:'};

const isTrue = (ts, literal, key) =>
  literal.properties.some(
    ({name, initializer}) => name?.text === key && initializer?.kind === ts.SyntaxKind.TrueKeyword,
  );

/** The options that a constructor passes to `super(type, options)`. */
function optionsOfEvent(ts, declaration) {
  const constructor = declaration.members.find(ts.isConstructorDeclaration);
  const calls = constructor?.body?.statements.map(({expression}) => expression) ?? [];
  const call = calls.find(each => each?.expression?.kind === ts.SyntaxKind.SuperKeyword);
  return call?.arguments.find(ts.isObjectLiteralExpression);
}

/** What the analyzer takes for the default of a field is the parameter that its constructor assigns. */
const withoutDefault = ({default: _, ...field}) => field;

/**
 * Completes the event classes: `cancelable` is inherited from `Event` but differs by class, and fields have no defaults
 * but their type.
 */
export function eventMembers() {
  return {
    name: 'event-members',
    analyzePhase({ts, node, moduleDoc}) {
      if (!ts.isClassDeclaration(node)) return;
      const declaration = moduleDoc.declarations?.find(({name}) => name === node.name?.text);
      const options = declaration?.superclass?.name === 'Event' && optionsOfEvent(ts, node);
      if (!options) return;
      declaration.superclass = event;
      const [type, ...fields] = declaration.members;
      const isCancelable = isTrue(ts, options, 'cancelable');
      declaration.members = [
        {...type, type: {text: type.default}, description: 'Name of the event, for `addEventListener()`.'},
        ...fields.map(withoutDefault),
        {
          kind: 'field',
          name: 'cancelable',
          type: {text: 'boolean'},
          default: String(isCancelable),
          readonly: true,
          description: `The event can${isCancelable ? '' : 'not'} be cancelled.`,
          inheritedFrom: event,
        },
      ];
    },
  };
}
