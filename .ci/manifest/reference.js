const notice = '<!-- Generated from custom-elements.json by `npm run manifest`. -->';

const code = text => (text === undefined ? '' : `\`${text}\``);

/** A bar ends a cell, even in code. */
const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = cells => `| ${cells.map(cell).join(' | ')} |`;

function table(columns, rows) {
  return [row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n');
}

/** A heading with a table, or nothing if there are no rows. */
function section(heading, columns, rows) {
  return rows.length > 0 ? [`## ${heading}`, table(columns, rows)] : [];
}

const page = (...blocks) => `${[notice, ...blocks].join('\n\n')}\n`;

const isField = ({kind}) => kind === 'field';
const isMethod = ({kind}) => kind === 'method';

const propertyRow = ({name, attribute, type, default: initial, description}) => [
  code(name),
  code(attribute),
  code(type.text),
  code(initial),
  description,
];

const parameter = ({name, optional, type}) => `${name}${optional ? '?' : ''}: ${type.text}`;

const methodRow = ({name, parameters = [], return: result, description}) => [
  code(`${name}(${parameters.map(parameter).join(', ')})`),
  code(result.type.text),
  description,
];

const describedRow = ({name, description}) => [code(name), description];

const cssPropertyRow = ({name, default: initial, description}) => [code(name), code(initial), description];

const isCancelable = ({members}) => members.find(({name}) => name === 'cancelable').default === 'true';

/** Own fields of an event class: not its type, and nothing that any event has. */
const fieldsOf = ({members}) => members.filter(isField).filter(field => !field.static && !field.inheritedFrom);

function eventRow(classes) {
  return ({name, type, description}) => {
    const eventClass = classes.get(type.text);
    return [
      `[${code(name)}](events.md#${name})`,
      isCancelable(eventClass) ? 'yes' : 'no',
      fieldsOf(eventClass)
        .map(field => code(field.name))
        .join(', '),
      description,
    ];
  };
}

/** The sections of an element, or of the base class. */
function sections({members, events = [], slots = [], cssParts = [], cssStates = [], cssProperties = []}, classes) {
  return [
    ...section(
      'Properties and attributes',
      ['Property', 'Attribute', 'Type', 'Default', 'Description'],
      members.filter(isField).map(propertyRow),
    ),
    ...section('Methods', ['Method', 'Returns', 'Description'], members.filter(isMethod).map(methodRow)),
    ...section('Events', ['Event', 'Cancelable', 'Fields', 'Description'], events.map(eventRow(classes))),
    ...section('Slots', ['Slot', 'Description'], slots.map(describedRow)),
    ...section('CSS parts', ['Part', 'Description'], cssParts.map(describedRow)),
    ...section('CSS states', ['State', 'Description'], cssStates.map(describedRow)),
    ...section('CSS custom properties', ['Property', 'Default', 'Description'], cssProperties.map(cssPropertyRow)),
  ];
}

/** What an element has beyond its base class, or describes differently. */
function ownOf(element, base) {
  const own = kind => {
    const inherited = new Map(base[kind]?.map(({name, description}) => [name, description]));
    return element[kind]?.filter(({name, description}) => inherited.get(name) !== description);
  };
  const kinds = ['members', 'events', 'slots', 'cssParts', 'cssStates', 'cssProperties'];
  return Object.fromEntries(kinds.map(kind => [kind, own(kind)]));
}

function elementPage(element, base, classes) {
  const {tagName, name, description, examples} = element;
  return page(
    `# \`<${tagName}>\``,
    description,
    ['```html', ...examples, '```'].join('\n'),
    `Class: \`${name}\`. The properties, methods, events, states and custom properties that all elements share are listed ` +
      'in [Every element](every-element.md).',
    ...sections(ownOf(element, base), classes),
  );
}

function everyElementPage(base, classes) {
  return page(
    '# Every element',
    'All five elements have these properties, methods, events, states and CSS custom properties.',
    ...sections(base, classes),
  );
}

const linkTo = ({tagName}) => `[\`<${tagName}>\`](${tagName}.md)`;

function sourcesOf({name}, elements) {
  const sources = elements.filter(({events = []}) => events.some(event => event.type.text === name));
  return sources.length === elements.length ? '[every element](every-element.md)' : sources.map(linkTo).join(', ');
}

function eventSection(elements) {
  return eventClass => {
    const {name, description, members} = eventClass;
    const type = members.find(member => member.name === 'type').type.text.slice(1, -1);
    const fields = fieldsOf(eventClass);
    const methods = members.filter(isMethod);
    return [
      `## \`${type}\``,
      description,
      `Class: \`${name}\`. Cancelable: ${isCancelable(eventClass) ? 'yes' : 'no'}. Fired by ` +
        `${sourcesOf(eventClass, elements)}.`,
      ...(fields.length > 0
        ? [
            table(
              ['Field', 'Type', 'Description'],
              fields.map(field => [code(field.name), code(field.type.text), field.description ?? '']),
            ),
          ]
        : []),
      ...(methods.length > 0 ? [table(['Method', 'Returns', 'Description'], methods.map(methodRow))] : []),
    ];
  };
}

function eventsPage(classes, elements) {
  return page(
    '# Events',
    'All events bubble and cross shadow roots. Their data is in fields of the event itself, not in `detail`. No event ' +
      'contains the token.',
    ...[...classes.values()].flatMap(eventSection(elements)),
  );
}

function indexPage(elements) {
  return page(
    '# Reference',
    table(
      ['Element', 'Description'],
      elements.map(element => [linkTo(element), element.summary]),
    ),
    'See also: [every element](every-element.md) for the API that all elements share, and [events](events.md) for all ' +
      'events with their fields.',
  );
}

/** The reference pages of a manifest, by file name. */
export function referencePages({modules}) {
  const declarations = modules.flatMap(module => module.declarations);
  const all = declarations.filter(({tagName}) => tagName);
  const isWhole = ({tagName}) => tagName === 'isp-support';
  const elements = [...all.filter(isWhole), ...all.filter(element => !isWhole(element))];
  const base = declarations.find(({name}) => name === elements[0].superclass.name);
  const events = declarations.filter(({superclass}) => superclass?.name === 'Event');
  const classes = new Map(events.map(event => [event.name, event]));
  return new Map([
    ['README.md', indexPage(elements)],
    ['events.md', eventsPage(classes, elements)],
    ['every-element.md', everyElementPage(base, classes)],
    ...elements.map(element => [`${element.tagName}.md`, elementPage(element, base, classes)]),
  ]);
}
