import * as z from 'zod/v4/core';

/** Bidirectional controls can make one text look like another (https://www.unicode.org/reports/tr36/). */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** More marks on one letter than any language has: they cover the lines above and below. */
const excessMarks = /(\p{M}{8})\p{M}+/gu;

const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** What RFC 3339 allows (https://www.rfc-editor.org/rfc/rfc3339#section-5.6), with seconds and the colon optional. */
const isoDateTimeWithOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;

/** As databases and frameworks write it: a space for the T, an offset without minutes, a comma, UTC for Z. */
const dateTime =
  /^([12]\d{3}-(?:0[1-9]|1[0-2])-\d\d)[t ]([01]\d|2[0-3]):([0-5]\d)(?::([0-6]\d)(?:[.,](\d+))?)? ?(?:z|utc|gmt|([+-])(\d\d):?(\d\d)?)$/i;

/** Other forms of `false` that servers send. */
const negative = /^(?:0|false|)$/i;

/**
 * Replaces lone surrogates, as `String.prototype.toWellFormed` does, which Firefox 115 does not have, and removes NUL:
 * many servers and databases refuse both, and NUL would end a text where it is pasted.
 */
export const toWellFormed = (text: string): string => text.replace(/\0/g, '').replace(/\p{Cs}/gu, '\ufffd');

const maxLineLength = 500;

/**
 * Shortens a line, but never within a grapheme, unless that is the whole line: graphemes have no maximum length.
 * Firefox has `Intl.Segmenter` since version 125.
 */
function ellipsize(text: string): string {
  if (text.length <= maxLineLength) return text;
  const end = maxLineLength - 1;
  const start = 'Segmenter' in Intl && new Intl.Segmenter().segment(text.slice(0, end + 64)).containing(end)?.index;
  return `${text.slice(0, start || end).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const digits = /^\s*-?\d+(?:\.\d+)?\s*$/;

/**
 * Reports how a value breaks the contract; with a `key`, how that property of the value does. If the flaw is `fatal`,
 * nothing can be made of the value.
 */
export type ReportFlaw = (reason: string, key?: string | number, fatal?: 'fatal') => void;

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Has no prototype: a property that is missing must not be read from a polluted `Object.prototype`. */
export const jsonObject = (...sources: readonly object[]): JsonObject =>
  Object.assign(Object.create(null) as JsonObject, ...sources) as JsonObject;

/** Says what was sent by its type only: the value may be the customer's text. */
export function mismatch(value: unknown, wanted: string): string {
  if (value === undefined) return 'missing';
  const type = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  return `${type} instead of ${wanted}`;
}

/**
 * A flaw is an issue, so that `safeParse` is strict. It has the code of the only issues after which zod continues with
 * the next schema of a pipe: those that describe the input, not what was made of it
 * (https://github.com/colinhacks/zod/blob/main/packages/zod/src/v4/core/schemas.ts, `handlePipeResult`).
 */
const flaw = (message: string, key?: string | number, fatal?: 'fatal') => ({
  code: 'unrecognized_keys' as const,
  keys: [],
  input: {},
  path: key === undefined ? [] : [key],
  message,
  continue: !fatal,
});

/*
 * Schemas of `zod/v4/core`, which `zod` and `zod/mini` are built on. Theirs also have methods, and the messages, errors
 * and the registry that these need: 4 kB that nothing here uses. https://zod.dev/library-authors
 */
const transform = <Output, Input = unknown>(
  read: (value: Input, payload: z.ParsePayload) => Output,
): z.$ZodTransform<Output, Input> =>
  new z.$ZodTransform({type: 'transform', transform: read as z.$ZodTransformDef['transform']}) as z.$ZodTransform<
    Output,
    Input
  >;

/** Reads with one schema what another one returns. */
export const pipe = <In extends z.$ZodType, Out extends z.$ZodType>(first: In, then: Out): z.$ZodPipe<In, Out> =>
  new z.$ZodPipe({type: 'pipe', in: first, out: then}) as z.$ZodPipe<In, Out>;

/** An object with these properties. Others are left out. */
export const objectOf = <Shape extends z.$ZodShape>(shape: Shape): z.$ZodObject<Shape, z.$strip> =>
  new z.$ZodObject({type: 'object', shape}) as z.$ZodObject<Shape, z.$strip>;

/** An array of what the schema reads. */
export const arrayOf = <Element extends z.$ZodType>(element: Element): z.$ZodArray<Element> =>
  new z.$ZodArray({type: 'array', element}) as z.$ZodArray<Element>;

/** A schema that rejects nothing: it reports flaws, and reads as much as it can. */
export const lenient = <Output, Input = unknown>(
  parse: (value: Input, report: ReportFlaw) => Output,
): z.$ZodTransform<Output, Input> =>
  transform<Output, Input>((input, {issues}) =>
    parse(input, (...how) => {
      issues.push(flaw(...how));
    }),
  );

/** Converts the output of a schema. */
export const mapped = <Schema extends z.$ZodType, Output>(
  schema: Schema,
  map: (value: z.output<Schema>, report: ReportFlaw) => Output,
): z.$ZodPipe<Schema, z.$ZodTransform<Output, z.output<Schema>>> => pipe(schema, lenient(map));

/** Reads a value of one type. */
interface Reader<Output> {
  /** The type in the contract, for reports. */
  readonly wanted: string;
  /** Undefined if the value cannot be read. */
  readonly read: (value: unknown) => Output | undefined;
  /** Whether the value, which was read as `output`, is as the contract has it. */
  readonly isExact: (value: unknown, output: Output | undefined) => boolean;
}

/** A value that every response should have. The fallback stands in for one that is missing or cannot be read. */
const required = <Output, const Fallback>(
  {wanted, read, isExact}: Reader<Output>,
  fallback: Fallback,
): z.$ZodTransform<Output | Fallback> =>
  transform((value, {issues}) => {
    const output = isAbsent(value) ? undefined : read(value);
    if (!isExact(value, output)) issues.push(flaw(mismatch(value, wanted)));
    return output ?? fallback;
  });

/** A value that may be absent or null: the fallback stands in then, as for one that cannot be read. */
const optional = <Output, const Fallback>(
  reader: Reader<Output>,
  fallback: Fallback,
): z.$ZodTransform<Output | Fallback> =>
  required({...reader, isExact: (value, output) => isAbsent(value) || reader.isExact(value, output)}, fallback);

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

const isText = (value: unknown): value is string => typeof value === 'string';

/** A text, or a number where a text is wanted. */
export const textOf = (value: unknown): string | undefined =>
  isText(value) || Number.isFinite(value) ? String(value) : undefined;

/** Whether a text shows nothing: white space, control characters, and letters without a glyph, such as U+3164. */
export const isBlank = (text: string): boolean =>
  /^[\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);

/** A blank text becomes empty, so that a fallback replaces it. */
const visible = (text: string): string => (isBlank(text) ? '' : text);

const text = (clean: (text: string) => string): Reader<string> => ({
  wanted: 'text',
  read(value) {
    const dirty = textOf(value);
    return dirty === undefined ? undefined : clean(dirty);
  },
  isExact: isText,
});

const singleLine = text(value =>
  ellipsize(
    toWellFormed(visible(value).replace(bidiControls, '').replace(controlCharacters, ' ').replace(excessMarks, '$1')),
  ),
);

/** One line of untrusted text, as `SingleLineText` reads it. Empty if there is none. */
export const singleLineOf = (value: unknown): string => singleLine.read(value) ?? '';

/** One line of untrusted text: no control characters, at most 500 characters. Empty if it cannot be read. */
export const SingleLineText = required(singleLine, '');

/** One line of untrusted text that may be absent. */
export const OptionalSingleLineText = optional(singleLine, null);

/** One line that matches a pattern. Null for any other. */
const optionalLine = (wanted: string, pattern: RegExp): z.$ZodTransform<string | null> =>
  optional(
    {
      wanted,
      read: value => (pattern.test(singleLineOf(value)) ? singleLineOf(value) : undefined),
      isExact: Object.is,
    },
    null,
  );

/** The address of a page that may be absent. Null for any other scheme: `javascript:` would run in the page. */
export const OptionalWebAddress = optionalLine('an http: or https: URL', /^https?:\/\/[^\s/]+\S*$/i);

/** An email address that may be absent. Null for what `mailto:` would take for options or further recipients. */
export const OptionalEmailAddress = optionalLine('an email address', /^[^\s@,;?&<>#%]+@[^\s@,;?&<>#%]+$/);

/** A text that replaces a built-in one. Null keeps the built-in text; `false` removes it. */
export const ReplaceableText = optional(
  {
    wanted: 'text or false',
    read: (value): string | false | undefined => value !== false && (singleLine.read(value) || undefined),
    isExact: (value, output) => value === false || (isText(value) && output !== undefined),
  },
  null,
);

/**
 * Untrusted text of any length, with its line breaks and tabs. Empty if it cannot be read.
 */
export const MultilineText = required(
  text(value =>
    toWellFormed(
      visible(value)
        .replace(bidiControls, '')
        .replace(/[\x01-\x08\x0e-\x1f\x7f]/g, ''),
    ),
  ),
  '',
);

/** A value that is sent back to the server as it is. */
export const Value = required(
  text(value => value),
  '',
);

/**
 * An opaque id. Some servers send numbers; beyond 2^53 they are not exact, and two rows might have the same. Empty if
 * there is no id that can be used.
 */
export const Identifier = lenient((id, report) => {
  if ((isText(id) && id !== '' && toWellFormed(id) === id) || Number.isSafeInteger(id)) return String(id);
  report(typeof id === 'number' ? 'number that is not exact: send ids as text' : mismatch(id || undefined, 'an id'));
  return '';
});

/** Leads to another page. Null on the last one. */
export const Cursor = optional(
  {wanted: 'a cursor or null', read: value => textOf(value) || undefined, isExact: Object.is},
  null,
);

type Limits = readonly [min: number, max: number];

/** A number within limits. Undefined for what is no number. */
export function clamp(value: unknown, [min, max]: Limits): number | undefined {
  const number = isText(value) && digits.test(value) ? Number(value) : value;
  return typeof number === 'number' && number === number ? Math.min(Math.max(number, min), max) : undefined;
}

const wholeNumber = (limits: Limits, read: (value: unknown) => number | undefined): Reader<number> => ({
  wanted: `a whole number from ${limits.join(' to ')}`,
  read,
  isExact: Object.is,
});

/** Beyond its limits, it is none: no customer has a million replies. */
const plausibleNumber = (limits: Limits): Reader<number> =>
  wholeNumber(limits, value => {
    const number = clamp(value, [-Infinity, Infinity]);
    return number === clamp(number, limits) ? number && Math.floor(number) : undefined;
  });

const count = plausibleNumber([0, 1_000_000]);

/** A number of replies. Null if it is not plausible. */
export const Count = required(count, null);

/** A number of replies that may be absent. */
export const OptionalCount = optional(count, null);

/** The maximum length of a text, in characters. */
export const OptionalLength = optional(plausibleNumber([1, 10_000_000]), null);

/** A duration that may be absent, in minutes. */
export const OptionalMinutes = optional(plausibleNumber([1, 525_600]), null);

const pollLimits = [5, 86_400] as const;

/** Limits a polling interval that a server asks for, in seconds. It may have meant milliseconds, or "never". */
export const clampPollInterval = (seconds: unknown): number | undefined => clamp(seconds, pollLimits);

export const OptionalPollInterval = optional(wholeNumber(pollLimits, clampPollInterval), null);

const isYes = (value: unknown): boolean => (isText(value) ? !negative.test(value) : value !== false && value !== 0);

/** Whether something is for the operator's staff only: yes, unless the server clearly says no. */
export const IsInternal = optional({wanted: 'false', read: isYes, isExact: value => value === false}, false);

const permission: Reader<boolean> = {
  wanted: 'true or false',
  read: isYes,
  isExact: value => typeof value === 'boolean',
};

/** Whether the customer may do something: yes, unless the server says no. */
export const IsAllowed = required(permission, true);

/** Whether the server has an optional operation: yes, unless it says no. A server of 1.0 may not mention it. */
export const IsOffered = optional(permission, true);

/** Whether the server promises something: only if it says exactly that. */
export const IsTrue = optional({...permission, read: value => value === true}, false);

/** In the format of `toISOString`. It does not depend on what an engine's `Date.parse` takes for a time. */
function utcOf(value: unknown): string | undefined {
  const match = isText(value) ? dateTime.exec(value.trim()) : null;
  if (!match) return undefined;
  const [date = '', hour, minute, second = 0, fraction = '', sign = '+', ...offset] = match.slice(1);
  const [offsetHours = 0, offsetMinutes = 0] = offset;
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
  const day = Date.UTC(year, month - 1, dayOfMonth);
  // February 30 would be March 2.
  if (new Date(day).getUTCDate() !== dayOfMonth) return undefined;
  const seconds = 3600 * Number(hour) + 60 * Number(minute) + Number(second);
  const offsetSeconds = Number(`${sign}1`) * (3600 * Number(offsetHours) + 60 * Number(offsetMinutes));
  const instant = day + 1000 * (seconds - offsetSeconds) + Number(`${fraction}00`.slice(0, 3));
  // A framework's zero stands for a time that is not set.
  return instant > 0 ? new Date(instant).toISOString() : undefined;
}

const instant: Reader<string> = {
  wanted: 'a time with an offset',
  read: utcOf,
  isExact: (value, output) => output !== undefined && isoDateTimeWithOffset.test(String(value)),
};

/** An instant as ISO 8601 in UTC. Null if it has no offset: a browser would read it in the reader's own zone. */
export const Instant = required(instant, null);

/** An instant that may be absent. */
export const OptionalInstant = optional(instant, null);

/** A value without what frameworks write in other ways: capitals, spaces, hyphens. */
const bare = (value: string): string => value.replace(/[\s_-]/g, '').toLowerCase();

/** One of the values, however it is written. */
const anyOf = <const Value extends string>(values: readonly Value[]): Reader<Value> => ({
  wanted: values.join(' or '),
  read: value => (isText(value) ? values.find(each => bare(each) === bare(value)) : undefined),
  isExact: (value, output) => isText(value) && value === output,
});

/** One of the values, or any other line of untrusted text. */
export function wellKnownText(values: readonly string[]): z.$ZodTransform<string> {
  const known = anyOf(values);
  const read = (value: unknown): string | undefined => known.read(value) ?? singleLine.read(value);
  return required({...known, read, isExact: value => isText(value) && (known.read(value) ?? value) === value}, '');
}

/** A status of a ticket, also of the operator's own. Empty if it cannot be read. */
export const Status = wellKnownText(['open', 'in_progress', 'pending', 'resolved', 'closed']);

/** One of the values, or the fallback for any other. */
export const oneOf = <const Value extends string, const Fallback>(
  values: readonly Value[],
  fallback: Fallback,
): z.$ZodTransform<Value | Fallback> => required(anyOf(values), fallback);

/** One of the values, which may be absent. Null for any other. */
export const optionalOneOf = <const Value extends string>(values: readonly Value[]): z.$ZodTransform<Value | null> =>
  optional(anyOf(values), null);

/** A name as the code has it: in the contract, words are separated by underscores. */
export const camelCased = (key: string): string => key.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** An object of the contract. A property with a flaw leaves the others as they are, and may be in camel case. */
export const record = <Shape extends z.$ZodShape>(
  shape: Shape,
  presence?: 'optional',
): z.$ZodPipe<z.$ZodTransform<JsonObject>, z.$ZodObject<Shape, z.$strip>> => {
  const aliases = Object.keys(shape).map(key => [key, camelCased(key)] as const);
  return pipe(
    lenient((value, report) => {
      if (!isObject(value)) {
        if (!presence || !isAbsent(value)) report(mismatch(value, 'an object'));
        // A text in place of the object is its first property: the id of a row, the name of an author.
        return jsonObject({[Object.keys(shape)[0] as string]: textOf(value)});
      }
      const renamed = aliases.filter(([key, alias]) => !(key in value) && alias in value);
      for (const [key, alias] of renamed) report(`${alias} instead of ${key}`, alias);
      return renamed.length === 0
        ? value
        : jsonObject(value, ...renamed.map(([key, alias]) => ({[key]: value[alias]})));
    }),
    objectOf(shape),
  );
};

/**
 * The rows of an array, or of an object with numbers as keys: PHP sends an array with a gap as one
 * (https://www.php.net/manual/en/function.json-encode.php). Undefined if there are none.
 */
export const rowsIn = (value: unknown): unknown[] | undefined => {
  if (Array.isArray(value)) return value as unknown[];
  const keys = isObject(value) ? Object.keys(value) : [];
  return keys.length > 0 && keys.every(key => /^\d+$/.test(key)) ? Object.values(value as JsonObject) : undefined;
};

/** Rows of the contract. None if there is no array. */
export const rowsOf = <Row extends z.$ZodType>(
  row: Row,
  presence?: 'optional',
): z.$ZodPipe<z.$ZodTransform<unknown[]>, z.$ZodArray<Row>> =>
  pipe(
    lenient<unknown[]>((value, report) => {
      const rows = rowsIn(value);
      if (!Array.isArray(value) && !(presence && isAbsent(value))) report(mismatch(value, 'an array'));
      return rows ?? [];
    }),
    arrayOf(row),
  );
