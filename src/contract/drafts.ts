import * as z from 'zod/mini';

const Required = z.string().check(z.refine(text => text.trim() !== ''));

/** The fields of a new ticket that the customer fills in. The server sets all others. */
export const TicketDraft = z.object({
  subject: Required,
  description: Required,
  category: z.string(),
  priority: z.string(),
});
export type TicketDraft = Readonly<z.output<typeof TicketDraft>>;

/** The fields of a new reply. */
export const ReplyDraft = z.object({message: Required});
export type ReplyDraft = Readonly<z.output<typeof ReplyDraft>>;

/** The required fields that are empty, in the order of the form. */
export function missingFields(draft: TicketDraft): readonly (keyof TicketDraft)[] {
  const issues = TicketDraft.safeParse(draft).error?.issues ?? [];
  return issues.map(issue => issue.path[0] as keyof TicketDraft);
}

/**
 * Appends facts about the connection to a description, unless it already ends with them. The API has no field of its
 * own for them.
 */
export function withContext(description: string, context: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(context).map(([name, value]) => `${name}: ${value}`);
  const facts = lines.join('\n');
  return description.endsWith(facts) ? description : [description, facts].join('\n\n');
}
