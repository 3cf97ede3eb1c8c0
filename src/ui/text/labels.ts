import type {Choice} from '../../contract/config.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Translator} from '../../i18n/translator.js';

/**
 * The label of a status, priority or category: the operator's label, otherwise the built-in one, otherwise the value
 * itself in readable form. Operators may add values to these sets.
 */
export function labelOf(
  t: Translator,
  kind: 'status' | 'priority' | 'category',
  value: string,
  choices: readonly Choice[] = [],
): string {
  return choices.find(choice => choice.value === value)?.label || (t.lookup(kind, value) ?? humanize(value));
}

/** Whether a ticket has a value without a built-in label. The operator's configuration may have one. */
export function hasUnknownValue(tickets: readonly TicketSummary[], t: Translator): boolean {
  return tickets.some(ticket =>
    (['status', 'priority', 'category'] as const).some(
      kind => ticket[kind] && t.lookup(kind, ticket[kind]) === undefined,
    ),
  );
}

/** The subject of a ticket, or what stands in for one that is empty or cannot be read. */
export const subjectOf = ({subject}: {readonly subject: string}, t: Translator): string =>
  subject.trim() ? subject : t('row.noSubject');

/** Turns `on_hold` into "On hold". */
const humanize = (value: string): string => {
  const text = value.replace(/[_-]+/g, ' ').trim();
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
};
