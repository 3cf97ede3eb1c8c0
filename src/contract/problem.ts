import type * as z from 'zod/mini';

import {clamp, isObject, jsonObject, lenient, textOf, type JsonObject} from './primitives.js';

const textOrEmpty = (value: unknown): string => textOf(value) ?? '';

/** Reads `[{pointer: '/subject', detail}]`, or `{subject: ['…']}`, which many frameworks send. */
function fieldErrors(errors: unknown): ReadonlyMap<string, string> {
  if (!isObject(errors) && !Array.isArray(errors)) return new Map();
  const entries: readonly (readonly [string, string])[] = Array.isArray(errors)
    ? errors
        .filter(isObject)
        .map(error => [textOrEmpty(error['pointer']).replace(/^[#/]+/, ''), textOrEmpty(error['detail'])])
    : Object.entries(errors).map(([field, details]) => [
        field,
        [details].flat().map(textOrEmpty).filter(Boolean).join(' '),
      ]);
  return new Map(entries.filter(([field, detail]) => field && detail));
}

/**
 * The body of a failed request: a problem of RFC 9457 (https://www.rfc-editor.org/rfc/rfc9457), or a common other
 * shape.
 */
export const Problem = lenient(value => {
  const body: JsonObject = isObject(value) ? value : jsonObject();
  const {error} = body;
  return {
    type: textOrEmpty(body['type']),
    /** The explanation for people. Empty if there is none. */
    detail:
      textOrEmpty(body['detail']) ||
      textOrEmpty(body['title']) ||
      textOrEmpty(isObject(error) ? error['message'] : error) ||
      textOrEmpty(body['message']),
    /** Seconds to wait before the next request. */
    retryAfter: clamp(body['retry_after'], [0, 86_400]),
    /** The explanation for each field that the server names. */
    fields: fieldErrors(body['errors']),
  };
});
export type Problem = z.output<typeof Problem>;
