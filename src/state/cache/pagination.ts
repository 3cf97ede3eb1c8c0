import {SupportError} from '../../contract/errors.js';
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
  readonly id: string;
}

/** Pages may be empty before the end. After this many, a server that never ends is no longer followed. */
const maxEmptyPages = 10;

/** Reads pages until one has rows or there are no more. */
export async function readNonEmptyPage<Row>(
  cursor: string | null,
  read: (cursor: string | null) => Promise<Page<Row>>,
): Promise<Page<Row>> {
  let page = await read(cursor);
  for (let pages = 1; page.rows.length === 0 && page.cursor !== null && pages < maxEmptyPages; pages++) {
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

/** Appends the rows whose ids are new, in order: a page that has shifted meanwhile repeats some. */
export function appendNew<Row extends Identified>(rows: readonly Row[], more: readonly Row[]): readonly Row[] {
  const knownIds = new Set(rows.map(row => row.id));
  const added: Row[] = [];
  for (const row of more) {
    if (!knownIds.has(row.id)) added.push(row);
    knownIds.add(row.id);
  }
  return [...rows, ...added];
}

/** Replaces each row that has not changed by the cached object, so that views can skip it. */
export function reuseUnchanged<Row extends Identified>(rows: readonly Row[], cached: readonly Row[]): readonly Row[] {
  const cachedById = new Map(cached.map(row => [row.id, row]));
  return rows.map(row => {
    const old = cachedById.get(row.id);
    return old && JSON.stringify(old) === JSON.stringify(row) ? old : row;
  });
}

/** Replaces the row with the same id. Returns the same array if that changes nothing. */
export function replaceRow<Row extends Identified>(rows: readonly Row[], changed: Row): readonly Row[] {
  const old = rows.find(row => row.id === changed.id);
  if (!old || JSON.stringify(old) === JSON.stringify(changed)) return rows;
  return rows.map(row => (row === old ? changed : row));
}

/** The number of rows in a part of a long page, and the longest page that is not split. */
const partLength = 30;
const maxPageLength = 100;

/** Marks a cursor as ours. */
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
    const index = this.#rows.findIndex(({id}) => cursorPrefix + id === cursor);
    // The row it names is gone since everything was loaded again.
    if (index < 0) throw new SupportError('invalid', {refusesCursor: true});
    return this.#partFrom(index);
  }

  #partFrom(index: number): Page<Row> {
    const end = index + partLength;
    const following = this.#rows[end];
    return {rows: this.#rows.slice(index, end), cursor: following ? cursorPrefix + following.id : this.#cursor};
  }
}
