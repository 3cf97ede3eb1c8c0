import type * as z from 'zod/mini';

import {lenient} from './primitives.js';

type JsonObject = Readonly<Record<string, unknown>>;

const stringOrEmpty = (value: unknown): string => (typeof value === 'string' ? value : '');

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;

/** Reads `[{pointer: '/subject', detail}]`, or `{subject: ['…']}`, which many frameworks send. */
function fieldErrors(errors: unknown): ReadonlyMap<string, string> {
  if (!isObject(errors)) return new Map();
  const entries: readonly (readonly [string, string])[] = Array.isArray(errors)
    ? errors
        .filter(isObject)
        .map(error => [stringOrEmpty(error['pointer']).replace(/^[#/]+/, ''), stringOrEmpty(error['detail'])])
    : Object.entries(errors).map(([field, details]) => [
        field,
        [details].flat().map(stringOrEmpty).filter(Boolean).join(' '),
      ]);
  return new Map(entries.filter(([field, detail]) => field && detail));
}

/**
 * The body of a failed request: a problem of RFC 9457 (https://www.rfc-editor.org/rfc/rfc9457), or a common other
 * shape.
 */
export const Problem = lenient(value => {
  const body: JsonObject = isObject(value) ? value : (Object.create(null) as JsonObject);
  const retryAfter = body['retry_after'];
  return {
    type: stringOrEmpty(body['type']),
    /** The explanation for people. Empty if there is none. */
    detail:
      stringOrEmpty(body['detail']) ||
      stringOrEmpty(body['title']) ||
      stringOrEmpty(body['error']) ||
      stringOrEmpty(body['message']),
    /** Seconds to wait before the next request. */
    retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
    /** The explanation for each field that the server names. */
    fields: fieldErrors(body['errors']),
  };
});
export type Problem = z.output<typeof Problem>;
