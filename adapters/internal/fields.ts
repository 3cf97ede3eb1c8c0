export type Row = Readonly<Record<string, unknown>>;

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The entries of an array, or of an object with numbers as keys: PHP sends an array with a gap as one
 * (https://www.php.net/manual/en/function.json-encode.php). Undefined if there are none.
 */
export function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as unknown[];
  const keys = isRow(value) ? Object.keys(value) : [];
  return keys.length > 0 && keys.every(key => /^\d+$/.test(key)) ? Object.values(value as Row) : undefined;
}

export const rowsIn = (value: unknown): readonly Row[] => (listOf(value) ?? []).filter(isRow);

const withoutCase = (name: string): string => name.replace(/[_\s-]/g, '').toLowerCase();

/** The property of a name, in snake case, camel case or any other. An exact match comes first. */
export function property(row: unknown, name: string): unknown {
  if (!isRow(row)) return undefined;
  const keys = Object.keys(row);
  const key = keys.find(each => each === name) ?? keys.find(each => withoutCase(each) === withoutCase(name));
  return key === undefined ? undefined : row[key];
}

export const isPresent = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

const valueAt = (row: unknown, path: string): unknown => path.split('.').reduce(property, row);

/** The value at a path such as `author.name`. Paths with a space between them are joined to one text. */
function valueOf(row: unknown, paths: string): unknown {
  const values = paths.split(' ').map(path => valueAt(row, path));
  return values.length > 1 ? values.map(textOf).filter(Boolean).join(' ') : values[0];
}

/** The first of the values that is there. */
export const firstOf = (row: unknown, paths: readonly string[]): unknown => allOf(row, paths)[0];

/** All of the values that are there. */
export const allOf = (row: unknown, paths: readonly string[]): readonly unknown[] =>
  paths.map(path => valueOf(row, path)).filter(isPresent);

/** A text or a number as text. Of an object, such as `{id: 3, name: 'Billing'}`, what names it. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return isRow(value) ? textOf(firstOf(value, ['value', 'slug', 'name', 'label', 'title'])) : '';
}

export const textAt = (row: unknown, ...paths: readonly string[]): string => textOf(firstOf(row, paths));

/** Null if it is not there, and not a number that can be counted with. */
export function countOf(value: unknown): number | null {
  const count = Number.parseInt(textOf(value), 10);
  return count >= 0 ? count : null;
}

/** Whether a flag is set, in any form that databases have for it. */
export const isSet = (value: unknown): boolean => !/^(?:|0|f|n|no|false|null)$/i.test(textOf(value));
