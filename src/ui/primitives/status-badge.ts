import {html, nothing, type TemplateResult} from 'lit';

import type {Choice} from '../../contract/config.js';
import type {Reply} from '../../contract/reply.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Translator} from '../../i18n/translator.js';
import {icon, isIconName} from './icons.js';
import {labelOf} from '../text/labels.js';

/** A status as icon, label and colour: colour alone would not be accessible. Nothing if it could not be read. */
export function statusBadge(
  status: string,
  t: Translator,
  choices?: readonly Choice[],
): TemplateResult | typeof nothing {
  if (!status) return nothing;
  return html`<span class="status" part="status" data-status=${status}
    >${icon(isIconName(status) ? status : 'other')}<span .textContent=${labelOf(t, 'status', status, choices)}></span
  ></span>`;
}

/** Whether the next reply reopens the ticket. */
export const isFinished = (status: string): boolean => status === 'resolved' || status === 'closed';

/** Whether support works on the ticket. */
export const isWithSupport = (status: string): boolean => status === 'open' || status === 'in_progress';

/** The last reply, other than automatic ones. */
export const lastReply = (replies: readonly Reply[]): Reply | undefined =>
  replies.filter(({author}) => author.kind !== 'system').at(-1);

/**
 * Whose turn it is and what happens next. Undefined for a status of the operator's own. A label of the operator's own
 * may mean more than the built-in one, so that a reply does not say whether support is done.
 */
export function turnText(
  {status, lastReplyBy}: TicketSummary,
  canReply: boolean,
  t: Translator,
  choices: readonly Choice[] = [],
): string | undefined {
  if (!canReply) return t('turn.final');
  const hasOwnLabel = choices.some(({value, label}) => value === status && label);
  return t.lookup('turn', isWithSupport(status) && lastReplyBy === 'operator' && !hasOwnLabel ? 'replied' : status);
}

/** The ticket with the author of its newest reply, if the server does not send it. */
export function withLastReplyBy(ticket: TicketSummary, replies: readonly Reply[]): TicketSummary {
  const kind = lastReply(replies)?.author.kind;
  return ticket.lastReplyBy || !kind ? ticket : {...ticket, lastReplyBy: kind as 'customer' | 'operator'};
}

/**
 * The status above a thread, with a sentence about it. Only `pending`, when the customer has to answer, has a
 * background, and the button that leads to the reply box.
 */
export function statusSentence(
  ticket: TicketSummary,
  canReply: boolean,
  t: Translator,
  choices?: readonly Choice[],
  reply: unknown = nothing,
): TemplateResult {
  const turn = turnText(ticket, canReply, t, choices);
  return html`<p class="turn" part="turn" data-status=${ticket.status}>
    ${statusBadge(ticket.status, t, choices)}${turn ? html`<span>${turn}</span>` : nothing}${
      ticket.status === 'pending' ? reply : nothing
    }
  </p>`;
}
