import {countOf, isPresent, isRow, isSet, property, textAt, textOf, type Row} from './fields.js';
import type {RestOptions, RestPages} from './rest-options.js';

/** What a response says about its page. Undefined for what it does not say. */
interface StatedPage {
  /** A text or a URL that leads to the next page. Null on the last page. */
  readonly next: string | null | undefined;
  readonly nextCursor: string;
  readonly page: number | null;
  readonly pageCount: number | null;
  readonly total: number | null;
  readonly size: number | null;
  readonly hasMore: boolean | undefined;
}

/** Objects that describe the page, in the response or in each other. */
const placeNames = ['pagination', 'meta', 'paging', 'page_info', 'page', 'pageable', 'links'];

const nextNames = [
  'next_cursor',
  'next_page_token',
  'end_cursor',
  'next_page_url',
  'next_url',
  'next_link',
  '@odata.nextLink',
  'next',
];

const placesIn = (row: Row): readonly Row[] => placeNames.map(name => property(row, name)).filter(isRow);

/** `https://…`, or `{href: 'https://…'}` as in HAL. */
const linkOf = (value: unknown): string =>
  isRow(value) ? textAt(value, 'href', 'url', 'link', 'after', 'cursor') : textOf(value);

/** https://www.rfc-editor.org/rfc/rfc8288 */
function linkIn(headers: Headers): string | null | undefined {
  const header = headers.get('link') ?? '';
  const [, url] = /<([^>]*)>\s*;[^,<]*\brel="?(?:[^"<,]* )?next\b/i.exec(header) ?? [];
  return url ?? (/\brel="?(?:first|prev|last)\b/i.test(header) ? null : undefined);
}

function statedPage({envelopes, headers}: ReadPage): StatedPage {
  const places = envelopes.flatMap(each => [...placesIn(each).flatMap(place => [...placesIn(place), place]), each]);
  const all = (names: readonly string[]): readonly unknown[] =>
    places.flatMap(place => names.map(name => property(place, name))).filter(value => value !== undefined);
  const at = (...names: readonly string[]): unknown => all(names).find(isPresent);
  const nexts = all(nextNames);
  const hasMore = at('has_more', 'has_next', 'has_next_page');
  // Elsewhere, it is the address of the last page.
  const isLast = all(['last', 'is_last']).find(value => typeof value === 'boolean');
  return {
    next: nexts.map(linkOf).find(Boolean) ?? linkIn(headers) ?? (nexts.length > 0 ? null : undefined),
    nextCursor: textOf(at('next_cursor')),
    page: countOf(at('current_page', 'page_number', 'number', 'page')),
    pageCount: countOf(
      at('total_pages', 'last_page', 'page_count', 'pages') ??
        headers.get('x-total-pages') ??
        headers.get('x-wp-totalpages'),
    ),
    total: countOf(
      at('total', 'total_count', 'total_items', 'total_records', 'total_elements', '@odata.count', 'count') ??
        headers.get('x-total-count') ??
        headers.get('x-wp-total'),
    ),
    size: countOf(at('per_page', 'page_size', 'limit', 'size')),
    hasMore: hasMore === undefined ? (isLast === undefined ? undefined : !isLast) : isSet(hasMore),
  };
}

/** A position in the list, the number of the first page, and the first ticket of the page before it. */
interface Position {
  readonly value: number;
  readonly first: number;
  readonly previous: string;
}

const position = /^(\d{1,15})(?:\/([01]))?(?: (.*))?$/s;

const cursorOf = (value: number | null, {first}: Position, {firstId}: ReadPage): string | null =>
  value === null ? null : `${value}/${first} ${firstId}`;

/** What was read of the list's page. */
export interface ReadPage {
  readonly rows: readonly Row[];
  /** The objects around the rows. */
  readonly envelopes: readonly Row[];
  readonly headers: Headers;
  readonly firstId: string;
}

/** Requests pages of the list, and finds out whether there are more. */
export interface Pages {
  query(cursor: string | null): Readonly<Record<string, string>>;
  /** Whether it can be one that was given out. */
  isCursor(cursor: string): boolean;
  /** Whether the server gives out the texts that lead to further pages, and may take them back. */
  readonly areRevocable: boolean;
  /** Null if there are no more. A server that ignores the parameter would send its first page again and again. */
  next(cursor: string | null, page: ReadPage): string | null;
  /** Whether the page is the one before it once more. */
  isRepeated(cursor: string | null, page: ReadPage): boolean;
}

