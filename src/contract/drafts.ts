import type * as z from 'zod/v4/core';

import {readTolerantly} from './flaws.js';
import {isBlank, lenient, objectOf, textOf, Value} from './primitives.js';

const RequiredText = lenient((value, report) => {
  const text = textOf(value) ?? '';
  if (isBlank(text)) report('missing');
  return text;
});

/** A new ticket. A customer cannot set its status, assignee or owner. */
export const TicketDraft = objectOf({
  subject: RequiredText,
  description: RequiredText,
  category: Value,
  priority: Value,
});
export type TicketDraft = Readonly<z.output<typeof TicketDraft>>;

/** A new reply. */
export const ReplyDraft = objectOf({message: RequiredText});
export type ReplyDraft = Readonly<z.output<typeof ReplyDraft>>;

/**
 * The limit, if the text is longer. Counted in code points, of which an emoji has one and a length of two; but only if
 * the length does not tell.
 */
export const exceeded = (text: string, limit = Infinity): number | undefined =>
  text.length > limit && (text.length > 2 * limit || (text.match(/./gsu)?.length ?? 0) > limit) ? limit : undefined;

/** The limits of the fields of a form that are too long. */
export interface ExceededLimits {
  readonly subject: number | undefined;
  readonly description: number | undefined;
}

/** Whether the customer has discarded a text. It is `undoable` as long as it can be restored. */
export type Discarded = 'undoable' | 'final' | undefined;

/** The required fields that are empty, in the order of the form. */
export const missingFields = (draft: TicketDraft): readonly (keyof TicketDraft)[] =>
  readTolerantly(TicketDraft, draft).flaws.map(({path}) => path as keyof TicketDraft);

/**
 * Appends what the portal knows about the line to a description, unless it is there already. The contract has no field
 * for it, because only people read it.
 */
export function appendContext(description: string, context: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(context).map(([name, value]) => `${name}: ${value}`);
  const text = lines.join('\n');
  return description.endsWith(text) ? description : [description, text].join('\n\n');
}
