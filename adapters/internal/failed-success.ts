import {allOf, isRow, property, textOf, type Row} from './fields.js';

/**
 * What says that a request has failed, by its name in lower case without separators: the same as for the contract.
 * `test/unit/adapters/failed-success.test.ts` keeps the two alike.
 */
const failureSigns: readonly (readonly [name: RegExp, value: RegExp])[] = [
  [/^(?:(?:has|is)?errors?|exception|err(?:or)?(?:code|no))$/, /^(?!(?:0|false|null|none|)$)/],
  [/^(?:(?:is)?success(?:ful)?|succeeded|ok)$/, /^(?:0|false)$/],
  // Some servers call a success 0, 1, 200 or 20000.
  [/^(?:status(?:code)?|code|result)$/, /^(?:nok|ko|error|fail(?:ed|ure)?|-\d+|[3-9]\d\d|(?!20+$)\d{4,})$/],
];

/** What a value says, if it is none of an object that is a row. */
function wordOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return textOf(value).toLowerCase();
  return Object.keys(value).length === 0 ? '' : 'object';
}

/** Whether a response says that its request has failed, in spite of the status of a success. */
export const isFailure = (body: unknown): body is Row =>
  isRow(body) &&
  Object.entries(body).some(([key, value]) => {
    const name = key.replace(/[_-]/g, '').toLowerCase();
    return failureSigns.some(([names, values]) => names.test(name) && values.test(wordOf(value)));
  });

const textPaths =
  'message,error,detail,reason,msg,errmsg,error_message,exception,error.message,error.detail,data.message'.split(',');

/** The server's words for the failure. A flag, such as `error: true`, is none. */
export const failureText = (body: unknown): string =>
  [...allOf(body, textPaths), property(body, 'errors')].flat().find(value => typeof value === 'string') ?? '';

/** `{errors: {subject: ['…']}}`, as many frameworks send it. */
export function failedFields(body: unknown): ReadonlyMap<string, string> {
  const errors = property(body, 'errors');
  if (!isRow(errors)) return new Map();
  return new Map(Object.entries(errors).map(([name, texts]) => [name, [texts].flat().map(textOf).join(' ')]));
}
