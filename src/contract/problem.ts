import {clamp, isObject, jsonObject, singleLineOf, textOf, type JsonObject} from './primitives.js';

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

/** Where the explanation for people is, the best first. */
const texts = 'detail title error message msg errmsg errorMessage exception errors data'.split(' ');

/** The text of an error, which is an object or the text itself. */
const textOfError = (error: unknown): string =>
  isObject(error) ? firstText(error, ['detail', 'title', 'message'], singleLineOf) : singleLineOf(error);

const firstText = (from: JsonObject, names: readonly string[], read: (value: unknown) => string): string =>
  names.map(name => read(from[name])).find(Boolean) ?? '';

/** The first error that is not about a field. */
const firstError = (errors: unknown): unknown =>
  Array.isArray(errors) ? errors.find(error => !isObject(error) || !error['pointer']) : undefined;

/** What says that a request has failed, by its name in lower case without separators. */
const failureSigns: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [/^(?:(?:has|is)?errors?|exception|err(?:or)?(?:code|no))$/, /^(?!(?:0|false|null|none|)$)/],
  [/^(?:(?:is)?success(?:ful)?|succeeded|ok)$/, /^(?:0|false)$/],
  // Some servers call a success 0, 1, 200 or 20000.
  [/^(?:status(?:code)?|code|result)$/, /^(?:nok|ko|error|fail(?:ed|ure)?|-\d+|[3-9]\d\d|(?!20+$)\d{4,})$/],
];

/** Whether a body says that the request has failed, whatever its status. */
export const isFailure = (body: JsonObject): boolean =>
  Object.entries(body).some(([key, value]) => {
    const name = key.replace(/[_-]/g, '').toLowerCase();
    const isEmpty = typeof value === 'object' && Object.keys(value ?? {}).length === 0;
    const text = typeof value === 'boolean' ? `${value}` : (textOf(value) ?? (isEmpty ? '' : 'object'));
    return failureSigns.some(([names, values]) => names.test(name) && values.test(text.toLowerCase()));
  });

/** Why a request has failed, in the words of the server. */
export interface Problem {
  readonly type: string;
  /** The explanation for people. Empty if there is none. */
  readonly detail: string;
  /** Seconds to wait before the next request. */
  readonly retryAfter: number | undefined;
  /** The explanation for each field that the server names. */
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Reads the body of a failed request: a problem of RFC 9457 (https://www.rfc-editor.org/rfc/rfc9457), or a common other
 * shape.
 */
export function problemOf(value: unknown): Problem {
  const body: JsonObject = isObject(value) ? value : jsonObject();
  return {
    type: textOf(body['type']) ?? '',
    detail: firstText(jsonObject(body, {errors: firstError(body['errors'])}), texts, textOfError),
    retryAfter: clamp(body['retry_after'], [0, 86_400]),
    fields: fieldErrors(body['errors']),
  };
}
