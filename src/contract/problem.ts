import type * as z from 'zod/mini';

import {read} from './primitives.js';

type Body = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null;

/** `[{pointer: '/subject', detail}]`, or the `{subject: ['…']}` that many frameworks write. */
function fieldErrors(errors: unknown): ReadonlyMap<string, string> {
  if (!isObject(errors)) return new Map();
  const rows: readonly (readonly [string, string])[] = Array.isArray(errors)
    ? errors.filter(isObject).map(row => [text(row['pointer']).replace(/^[#/]+/, ''), text(row['detail'])])
    : Object.entries(errors).map(([field, words]) => [field, [words].flat().map(text).filter(Boolean).join(' ')]);
  return new Map(rows.filter(([field, words]) => field && words));
}

/** A server's account of what went wrong: RFC 9457 (https://www.rfc-editor.org/rfc/rfc9457), or one of the shapes found in its place. */
export const Problem = read(value => {
  const body: Body = isObject(value) ? value : (Object.create(null) as Body);
  const retryAfter = body['retry_after'];
  return {
    type: text(body['type']),
    /** The server's message for the customer. */
    serverMessage: text(body['detail']) || text(body['title']) || text(body['error']) || text(body['message']),
    /** Seconds to wait. */
    retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
    /** Words by field name, for those fields that the server names. */
    fields: fieldErrors(body['errors']),
  };
});
export type Problem = z.output<typeof Problem>;
