import {html, nothing, type TemplateResult} from 'lit';

import type {StatusChoice} from '../../contract/config.js';
import type {Reply} from '../../contract/reply.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Translator} from '../../i18n/translator.js';
import {icon, isIconName} from './icons.js';
import {labelOf} from '../text/labels.js';

/** The built-in statuses of each kind. The first one stands for those of the operator's own. */
const statusesOfKind: Readonly<Record<NonNullable<StatusChoice['kind']>, readonly string[]>> = {
  open: ['open', 'in_progress'],
  waiting: ['pending'],
  done: ['closed', 'resolved'],
};

/** The built-in status of the same kind. Without a kind, the status itself. */
export function builtInStatus(status: string, choices: readonly StatusChoice[] = []): string {
  const kind = choices.find(({value}) => value === status)?.kind;
  return kind && !statusesOfKind[kind].includes(status) ? (statusesOfKind[kind][0] as string) : status;
}

/** Whether the next reply reopens the ticket. */
export const isFinished = (status: string): boolean => statusesOfKind.done.includes(status);

/** Whether support works on the ticket. */
export const isWithSupport = (status: string): boolean => statusesOfKind.open.includes(status);

/** A status as icon, label and colour: colour alone would not be accessible. Nothing if it could not be read. */
export function statusBadge(
  status: string,
  t: Translator,
  choices?: readonly StatusChoice[],
): TemplateResult | typeof nothing {
  if (!status) return nothing;
  const shownAs = builtInStatus(status, choices);
  return html`<span class="status" part="status" data-status=${shownAs}
    >${icon(isIconName(shownAs) ? shownAs : 'other')}<span .textContent=${labelOf(t, 'status', status, choices)}></span
  ></span>`;
}

/** The last reply, other than automatic ones. */
export const lastReply = (replies: readonly Reply[]): Reply | undefined =>
  replies.filter(({author}) => author.kind !== 'system').at(-1);

/**
 * Whose turn it is and what happens next. Undefined for a status of the operator's own without a kind. A label of the
 * operator's own may mean more than the built-in one, so that a reply does not say whether support is done.
 */
export function turnText(
  {status, lastReplyBy}: TicketSummary,
  canReply: boolean,
  t: Translator,
  choices: readonly StatusChoice[] = [],
): string | undefined {
  if (!canReply) return t('turn.final');
  const shownAs = builtInStatus(status, choices);
  const hasOwnLabel = choices.some(({value, label}) => value === status && label);
  return t.lookup('turn', isWithSupport(shownAs) && lastReplyBy === 'operator' && !hasOwnLabel ? 'replied' : shownAs);
}

/** The ticket with the author of its newest reply, if the server does not send it. */
export function withLastReplyBy(ticket: TicketSummary, replies: readonly Reply[]): TicketSummary {
  const kind = lastReply(replies)?.author.kind;
  return ticket.lastReplyBy || !kind ? ticket : {...ticket, lastReplyBy: kind as 'customer' | 'operator'};
}

/**
 * The status above a thread, with a sentence about it. Only `pending`, and what is shown as such, when the customer has
 * to answer, has a background, and the button that leads to the reply box.
 */
export function statusSentence(
  ticket: TicketSummary,
  canReply: boolean,
  t: Translator,
  choices?: readonly StatusChoice[],
  reply: unknown = nothing,
): TemplateResult {
  const turn = turnText(ticket, canReply, t, choices);
  const shownAs = builtInStatus(ticket.status, choices);
  return html`<p class="turn" part="turn" data-status=${shownAs}>
    ${statusBadge(ticket.status, t, choices)}${turn ? html`<span>${turn}</span>` : nothing}${
      shownAs === 'pending' ? reply : nothing
    }
  </p>`;
}
