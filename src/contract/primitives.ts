import * as z from 'zod/mini';

/** Bidirectional controls can make one text look like another (https://www.unicode.org/reports/tr36/). */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const controlCharacters = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

const isoDateTimeWithOffset = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)$/i;

/** The format of `toISOString`. */
const isoUtc = /^.{10}T.{12}Z$/;

/** Safari does not parse an offset without a colon. */
const withColonInOffset = (text: string): string => text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');

/** Half of a character, which JSON can escape, makes `encodeURIComponent` throw. */
const toWellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

/** An opaque id. Some servers send numbers. */
export const Identifier = z.pipe(
  z.unknown().check(z.refine(id => typeof id === 'string' || typeof id === 'number')),
  z.transform(id => toWellFormed(String(id))),
);

const maxLineLength = 500;

/** Shortens a line, but never within a grapheme. Firefox has `Intl.Segmenter` since version 125. */
function ellipsize(text: string): string {
  if (text.length <= maxLineLength) return text;
  const end = maxLineLength - 1;
  if (!('Segmenter' in Intl)) return `${text.slice(0, end).replace(/[\uD800-\uDBFF]$/, '')}…`;
  const segments = new Intl.Segmenter().segment(text.slice(0, end + 64));
  return `${text.slice(0, segments.containing(end)?.index)}…`;
}

/** One line of untrusted text, such as a subject or a name: no control characters, at most 500 characters. */
export const SingleLineText = z.pipe(
  z.string(),
  z.transform(text => ellipsize(toWellFormed(text.replace(bidiControls, '').replace(controlCharacters, ' ')))),
);

/** Untrusted text of any length. It keeps its line breaks and tabs. NUL would end it where it is pasted. */
export const MultilineText = z.pipe(
  z.string(),
  z.transform(text => toWellFormed(text.replace(bidiControls, '').replace(/[\0-\x08\x0e-\x1f\x7f]/g, ''))),
);

/**
 * An instant as ISO 8601 in UTC. A time without an offset is rejected: a browser would read it in the reader's own
 * zone.
 */
export const Instant = z.pipe(
  z
    .string()
    .check(z.refine(text => isoDateTimeWithOffset.test(text) && !Number.isNaN(Date.parse(withColonInOffset(text))))),
  // Most instants arrive in this format, and formatting one takes three times as long as parsing it.
  z.transform(text => (isoUtc.test(text) ? text : new Date(withColonInOffset(text)).toISOString())),
);

/**
 * A value that may be absent in the response: null then. zod leaves the key out, so that reading it would read what the
 * page has put on `Object.prototype`.
 */
export const optional = <Schema extends z.ZodMiniType>(
  schema: Schema,
): z.ZodMiniPipe<
  z.ZodMiniOptional<Schema>,
  z.ZodMiniTransform<z.output<Schema> | null, z.output<Schema> | undefined>
> =>
  z.pipe(
    z.optional(schema),
    z.transform((value: z.output<Schema> | undefined) => value ?? null),
  );

/** A value that may be absent or null in the response: null in both cases. */
export const nullishToNull = <Schema extends z.ZodMiniType>(
  schema: Schema,
): ReturnType<typeof optional<z.ZodMiniNullable<Schema>>> => optional(z.nullable(schema));

/** A schema that rejects nothing. `z.catch` and `z.union` do the same in seven times the bytes. */
export const lenient = <Output>(parse: (value: unknown) => Output): z.ZodMiniTransform<Output> => z.transform(parse);

/** One of the values, or the fallback for any other. */
export const oneOf = <const Value extends string, const Fallback>(
  values: readonly Value[],
  fallback: Fallback,
): z.ZodMiniTransform<Value | Fallback> => lenient(value => values.find(each => each === value) ?? fallback);
