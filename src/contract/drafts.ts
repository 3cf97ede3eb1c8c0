import * as z from 'zod/mini';

const Required = z.string().check(z.refine(text => text.trim() !== ''));

/** What a customer says when opening a ticket. Status, assignee and owner are not theirs to say. */
export const TicketDraft = z.object({
  subject: Required,
  description: Required,
  category: z.string(),
  priority: z.string(),
});
export type TicketDraft = Readonly<z.output<typeof TicketDraft>>;

/** What a customer says in a thread. */
export const ReplyDraft = z.object({message: Required});
export type ReplyDraft = Readonly<z.output<typeof ReplyDraft>>;

/** The fields of a ticket draft that still want words, in the order of the form. */
export function missingFields(draft: TicketDraft): readonly (keyof TicketDraft)[] {
  const issues = TicketDraft.safeParse(draft).error?.issues ?? [];
  return issues.map(issue => issue.path[0] as keyof TicketDraft);
}

/**
 * A description with what the portal knows of the line beneath it, once. The contract has no field for that, and a person
 * reads it.
 */
export function withContext(description: string, context: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(context).map(([name, value]) => `${name}: ${value}`);
  const facts = lines.join('\n');
  return description.endsWith(facts) ? description : [description, facts].join('\n\n');
}
