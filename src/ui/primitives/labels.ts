import type {Choice} from '../../contract/config.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Words} from '../../i18n/translator.js';

/**
 * A status, priority or category as the customer reads it: by the operator's label, else by our word, else as it stands.
 * The sets are open: no ticket is hidden over a word we do not know.
 */
export function labelOf(
  words: Words,
  kind: 'status' | 'priority' | 'category',
  value: string,
  choices: readonly Choice[] = [],
): string {
  return choices.find(choice => choice.value === value)?.label ?? words.for(kind, value) ?? spoken(value);
}

/** Whether a ticket carries a word that we have none for, and the operator's configuration may. */
export function wantsLabels(tickets: readonly TicketSummary[], words: Words): boolean {
  const isUnknown = (kind: 'status' | 'priority' | 'category', value: string | null): boolean =>
    value !== null && words.for(kind, value) === undefined;
  return tickets.some(
    ({status, priority, category}) =>
      isUnknown('status', status) || isUnknown('priority', priority) || isUnknown('category', category),
  );
}

/** `on_hold` is a word to a machine. */
const spoken = (value: string): string => {
  const text = value.replace(/[_-]+/g, ' ').trim();
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
};
