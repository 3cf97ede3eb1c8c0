import type {Context} from 'hono';
import {accepts} from 'hono/accepts';
import {badRequest, notFound} from '../problems.js';

export function limitOf(c: Context): number {
  const text = c.req.query('limit') ?? '20';
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > 100) throw badRequest('limit has to be a number from 1 to 100.');
  return limit;
}

export function statusesOf(c: Context): string[] | undefined {
  const statuses = c.req.query('status')?.split(',').filter(Boolean);
  return statuses?.length ? statuses : undefined;
}

const longestSearch = 200;

export function searchOf(c: Context): string | undefined {
  const search = c.req.query('search')?.trim();
  if (search && [...search].length > longestSearch) {
    throw badRequest(`search can have ${longestSearch} characters at most.`);
  }
  return search || undefined;
}

export function ticketIdOf(c: Context): string {
  const id = c.req.param('ticket_id') ?? '';
  if (!/^[\w-]{1,128}$/.test(id)) throw notFound();
  return id;
}

/** The locale that fits Accept-Language best, or undefined: https://www.rfc-editor.org/rfc/rfc4647#section-3.4 */
export function localeOf(c: Context, locales: readonly string[]): string | undefined {
  const locale = accepts(c, {
    header: 'Accept-Language',
    supports: [...locales],
    default: '',
    match: (ranges, {supports}) =>
      [...ranges]
        .filter(({q}) => q > 0)
        .sort((a, b) => b.q - a.q)
        .flatMap(({type}) => supports.filter(each => `${type}-`.toLowerCase().startsWith(`${each}-`)))[0] ?? '',
  });
  return locale || undefined;
}

/** Splits rows that were queried with one row more than the limit: the extra row shows that there is a next page. */
export const pageOf = <T>(rows: readonly T[], limit: number) => ({
  rows: rows.slice(0, limit),
  more: rows.length > limit,
});
