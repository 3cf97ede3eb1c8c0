import {SupportError} from '../../contract/errors.js';
import {isEqual} from '../../internal/is-equal.js';
import {warnOnce} from '../../internal/warn-once.js';
import type {Resource} from './resource.js';

/** Rows loaded page by page. */
export interface PagedRows<Row> {
  readonly rows: readonly Row[];
  /** Leads to the next page; null after the last. */
  readonly cursor: string | null;
  /** The state of the last request for a further page. */
  readonly pageStatus: 'idle' | 'loading' | 'failed';
  /** Why that request failed. */
  readonly error?: SupportError;
}

/** One page of rows. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly cursor: string | null;
}

interface Identified {
  /** Empty if the server sends none that can be used: such a row is like no other. */
  readonly id: string;
  readonly createdAt?: string | null;
}

const idOf = ({id}: Identified): string => id;

/** Pages may be empty before the end. After this many, a server that never ends is no longer followed. */
const maxEmptyPages = 10;

/**
 * Reads pages until one has rows that are not known, or there are no more. Pages that lead back to one of them, or go
 * on without a new row, have no end: the last one that was read is it.
 */
export async function readNonEmptyPage<Row>(
  cursor: string | null,
  read: (cursor: string | null) => Promise<Page<Row>>,
  isKnown: (row: Row) => boolean = () => false,
): Promise<Page<Row>> {
  let page = await read(cursor);
  const followed = new Set([cursor]);
  while (page.rows.every(isKnown) && page.cursor !== null) {
    if (followed.has(page.cursor) || followed.size === maxEmptyPages) {
      warnOnce('the server’s pages have no end: a cursor leads to no new rows');
      return {...page, cursor: null};
    }
    followed.add(page.cursor);
    page = await read(page.cursor);
  }
  return page;
}

/** Records why a page could not be loaded. If the server no longer knows the cursor, everything is loaded again. */
export async function markPageFailed<Value extends PagedRows<unknown>>(
  resource: Resource<Value>,
  error: SupportError,
): Promise<void> {
  resource.patch(now => ({...now, error}));
  if (error.refusesCursor) await resource.refresh();
  resource.patch(now => (now.error === error ? {...now, pageStatus: 'failed'} : now));
}

/**
 * Appends the rows that are new, in order: a page that has shifted meanwhile repeats some. They are known by their ids,
 * or by what `keyOf` returns.
 */
export function appendNew<Row extends Identified>(
  rows: readonly Row[],
  more: readonly Row[],
  keyOf: (row: Row) => string = idOf,
): readonly Row[] {
  const known = new Set(rows.map(keyOf));
  const added: Row[] = [];
  for (const row of more) {
    const key = keyOf(row);
    if (!row.id || !known.has(key)) added.push(row);
    known.add(key);
  }
  return [...rows, ...added];
}

/** Replaces each row that has not changed by the cached object, so that views can skip it. */
export function reuseUnchanged<Row extends Identified>(rows: readonly Row[], cached: readonly Row[]): readonly Row[] {
  const cachedById = new Map(cached.map(row => [row.id, row]));
  return rows.map(row => {
    const old = cachedById.get(row.id);
    return old && isEqual(old, row) ? old : row;
  });
}

/** Replaces the row with the same id. Returns the same array if that changes nothing. */
export function replaceRow<Row extends Identified>(rows: readonly Row[], changed: Row): readonly Row[] {
  const old = rows.find(row => row.id === changed.id);
  if (!old || isEqual(old, changed)) return rows;
  return rows.map(row => (row === old ? changed : row));
}

/** The number of rows in a part of a long page, and the longest page that is not split. */
const partLength = 30;
const maxPageLength = 100;

/** Our own cursor, which leads to a row. */
const cursorOf = ({id, createdAt}: Identified): string => `${cursorPrefix}${id} ${createdAt}`;
const cursorPrefix = 'isp-support/';

/**
 * Splits the page of a server that sends everything at once. A thousand rows at once cost a phone time and
 * memory, and few customers scroll that far.
 */
export class PageSplitter<Row extends Identified> {
  #rows: readonly Row[] = [];
  #cursor: string | null = null;
  #firstPart: Page<Row> | undefined;

  /** Takes a page, in display order, and returns its first part: the same object for the same page. */
  split(rows: readonly Row[], cursor: string | null): Page<Row> {
    if (rows.length <= maxPageLength) return {rows, cursor};
    if (this.#firstPart && rows === this.#rows) return this.#firstPart;
    this.#rows = rows;
    this.#cursor = cursor;
    return (this.#firstPart = this.#partFrom(0));
  }

  /** The part that a cursor leads to; undefined if the cursor is the server's own. */
  partAt(cursor: string | null): Page<Row> | undefined {
    if (!cursor?.startsWith(cursorPrefix)) return undefined;
    const index = this.#rows.findIndex(row => cursorOf(row) === cursor);
    // The row it names is gone since everything was loaded again.
    if (index < 0) throw new SupportError('invalid', {refusesCursor: true});
    return this.#partFrom(index);
  }

  #partFrom(index: number): Page<Row> {
    const end = index + partLength;
    const following = this.#rows[end];
    return {rows: this.#rows.slice(index, end), cursor: following ? cursorOf(following) : this.#cursor};
  }
}
