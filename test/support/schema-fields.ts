import {safeParse} from 'zod/v4/core';

import type {readTolerantly} from '../../src/contract/flaws.js';

export type Schema = Parameters<typeof readTolerantly>[0];
export type Path = readonly (string | number)[];

/** A field of a schema, with a value of it that has no flaw. */
export interface SchemaField {
  readonly path: Path;
  readonly sample: unknown;
}

interface Definition {
  readonly type: string;
  readonly in: Schema;
  readonly out: Schema;
  readonly element: Schema;
  readonly shape: Readonly<Record<string, Schema>>;
}

const definitionOf = (schema: Schema): Definition => schema._zod.def as unknown as Definition;

/** The object or the array that a schema reads, whatever is done before and after. */
function structureOf(schema: Schema): Definition | undefined {
  const definition = definitionOf(schema);
  if (definition.type === 'pipe') return structureOf(definition.in) ?? structureOf(definition.out);
  return definition.type === 'object' || definition.type === 'array' ? definition : undefined;
}

/** A value that a schema accepts without a flaw. Arrays have two rows. */
export function sampleOf(schema: Schema, name = 'value', row = 0): unknown {
  const structure = structureOf(schema);
  if (structure?.type === 'array') return [0, 1].map(index => sampleOf(structure.element, name, index));
  if (structure) {
    return Object.fromEntries(Object.entries(structure.shape).map(([key, inner]) => [key, sampleOf(inner, key, row)]));
  }
  // A default is one of the choices: the second, since variants of the first row leave it as it is.
  const text = name.startsWith('default_') ? 'value 1' : `${name} ${row}`;
  const candidates = [
    text,
    '2026-05-02T10:00:00Z',
    60,
    false,
    'operator',
    'open',
    'https://example.com',
    'a@example.com',
  ];
  const found = candidates.find(candidate => safeParse(schema, candidate).success);
  if (found === undefined) throw new Error(`No sample for ${name}: add one to the candidates.`);
  return found;
}

/** Each field of a schema, at any depth; of arrays, those of the first row. */
export function* fieldsOf(schema: Schema, sample: unknown, path: Path = []): Generator<SchemaField> {
  const structure = structureOf(schema);
  if (structure?.type === 'array') {
    yield* fieldsOf(structure.element, (sample as unknown[])[0], [...path, 0]);
  } else {
    for (const [key, inner] of Object.entries(structure?.shape ?? {})) {
      const value = (sample as Record<string, unknown>)[key];
      yield {path: [...path, key], sample: value};
      yield* fieldsOf(inner, value, [...path, key]);
    }
  }
}

/** A copy of a value with the part at a path replaced, or removed if the replacement is undefined. */
export function replaceAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const inner = replaceAt((value as Record<string, unknown>)[key], rest, replacement);
  if (Array.isArray(value)) return value.map((each, index) => (index === key ? inner : each));
  const {[key as never]: _, ...others} = value as object;
  return inner === undefined ? others : {...others, [key]: inner};
}

/** The path and the value of everything in a value that is neither an object nor an array. */
export function* leavesOf(value: unknown, path = ''): Generator<readonly [path: string, leaf: unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else for (const [key, inner] of Object.entries(value)) yield* leavesOf(inner, `${path}.${key}`);
}
