import {readdirSync, readFileSync} from 'node:fs';

const root = new URL('../../', import.meta.url);

export interface Described {
  readonly name: string;
  readonly description?: string;
}

interface Typed extends Described {
  readonly type?: {readonly text: string};
  readonly default?: string;
}

export interface Attribute extends Typed {
  readonly fieldName?: string;
}

export interface Member extends Typed {
  readonly kind: string;
  readonly privacy?: string;
  readonly attribute?: string;
}

export interface Declaration extends Described {
  readonly tagName?: string;
  readonly summary?: string;
  readonly examples?: readonly string[];
  readonly superclass?: {readonly name: string};
  readonly members?: readonly Member[];
  readonly attributes?: readonly Attribute[];
  readonly events?: readonly (Described & {readonly type?: {readonly text: string}})[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
  readonly cssStates?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly {readonly path: string; readonly declarations: readonly Declaration[]}[];
}

const manifest = JSON.parse(readFileSync(new URL('custom-elements.json', root), 'utf8')) as Manifest;

export const declarations = manifest.modules.flatMap(module => module.declarations);

/** The declarations of all custom elements. */
export const elements: readonly (Declaration & {readonly tagName: string})[] = declarations.flatMap(declaration =>
  declaration.tagName ? [{...declaration, tagName: declaration.tagName}] : [],
);

/** The names of one kind from all elements, sorted and without duplicates. */
export const namesOf = (kind: 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates'): readonly string[] =>
  [...new Set(elements.flatMap(element => element[kind]?.map(({name}) => name) ?? []))].sort();

/** The text of all sources in the given folders of src/. */
export const sourcesIn = (...folders: readonly string[]): string =>
  folders
    .flatMap(folder =>
      readdirSync(new URL(`src/${folder}`, root), {recursive: true}).map(file => `${folder}/${String(file)}`),
    )
    .filter(file => file.endsWith('.ts'))
    .sort()
    .map(file => readFileSync(new URL(`src/${file}`, root), 'utf8'))
    .join('\n');

/** The first group of each match, sorted and without duplicates. */
export const allMatches = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, group = '']) => group))].sort();
