import * as z from 'zod/mini';

/** Whether a text shows nothing: white space, control characters, and letters without a glyph, such as U+3164. */
export const isBlank = (text: string): boolean =>
  /^[\s\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);

const RequiredText = z.string().check(z.refine(text => !isBlank(text)));

/** A new ticket. A customer cannot set its status, assignee or owner. */
export const TicketDraft = z.object({
  subject: RequiredText,
  description: RequiredText,
  category: z.string(),
  priority: z.string(),
});
export type TicketDraft = Readonly<z.output<typeof TicketDraft>>;

/** A new reply. */
export const ReplyDraft = z.object({message: RequiredText});
export type ReplyDraft = Readonly<z.output<typeof ReplyDraft>>;

/** The required fields that are empty, in the order of the form. */
export function missingFields(draft: TicketDraft): readonly (keyof TicketDraft)[] {
  const result = TicketDraft.safeParse(draft);
  return result.success ? [] : result.error.issues.map(issue => issue.path[0] as keyof TicketDraft);
}

/**
 * Appends what the portal knows about the line to a description, unless it is there already. The contract has no field
 * for it, because only people read it.
 */
export function appendContext(description: string, context: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(context).map(([name, value]) => `${name}: ${value}`);
  const text = lines.join('\n');
  return description.endsWith(text) ? description : [description, text].join('\n\n');
}
