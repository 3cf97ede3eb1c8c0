import {textAt, type Row} from './fields.js';

/** Beyond it, something is wrong with the pages. */
const maxPages = 100;

/** A page of rows, and how to ask for the next one. Null on the last page. */
export interface RowPage {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** Reads a list to its end. A server that ignores which page is asked for would send the first one again and again. */
export async function allRows(read: (cursor: string | null) => Promise<RowPage>): Promise<readonly Row[]> {
  const all: Row[] = [];
  let cursor: string | null = null;
  for (let count = 0; count < maxPages; count += 1) {
    const {rows, next} = await read(cursor);
    if (rows.length === 0 || (count > 0 && textAt(rows[0], 'id') === textAt(all[0], 'id'))) break;
    all.push(...rows);
    if (next === null) break;
    cursor = next;
  }
  return all;
}

/** The offset of the next page. A page that is not empty may be short without being the last one. */
export function nextOffset(offset: number, count: number, total: number | null): string | null {
  const next = offset + count;
  return count === 0 || (total !== null && next >= total) ? null : String(next);
}
