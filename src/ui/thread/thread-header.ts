import {css, html, nothing, type TemplateResult} from 'lit';

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
        <b translate="yes">${subjectOf(ticket, t)}</b><bdi class="muted" dir="ltr">${ticket.number}</bdi>
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

export const threadHeaderStyles = css`
  .thread-header {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .floating {
    position: sticky;
    z-index: 1;
    visibility: hidden;
  }

  .floating:focus-within,
  [data-above] .thread-bar,
  [data-below] .thread-ends {
    visibility: visible;
  }

  .thread-bar {
    inset-block-start: var(--_page-bar, 0);
    display: flex;
    align-items: center;
    justify-content: space-between;
    block-size: 3.25em;
    /* It takes no space. */
    margin-block-end: calc(-3.25em - var(--_space) * 4);
    border-block-end: 1px solid var(--_divider);
    background: var(--_surface);
    font-size: 0.875em;
    line-height: 1.3;
  }

  .thread-bar p {
    flex: 1 1 0;
  }

  .thread-bar :is(p, b, .button) {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .thread-ends {
    order: 1;
    align-self: end;
    inset-block-end: calc(var(--_page-end, 0px) + env(safe-area-inset-bottom, 0px) + var(--_space) * 2);
    margin-block-start: calc(-44px - var(--_space) * 4);
  }

  /* They would cover too much of a low screen. */
  @media (max-height: 30em) {
    .floating {
      display: none;
    }
  }

  .number {
    display: flex;
    align-items: center;
    gap: 0.25em;
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }

  .copy {
    display: inline-grid;
    place-content: center;
    min-inline-size: 44px;
    min-block-size: 44px;
    /* The target is higher than its line, and must not increase the line's height. */
    margin: -8px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    cursor: pointer;
  }

  .particulars {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    font-size: 0.875em;
  }
`;
