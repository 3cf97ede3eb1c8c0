import {css, html, nothing, type TemplateResult} from 'lit';

import type {Choice} from '../../contract/config.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Words} from '../../i18n/translator.js';
import {icon, isIconName} from './icons.js';
import {labelOf} from './labels.js';

/** A status: a shape and a word, and then a colour. */
export function statusBadge(status: string, words: Words, choices?: readonly Choice[]): TemplateResult {
  return html`<span class="status" part="status" data-status=${status}
    >${icon(isIconName(status) ? status : 'other')}<span>${labelOf(words, 'status', status, choices)}</span></span
  >`;
}

/** Whose turn it is, and what happens next. Nothing, where the operator has a word of their own. */
export function turnOf(ticket: TicketSummary, canReply: boolean, words: Words): string | undefined {
  return canReply ? words.for('turn', ticket.status) : words('turn.final');
}

/** The status of a ticket that is being read, in a sentence. It is tinted only when it is the customer's turn. */
export function statusSentence(
  ticket: TicketSummary,
  canReply: boolean,
  words: Words,
  choices?: readonly Choice[],
): TemplateResult {
  const turn = turnOf(ticket, canReply, words);
  return html`<p class="turn" part="turn" data-status=${ticket.status}>
    ${statusBadge(ticket.status, words, choices)}${turn ? html`<span>${turn}</span>` : nothing}
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
    color: var(--_turn);
  }

  .status[data-status='resolved'] {
    color: var(--_done);
  }

  .status[data-status='closed'] {
    color: var(--_muted);
  }

  .turn {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75em;
  }

  .turn[data-status='pending'] {
    padding: calc(var(--_step) * 2) calc(var(--_step) * 3);
    border-radius: var(--_radius);
    background: var(--_turn-tint);
  }
`;
