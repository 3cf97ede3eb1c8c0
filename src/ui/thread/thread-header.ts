import {html, nothing, type TemplateResult} from 'lit';

import type {TicketConfig} from '../../contract/config.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Translator} from '../../i18n/translator.js';
import {button} from '../primitives/button.js';
import {heading} from '../primitives/heading.js';
import {icon} from '../primitives/icons.js';
import {labelOf, subjectOf} from '../text/labels.js';
import {statusSentence} from '../primitives/status-badge.js';
import {relativeTime} from '../text/time.js';

export interface ThreadHeaderOptions {
  readonly ticket: TicketSummary;
  readonly canReply: boolean;
  readonly config: TicketConfig | undefined;
  readonly t: Translator;
  readonly timeZone: string;
  readonly headingLevel: number;
  /** Whether the number was copied. Undefined if nobody has tried. */
  readonly isCopied: boolean | undefined;
  readonly onCopy: () => Promise<void>;
  /** Moves to a message by its index: 0 is the description, -1 the newest. */
  readonly onMove: (index: number) => void;
  readonly onReply: () => void;
}

/**
 * Subject, number, status and properties of a ticket. In a long ticket, subject and number stay in view as a bar, and
 * buttons that lead to the newest message and to the reply box as long as these are out of view.
 */
export function threadHeader(header: ThreadHeaderOptions): TemplateResult {
  const {ticket, canReply, config, t, timeZone, headingLevel} = header;
  const {category, priority} = ticket;
  const reply = canReply ? button(t('thread.reply'), header.onReply) : nothing;
  return html`
    <div class="floating thread-bar" part="thread-bar">
      <p aria-hidden="true">
        <b dir="auto" translate="yes">${subjectOf(ticket, t)}</b><bdi class="muted" dir="ltr">${ticket.number}</bdi>
      </p>
      ${button(t('thread.first'), () => header.onMove(0), 'quiet')}
    </div>
    <div class="floating thread-ends actions" part="thread-ends">
      ${button(t('thread.newest'), () => header.onMove(-1))} ${reply}
    </div>
    <header class="thread-header" part="header">
      <div>
        ${heading(headingLevel, html`<bdi translate="yes">${subjectOf(ticket, t)}</bdi>`)}
        ${
          ticket.number
            ? html`<p class="number muted" part="number">
                <bdi dir="ltr">${ticket.number}</bdi> ${copyButton(header)}
              </p>`
            : nothing
        }
        ${header.isCopied === false ? html`<p class="muted">${t('thread.notCopied')}</p>` : nothing}
      </div>
      ${statusSentence(ticket, canReply, t, config?.statuses, reply)}
      <p class="particulars muted" part="particulars">
        ${category === null ? nothing : html`<span>${labelOf(t, 'category', category, config?.categories)}</span>`}
        ${
          priority === null
            ? nothing
            : html`<span>${t('row.priority', {priority: labelOf(t, 'priority', priority, config?.priorities)})}</span>`
        }
        ${
          ticket.createdAt === null
            ? nothing
            : html`<span>${t('thread.openedAt')} ${relativeTime(ticket.createdAt, t, timeZone)}</span>`
        }
      </p>
    </header>
  `;
}

/** Copies the ticket number, for an email or a call. Nothing on pages without HTTPS, which have no clipboard API. */
function copyButton({ticket, t, isCopied, onCopy}: ThreadHeaderOptions): TemplateResult | typeof nothing {
  if (!('clipboard' in navigator)) return nothing;
  const label = t('thread.copyNumber', {number: ticket.number});
  return html`<button class="copy" type="button" aria-label=${label} @click=${() => void onCopy()}>
    ${icon(isCopied ? 'check' : 'copy')}
  </button>`;
}

/** Selects the ticket number, so that it can be copied by hand. */
export function selectNumber(root: ParentNode): void {
  const number = root.querySelector('.number bdi');
  if (number) getSelection()?.selectAllChildren(number);
}
