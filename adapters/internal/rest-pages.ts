import {countOf, firstOf, isRow, isSet, textAt, type Row} from './fields.js';
import type {RestOptions, RestPages} from './rest-options.js';

/** What a response says about its page. */
interface StatedPage {
  readonly next: string;
  readonly pageCount: number | null;
  readonly total: number | null;
  readonly size: number | null;
  readonly hasMore: boolean | undefined;
}

function statedPage(envelopes: readonly Row[]): StatedPage {
  const places = envelopes.flatMap(each =>
    [each['pagination'], each['meta'], each['paging'], each['page_info'], each['pageInfo'], each].filter(isRow),
  );
  const at = (...names: readonly string[]): unknown =>
    places.map(place => firstOf(place, names)).find(value => value !== undefined);
  const hasMore = at('has_more', 'has_next', 'has_next_page');
  return {
    next: textAt({next: at('next_cursor', 'next_page_token', 'next')}, 'next'),
    pageCount: countOf(at('total_pages', 'last_page', 'page_count', 'pages')),
    total: countOf(at('total', 'total_count', 'total_items', 'total_records', 'count')),
    size: countOf(at('per_page', 'page_size', 'limit', 'size')),
    hasMore: hasMore === undefined ? undefined : isSet(hasMore),
  };
}

/** A position in the list, and the first ticket of the page before it. */
interface Position {
  readonly value: string;
  readonly previous: string;
}

const parsePosition = (cursor: string | null, first: string): Position => {
  const [value = '', previous = ''] = cursor === null ? [first] : cursor.split(' ');
  return {value, previous};
};

/** What was read of the list's page. */
export interface ReadPage {
  readonly rows: readonly Row[];
  /** The objects around the rows. */
  readonly envelopes: readonly Row[];
  readonly firstId: string;
}

/** Requests pages of the list, and finds out whether there are more. */
export interface Pages {
  query(cursor: string | null): Readonly<Record<string, string>>;
  /** Whether it can be one that was given out. */
  isCursor(cursor: string): boolean;
  /** Null if there are no more. A server that ignores the parameter would send its first page again and again. */
  next(cursor: string | null, page: ReadPage): string | null;
  /** Whether the page is the one before it once more. */
  isRepeated(cursor: string | null, page: ReadPage): boolean;
}

/** The text of a cursor, which some servers send within the URL of the next page. */
function cursorIn(next: string, parameter: string): string | null {
  const [, search] = next.split('?');
  return (search === undefined ? next : new URLSearchParams(search).get(parameter)) || null;
}

function nextPosition({kind, size = 0}: Required<Pick<RestPages, 'kind'>> & {size?: number}, first: number) {
  return (value: number, count: number, stated: StatedPage): number | null => {
    const isOffset = kind === 'offset';
    const before = isOffset ? value : (value - first) * (stated.size ?? (size || count));
    const next = isOffset ? value + count : value + 1;
    if (stated.hasMore !== undefined) return stated.hasMore ? next : null;
    if (!isOffset && stated.pageCount !== null) return next - first < stated.pageCount ? next : null;
    if (stated.total !== null) return before + count < stated.total ? next : null;
    // Nothing is stated: a page may be short without being the last one, so only an empty page ends the list.
    return next;
  };
}

export function createPages(pages: RestOptions['pages']): Pages {
  const options: RestPages = typeof pages === 'object' ? pages : {kind: pages ?? 'number'};
  const {kind, size, sizeParameter = 'limit'} = options;
  const first = kind === 'number' ? (options.first ?? 1) : 0;
  const parameter = options.parameter ?? {number: 'page', offset: 'offset', cursor: 'cursor'}[kind];
  const next = nextPosition({kind, ...(size && {size})}, first);
  /** Without the option, the first request has no parameters, and what nothing is stated about is whole. */
  const isStatedOnly = pages === undefined;
  const firstPosition = kind === 'cursor' || isStatedOnly ? '' : String(first);
  return {
    query(cursor) {
      const {value} = kind === 'cursor' ? {value: cursor ?? ''} : parsePosition(cursor, firstPosition);
      return {...(size && {[sizeParameter]: String(size)}), ...(value && {[parameter]: value})};
    },
    next(cursor, {rows, envelopes, firstId}) {
      const stated = statedPage(envelopes);
      if (kind === 'cursor') return cursorIn(stated.next, parameter);
      if (rows.length === 0) return null;
      const isStated = stated.hasMore ?? (stated.pageCount !== null || stated.total !== null);
      if (isStatedOnly && !isStated) return null;
      const {value} = parsePosition(cursor, String(first));
      const position = next(Number(value), rows.length, stated);
      return position === null ? null : `${position} ${firstId}`;
    },
    isCursor: cursor => kind === 'cursor' || /^\d{1,15}(?: |$)/.test(cursor),
    isRepeated: (cursor, {firstId}) =>
      kind !== 'cursor' && firstId !== '' && parsePosition(cursor, '').previous === firstId,
  };
}
