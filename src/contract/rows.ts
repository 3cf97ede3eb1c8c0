import type * as z from 'zod/v4/core';

import {arrayOf, isObject, jsonObject, lenient, mismatch, pipe, record, rowsIn, type ReportFlaw} from './primitives.js';

interface Created {
  readonly id: string;
  readonly createdAt: string | null;
}

/**
 * The rows sorted by their time of creation. Rows with the same time stay as they came, and those without a time stay
 * behind the row before them. Returns the same array if it is sorted.
 */
export function sortByCreation<Row extends Pick<Created, 'createdAt'>>(
  rows: readonly Row[],
  order: 'oldest first' | 'newest first',
): readonly Row[] {
  let time = rows.find(({createdAt}) => createdAt)?.createdAt ?? '';
  const timed = rows.map(row => ({row, time: (time = row.createdAt ?? time)}));
  const direction = order === 'oldest first' ? 1 : -1;
  const sorted = timed
    .sort((one, other) => direction * (Number(one.time > other.time) - Number(one.time < other.time)))
    .map(({row}) => row);
  return sorted.every((row, index) => row === rows[index]) ? rows : sorted;
}

/** Sorts the rows of a response, and reports those that are in another order or have the id of another row. */
export function inOrder<Row extends Created>(
  rows: readonly Row[],
  order: 'oldest first' | 'newest first',
  name: string,
  report: ReportFlaw,
): readonly Row[] {
  const ids = new Set<string>();
  for (const [index, {id}] of rows.entries()) {
    if (id && ids.has(id)) report('id of another row', `${name}.${index}.id`);
    ids.add(id);
  }
  const sorted = sortByCreation(rows, order);
  if (sorted !== rows) report(`not sorted, ${order}`, name);
  return sorted;
}

interface Titled extends Created {
  readonly number: string;
  readonly subject: string;
}

/**
 * The rows without those that repeat another one. Different tickets with one id are all shown, but only the first of
 * them can be opened. Returns the same array if all ids are different.
 */
export function withDistinctIds<Row extends Titled>(rows: readonly Row[]): readonly Row[] {
  const byId = new Map<string, Row>();
  const distinct = rows.flatMap(row => {
    const other = row.id && byId.get(row.id);
    if (!other) byId.set(row.id, row);
    else if (titleOf(other) === titleOf(row)) return [];
    return other ? {...row, id: ''} : row;
  });
  return byId.size === rows.length ? rows : distinct;
}

const titleOf = ({number, subject, createdAt}: Titled): string => `${number} ${createdAt} ${subject}`;

/** What servers call rows. An array of any other name may be warnings, links or errors. */
const rowNames = /^(?:items|tickets|results?|rows|replies|comments|content|records|entries|list|value)$/i;

/** Without rows there is no page. Some servers send null for none. */
const pageRows = <Row extends z.$ZodType>(row: Row) =>
  pipe(
    lenient<unknown>((value, report) => {
      const rows = value === null ? [] : rowsIn(value);
      if (rows && rows !== value) report(mismatch(value, 'an array'));
      return rows ?? value;
    }),
    arrayOf(row),
  );

/** A page of rows, in `data`. Servers also send the array itself, or call it otherwise. */
export const page = <Row extends z.$ZodType, Rest extends z.$ZodShape>(row: Row, rest: Rest) =>
  pipe(
    lenient<unknown>((body, report) => {
      const name =
        isObject(body) &&
        !('data' in body) &&
        Object.keys(body).find(key => rowNames.test(key) && Array.isArray(body[key]));
      if (name) report(`${name} instead of data`, name);
      else if (Array.isArray(body)) report('array instead of data', 'data');
      else return body;
      return jsonObject(isObject(body) ? {...body, data: body[name as string]} : {data: body});
    }),
    record({data: pageRows(row), ...rest}),
  );
