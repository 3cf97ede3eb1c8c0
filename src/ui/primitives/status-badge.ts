import {css, html, nothing, type TemplateResult} from 'lit';

import type {Choice} from '../../contract/config.js';
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
    >${icon(isIconName(status) ? status : 'other')}<span>${labelOf(t, 'status', status, choices)}</span></span
  >`;
}

/** Whose turn it is and what happens next. Undefined for a status of the operator's own. */
export function turnText(ticket: TicketSummary, canReply: boolean, t: Translator): string | undefined {
  return canReply ? t.lookup('turn', ticket.status) : t('turn.final');
}

/**
 * The status above a thread, with a sentence about it. Only `pending`, when the customer has to answer, has a
 * background.
 */
export function statusSentence(
  ticket: TicketSummary,
  canReply: boolean,
  t: Translator,
  choices?: readonly Choice[],
): TemplateResult {
  const turn = turnText(ticket, canReply, t);
  return html`<p class="turn" part="turn" data-status=${ticket.status}>
    ${statusBadge(ticket.status, t, choices)}${turn ? html`<span>${turn}</span>` : nothing}
  </p>`;
}

export const statusStyles = css`
  .status {
    font-weight: 550;
    overflow-wrap: anywhere;
  }

  .status .icon {
    margin-inline-end: 0.375em;
  }

  .status[data-status='in_progress'] {
    color: var(--_accent-text);
  }

  .status[data-status='pending'] {
    color: var(--_attention);
  }

  .status[data-status='resolved'] {
    color: var(--_success);
  }

  .status[data-status='closed'] {
    color: var(--_text-muted);
  }

  .turn {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }

  .turn[data-status='pending'] {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-radius: var(--_radius);
    background: var(--_attention-tint);
  }
`;
