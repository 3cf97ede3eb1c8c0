import type {Context} from 'hono';
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

export function ticketIdOf(c: Context): string {
  const id = c.req.param('ticket_id') ?? '';
  if (!/^[\w-]{1,128}$/.test(id)) throw notFound();
  return id;
}

/** Splits rows that were queried with one row more than the limit: the extra row shows that there is a next page. */
export const pageOf = <T>(rows: readonly T[], limit: number) => ({
  rows: rows.slice(0, limit),
  more: rows.length > limit,
});
