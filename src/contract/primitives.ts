import * as z from 'zod/mini';

/** Bidirectional overrides and controls: they can make one text pass for another (https://www.unicode.org/reports/tr36/). */
const overrides = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)$/i;

/** As `toISOString` writes it. */
const inUtc = /^.{10}T.{12}Z$/;

/** Safari reads no offset without its colon. */
const spelled = (text: string): string => text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');

/** An opaque id. Servers count in numbers, too; we never do arithmetic with it. */
export const Identifier = z.pipe(
  z.unknown().check(z.refine(id => typeof id === 'string' || typeof id === 'number')),
  z.transform(String),
);

/** One line of foreign text, such as a subject or a name: no control characters, and no more of it than a page can bear. */
export const Line = z.pipe(
  z.string(),
  z.transform(text => text.replace(overrides, '').replace(controls, ' ').slice(0, 500)),
);

/** A text of any length. Its line breaks are kept. */
export const Body = z.pipe(
  z.string(),
  z.transform(text => text.replace(overrides, '')),
);

/** A moment, with an offset: a time without one would be read in the reader's zone, which is anybody's guess. ISO 8601, UTC. */
export const Instant = z.pipe(
  z.string().check(z.refine(text => instant.test(text) && !Number.isNaN(Date.parse(spelled(text))))),
  // To write one anew takes three times as long as to read it, and most are in UTC as they come.
  z.transform(text => (inUtc.test(text) ? text : new Date(spelled(text)).toISOString())),
);

/**
 * What may be absent on the wire is null here. zod leaves out a key that is absent, and whoever reads it then reads what the page
 * has put on `Object.prototype`; null is the object's own.
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

/** What may be absent or null on the wire is null here. */
export const nullable = <Schema extends z.ZodMiniType>(
  schema: Schema,
): ReturnType<typeof optional<z.ZodMiniNullable<Schema>>> => optional(z.nullable(schema));

/**
 * What is read as well as can be, and never refused: `z.catch` and `z.union` would say the same at seven times the weight.
 */
export const read = <Output>(reader: (value: unknown) => Output): z.ZodMiniTransform<Output> => z.transform(reader);

/** One of a few words, or another in its place. */
export const oneOf = <const Word extends string, const Other>(
  words: readonly Word[],
  other: Other,
): z.ZodMiniTransform<Word | Other> => read(value => words.find(word => word === value) ?? other);
