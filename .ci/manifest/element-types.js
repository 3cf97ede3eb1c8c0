const notice = '// Generated from custom-elements.json by `npm run build`.';

const isProperty = ({kind, static: isStatic, readonly}) => kind === 'field' && !isStatic && !readonly;

/** Types that mean the same everywhere. Others are named by the class and the property. */
const isPlain = type => /^(?:string|number|boolean|'[\w-]+'(?: \| '[\w-]+')*)$/.test(type);

/** `token` can only be written, so the class has no type for it that could be read. */
const propertyType = (className, {name, type}) => {
  if (name === 'token') return 'string | null';
  return isPlain(type.text) ? type.text : `${className}['${name}']`;
};

/** What markup may contain for a type. */
function attributeType({type: {text}}) {
  if (text === 'boolean') return "boolean | ''";
  return text === 'number' ? 'number | string' : text;
}

const comment = description => `/** ${description.replaceAll('*/', '*\\/').replaceAll('\n', ' ')} */`;

const entry = (key, type, {description}) => [`    ${comment(description)}`, `    ${key}: ${type};`];

const optional = (name, typeOf) => member => entry(`'${member[name]}'?`, `${typeOf(member)} | undefined`, member);

const block = (name, lines) => [`  ${name}: {`, ...lines.flat(), '  };'];

/** The events of an element. Those of the elements inside `<isp-support>` bubble through it. */
export function eventsOf(element, elements) {
  if (element.tagName !== 'isp-support') return element.events;
  const all = [...elements, element].flatMap(({events}) => events);
  return [...new Map(all.map(event => [event.name, event])).values()];
}

function elementBlock(element, elements) {
  const {name, summary, members, attributes} = element;
  const events = eventsOf(element, elements);
  return [
    comment(summary),
    `interface ${name}Types {`,
    `  element: ${name};`,
    ...block('properties', members.filter(isProperty).map(optional('name', property => propertyType(name, property)))),
    ...block('attributes', attributes.map(optional('name', attributeType))),
    ...block(
      'events',
      events.map(event => entry(`'${event.name}'`, event.type.text, event)),
    ),
    '}',
  ];
}

/**
 * The element, the properties, the attributes and the events of each tag, from which the types of the frameworks in
 * types/ derive.
 */
export function elementTypes({modules}) {
  const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  const classes = elements.flatMap(({name, events}) => [name, ...events.map(({type}) => type.text)]);
  return [
    notice,
    '',
    `import type {${[...new Set(classes)].sort().join(', ')}} from '../index.js';`,
    '',
    ...elements.flatMap(element => [...elementBlock(element, elements), '']),
    '/** The elements of the package by tag. */',
    'export interface SupportElements {',
    ...elements.flatMap(({tagName, name}) => [`  '${tagName}': ${name}Types;`]),
    '}',
    '',
  ].join('\n');
}
