import type {SupportError} from '../../contract/errors.js';
import type {Resource} from './resource.js';

/** Rows read page by page, and how to go on. */
export interface Pages<Row> {
  readonly rows: readonly Row[];
  /** Leads to the next page; null when there is none. */
  readonly cursor: string | null;
  /** What became of the last request for a page. */
  readonly more: 'idle' | 'loading' | 'failed';
  /** Why it failed, where it did. */
  readonly error?: SupportError;
}

interface Identified {
  readonly id: string;
}

/** A page is sometimes short, and sometimes empty before the end; a server that never ends is not followed for ever. */
const emptyPagesAtMost = 10;

/** Reads pages until one brings rows or there are no more. */
export async function readPage<Row>(
  cursor: string | null,
  read: (cursor: string | null) => Promise<{readonly rows: readonly Row[]; readonly cursor: string | null}>,
): Promise<{readonly rows: readonly Row[]; readonly cursor: string | null}> {
  let page = await read(cursor);
  for (let pages = 1; page.rows.length === 0 && page.cursor !== null && pages < emptyPagesAtMost; pages++) {
    page = await read(page.cursor);
  }
  return page;
}

/** Notes why a page did not come. A cursor that the server does not know any more leads nowhere: all is read anew. */
export async function noteFailure<Value extends Pages<unknown>>(
  resource: Resource<Value>,
  error: SupportError,
): Promise<void> {
  resource.patch(now => ({...now, error}));
  if (error.refusesCursor) await resource.refresh();
  resource.patch(now => (now.error === error ? {...now, more: 'failed'} : now));
}

/** The rows with those that are not among them yet, in order: a page that moved meanwhile brings some twice. */
export function append<Row extends Identified>(rows: readonly Row[], more: readonly Row[]): readonly Row[] {
  const known = new Set(rows.map(row => row.id));
  const added: Row[] = [];
  for (const row of more) {
    if (!known.has(row.id)) added.push(row);
    known.add(row.id);
  }
  return [...rows, ...added];
}

/** The rows, each that has not changed as the one that was known: who shows it need not look at it again. */
export function reuse<Row extends Identified>(rows: readonly Row[], known: readonly Row[]): readonly Row[] {
  const before = new Map(known.map(row => [row.id, row]));
  return rows.map(row => {
    const old = before.get(row.id);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
}

/** The rows with one of them replaced; the very same rows when there is nothing to replace. */
export function replace<Row extends Identified>(rows: readonly Row[], changed: Row): readonly Row[] {
  const known = rows.find(row => row.id === changed.id);
  if (!known || JSON.stringify(known) === JSON.stringify(changed)) return rows;
  return rows.map(row => (row === known ? changed : row));
}
