import {SupportError} from '../../contract/errors.js';

/** How many rows are handed on at once, and how many a server may send before they are. A page of a usual length stays as it is. */
const partLength = 30;
const longest = 100;

/** Marks a cursor as ours. */
const prefix = 'isp-support/';

interface Part<Row> {
  readonly rows: readonly Row[];
  readonly cursor: string | null;
}

/**
 * What a server has handed over all at once, handed on in parts. Nobody looks at a thousand rows, and each of them costs a phone
 * time and memory.
 */
export class Parts<Row extends {readonly id: string}> {
  #rows: readonly Row[] = [];
  #cursor: string | null = null;
  #first: Part<Row> | undefined;

  /** Takes a page, in the order in which it is looked at, and gives its first part: the very same while the page is. */
  first(rows: readonly Row[], cursor: string | null): Part<Row> {
    if (rows.length <= longest) return {rows, cursor};
    if (this.#first && rows === this.#rows) return this.#first;
    this.#rows = rows;
    this.#cursor = cursor;
    return (this.#first = this.#from(0));
  }

  /** The part that a cursor leads to; undefined where it is the server's own. */
  next(cursor: string | null): Part<Row> | undefined {
    if (!cursor?.startsWith(prefix)) return undefined;
    const index = this.#rows.findIndex(({id}) => prefix + id === cursor);
    // What it led to was there before all was read again.
    if (index < 0) throw new SupportError('invalid', {refusesCursor: true});
    return this.#from(index);
  }

  #from(index: number): Part<Row> {
    const end = index + partLength;
    const following = this.#rows[end];
    return {rows: this.#rows.slice(index, end), cursor: following ? prefix + following.id : this.#cursor};
  }
}
