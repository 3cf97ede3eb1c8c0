import type * as z from 'zod/v4/core';

import {mismatch} from './primitives.js';

/** How a response breaks the contract. */
export interface Flaw {
  /** Where it does, such as `data.1.reply_count`. */
  readonly path: string;
  /** What is wrong, such as `string instead of a whole number`. Contains names and types, never values. */
  readonly reason: string;
}

/** What could be made of a response. */
export interface TolerantResult<Output> {
  readonly output: Output;
  readonly flaws: readonly Flaw[];
  /** Why nothing could be made of it, and `output` is of no use. */
  readonly fatal: Flaw | undefined;
}

/** Reads a response as far as possible. `safeParse` rejects it for a single flaw. */
export function readTolerantly<Output>(schema: z.$ZodType<Output>, body: unknown): TolerantResult<Output> {
  if (typeof body !== 'object' || body === null) {
    const fatal = {path: 'body', reason: body === undefined ? 'not JSON' : mismatch(body, 'an object')};
    return {output: undefined as Output, flaws: [], fatal};
  }
  const {value, issues} = schema._zod.run({value: body, issues: []}, {async: false}) as z.ParsePayload<Output>;
  const flawOf = (issue: z.$ZodRawIssue): Flaw => ({
    path: (issue.path ?? []).join('.'),
    // The only schemas that report no reason are those of arrays.
    reason: issue.message ?? mismatch(issue.input, 'an array'),
  });
  const fatal = issues.find(issue => issue.continue !== true);
  const flaws = issues.map(flawOf);
  const paths = new Set(flaws.map(({path}) => path));
  return {
    output: value,
    // What is not an object has no properties either.
    flaws: flaws.filter(({path, reason}) => reason !== 'missing' || !paths.has(path.replace(/\.?[^.]*$/, ''))),
    fatal: fatal && flawOf(fatal),
  };
}
