import type {ArgTypes} from '@storybook/web-components-vite';

import manifest from '../custom-elements.json' with {type: 'json'};

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: {readonly text: string};
}

interface Parameter extends Described {
  readonly optional?: boolean;
}

interface Member extends Described {
  readonly kind: string;
  readonly attribute?: string;
  readonly parameters?: readonly Parameter[];
  readonly return?: {readonly type: {readonly text: string}};
}

interface Declaration {
  readonly tagName?: string;
  readonly members?: readonly Member[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssStates?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

type ArgType = ArgTypes[string];

type Row = readonly [key: string, argType: ArgType];

const {modules} = manifest as {readonly modules: readonly {readonly declarations: readonly Declaration[]}[]};

const elements = modules.flatMap(({declarations}) => declarations);

const summaryOf = (text: string | undefined) => (text === undefined ? {} : {summary: text});

const controllable = ['string', 'number', 'boolean'] as const;

type Controllable = (typeof controllable)[number];

/** A row of the table. `type` decides which control Storybook offers. */
function row(item: Described, category: string, name = item.name, type: Controllable = 'string'): ArgType {
  return {
    name,
    type: {name: type},
    description: item.description ?? '',
    table: {category, type: summaryOf(item.type?.text), defaultValue: summaryOf(item.default)},
  };
}

/** The key is the name of the property: Storybook sets the properties of an element by the keys of its arguments. */
function propertyRow(member: Member): Row {
  const {name, attribute, description = ''} = member;
  const type = controllable.find(each => each === member.type?.text);
  const notes = attribute === undefined ? 'No attribute.' : `Attribute: \`${attribute}\`.`;
  return [name, row({...member, description: `${description} ${notes}`}, 'properties', name, type)];
}

function methodRow(member: Member): Row {
  const {name, parameters = []} = member;
  const list = parameters.map(each => `${each.name}${each.optional ? '?' : ''}: ${each.type?.text}`).join(', ');
  const result = {...member, type: {text: member.return?.type.text ?? 'void'}};
  return [`method ${name}`, row(result, 'methods', `${name}(${list})`)];
}

/** The key has the kind in it, because a slot and a part, or a property and a state, may have the same name. */
const describedRows = (items: readonly Described[] | undefined, category: string, kind: string): readonly Row[] =>
  (items ?? []).map(item => [`${kind} ${item.name}`, row(item, category)]);

/**
 * Replaces Storybook's own reading of the manifest, which leaves out methods and custom states, and mixes up what has
 * the same name.
 */
export function extractArgTypes(tagName: string): ArgTypes {
  const element = elements.find(each => each.tagName === tagName);
  const members = element?.members ?? [];
  return Object.fromEntries([
    ...members.filter(({kind}) => kind === 'field').map(propertyRow),
    ...members.filter(({kind}) => kind === 'method').map(methodRow),
    ...describedRows(element?.events, 'events', 'event'),
    ...describedRows(element?.slots, 'slots', 'slot'),
    ...describedRows(element?.cssStates, 'css custom states', 'state'),
    ...describedRows(element?.cssProperties, 'css custom properties', 'token'),
    ...describedRows(element?.cssParts, 'css shadow parts', 'part'),
  ]);
}