/** The query of a URL, which is a cursor as it is: its path and its host are known. Undefined if it is no URL. */
const queryIn = (url: string | null | undefined): string | undefined => /\?[^?#]*=[^?#]*/.exec(url ?? '')?.[0];

/** The query of the next page, if the server gives one out. */
const statedQuery = ({next, nextCursor}: StatedPage): string | undefined =>
  queryIn(next) ?? (nextCursor ? `?${new URLSearchParams({cursor: nextCursor})}` : undefined);

/** Whether it is known that there are more pages, or none. */
const isCounted = ({hasMore, pageCount, total}: StatedPage): boolean =>
  hasMore !== undefined || pageCount !== null || total !== null;

function nextPosition({kind, size = 0}: RestPages, {value, first}: Position, count: number, stated: StatedPage) {
  const isOffset = kind === 'offset';
  const before = isOffset ? value : (value - first) * (stated.size ?? (size || count));
  const next = isOffset ? value + count : value + 1;
  const when = (hasMore: boolean): number | null => (hasMore ? next : null);
  if (stated.hasMore !== undefined) return when(stated.hasMore);
  if (!isOffset && stated.pageCount !== null) return when(next - first < stated.pageCount);
  if (stated.next !== undefined) return when(stated.next !== null);
  if (stated.total !== null) return when(before + count < stated.total);
  // Nothing is stated: a page may be short without being the last one, so only an empty page ends the list.
  return next;
}

/** With `isStatedOnly`, the first request has no parameters, and what nothing is stated about is whole. */
export function createPages(pages: RestOptions['pages'], isStatedOnly = pages === undefined): Pages {
  const options: RestPages = typeof pages === 'object' ? pages : {kind: pages ?? 'number'};
  const {kind, size, sizeParameter = 'limit'} = options;
  const first = kind === 'number' ? (options.first ?? 1) : 0;
  const parameter = options.parameter ?? {number: 'page', offset: 'offset', cursor: 'cursor'}[kind];
  const followsUrls = kind === 'cursor' || pages === undefined;
  const parse = (cursor: string | null): Position => {
    const [, value = first, ownFirst = first, previous = ''] = position.exec(cursor ?? '') ?? [];
    return {value: Number(value), first: Number(ownFirst), previous};
  };
  const positionQuery = (cursor: string | null): Readonly<Record<string, string>> => {
    if (kind === 'cursor') return cursor ? {[parameter]: cursor} : {};
    return cursor === null && isStatedOnly ? {} : {[parameter]: String(parse(cursor).value)};
  };
  return {
    areRevocable: kind === 'cursor',
    query: cursor => ({
      ...(size && {[sizeParameter]: String(size)}),
      ...(followsUrls && cursor?.startsWith('?')
        ? Object.fromEntries(new URLSearchParams(cursor))
        : positionQuery(cursor)),
    }),
    next(cursor, page) {
      const stated = statedPage(page);
      // Relay has a cursor on the last page, too.
      if (kind === 'cursor') return stated.hasMore === false ? null : (queryIn(stated.next) ?? (stated.next || null));
      if (page.rows.length === 0) return null;
      const own = pages === undefined ? statedQuery(stated) : undefined;
      // A server that has sent one URL sends all of them.
      if (own !== undefined || cursor?.startsWith('?')) return own ?? null;
      if (isStatedOnly && !isCounted(stated)) return null;
      const here = parse(cursor);
      // Some frameworks count pages from 0, and say so on the first one.
      const isFromZero = cursor === null && pages === undefined && stated.page === 0;
      const from = isFromZero ? {...here, value: 0, first: 0} : here;
      return cursorOf(nextPosition(options, from, page.rows.length, stated), from, page);
    },
    isCursor: cursor =>
      kind === 'cursor' || position.test(cursor) || (followsUrls && cursor.startsWith('?') && cursor.includes('=')),
    isRepeated: (cursor, {firstId}) => firstId !== '' && parse(cursor).previous === firstId,
  };
}
