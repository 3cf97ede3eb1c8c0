import type {TicketDraft} from '../../contract/drafts.js';

export type PartialTicketDraft = Partial<TicketDraft>;

/** Merges two texts written in the same place. Neither is lost, and none is repeated. */
export function mergeTexts(earlier = '', later = ''): string {
  if (includesText(earlier, later)) return earlier;
  return includesText(later, earlier) ? later : `${earlier}\n\n${later}`;
}

/** As its beginning or as whole paragraphs: a word may be part of another text by chance. */
const includesText = (whole: string, part: string): boolean =>
  whole.startsWith(part) || `\n\n${whole}\n\n`.includes(`\n\n${part}\n\n`);

/** Merges two forms. The later one's choices win; a subject that is replaced moves into the description. */
export function mergeTicketDrafts(earlier: PartialTicketDraft, later: PartialTicketDraft): PartialTicketDraft {
  const subject = later.subject || earlier.subject;
  const replacedSubject = earlier.subject === subject ? '' : earlier.subject;
  const description = mergeTexts(mergeTexts(replacedSubject, earlier.description), later.description);
  return {...earlier, ...later, ...(subject && {subject}), ...(description && {description})};
}
