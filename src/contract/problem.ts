import type * as z from 'zod/mini';

import {clamp, isObject, jsonObject, lenient, singleLineOf, textOf, type JsonObject} from './primitives.js';

/** Reads `[{pointer: '/subject', detail}]`, or `{subject: ['…']}`, which many frameworks send. */
function fieldErrors(errors: unknown): ReadonlyMap<string, string> {
  if (!isObject(errors) && !Array.isArray(errors)) return new Map();
  const entries: readonly (readonly [string, string])[] = Array.isArray(errors)
    ? errors
        .filter(isObject)
        .map(error => [(textOf(error['pointer']) ?? '').replace(/^[#/]+/, ''), singleLineOf(error['detail'])])
    : Object.entries(errors).map(([field, details]) => [
        field,
        singleLineOf([details].flat().map(singleLineOf).filter(Boolean).join(' ')),
      ]);
  return new Map(entries.filter(([field, detail]) => field && detail));
}

/** The text of an error, which is an object or the text itself. */
const textOfError = (error: unknown): string =>
  isObject(error)
    ? singleLineOf(error['detail']) || singleLineOf(error['title']) || singleLineOf(error['message'])
    : singleLineOf(error);

/** The text of the first error that is not about a field. */
const textOfErrors = (errors: unknown): string =>
  Array.isArray(errors) ? textOfError(errors.find(error => !isObject(error) || !error['pointer'])) : '';

/** Whether a body says that the request has failed, whatever its status. */
export const isFailure = ({error, errors, success, ok, status}: JsonObject): boolean =>
  !!error ||
  (typeof errors === 'object' ? Object.keys(errors ?? {}).length > 0 : !!errors) ||
  [success, ok].some(value => value === false || /^(?:false|0)$/i.test(textOf(value) ?? '')) ||
  /^(?:error|fail)$/i.test(textOf(status) ?? '');

/**
 * The body of a failed request: a problem of RFC 9457 (https://www.rfc-editor.org/rfc/rfc9457), or a common other
 * shape.
 */
export const Problem = lenient(value => {
  const body: JsonObject = isObject(value) ? value : jsonObject();
  return {
    type: textOf(body['type']) ?? '',
    /** The explanation for people. Empty if there is none. */
    detail:
      singleLineOf(body['detail']) ||
      singleLineOf(body['title']) ||
      textOfError(body['error']) ||
      singleLineOf(body['message']) ||
      textOfErrors(body['errors']) ||
      textOfError(body['data']),
    /** Seconds to wait before the next request. */
    retryAfter: clamp(body['retry_after'], [0, 86_400]),
    /** The explanation for each field that the server names. */
    fields: fieldErrors(body['errors']),
  };
});
export type Problem = z.output<typeof Problem>;
