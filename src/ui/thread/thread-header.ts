import {css, html, nothing, type TemplateResult} from 'lit';

import type {TicketConfig} from '../../contract/config.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Words} from '../../i18n/translator.js';
import {heading} from '../primitives/heading.js';
import {icon} from '../primitives/icons.js';
import {labelOf} from '../primitives/labels.js';
import {statusSentence} from '../primitives/status-badge.js';
import {time} from '../text/time.js';

export interface ThreadHeader {
  readonly ticket: TicketSummary;
  readonly canReply: boolean;
  readonly config: TicketConfig | undefined;
  readonly words: Words;
  readonly timeZone: string;
  readonly headingLevel: number;
  readonly isCopied: boolean;
  readonly onCopy: () => Promise<void>;
}

/** What the ticket is about, whose turn it is, and its particulars in one quiet line. */
export function threadHeader(header: ThreadHeader): TemplateResult {
  const {ticket, canReply, config, words, timeZone, headingLevel} = header;
  const {category, priority} = ticket;
  return html`
    <header class="thread-header" part="header">
      <div>
        ${heading(headingLevel, html`<bdi>${ticket.subject}</bdi>`)}
        <p class="number muted" part="number">
          <bdi dir="ltr">${ticket.number}</bdi>
          ${copyButton(header)}
        </p>
      </div>
      ${statusSentence(ticket, canReply, words, config?.statuses)}
      <p class="particulars muted" part="particulars">
        ${category === null ? nothing : html`<span>${labelOf(words, 'category', category, config?.categories)}</span>`}
        ${
          priority === null
            ? nothing
            : html`<span
                >${words('row.priority', {priority: labelOf(words, 'priority', priority, config?.priorities)})}</span
              >`
        }
        <span>${words('thread.openedAt')} ${time(ticket.createdAt, words, timeZone)}</span>
      </p>
    </header>
  `;
}

/** For a mail or a call. Pages without https have no clipboard. */
function copyButton({ticket, words, isCopied, onCopy}: ThreadHeader): TemplateResult | typeof nothing {
  if (!('clipboard' in navigator)) return nothing;
  const label = words('thread.copyNumber', {number: ticket.number});
  return html`<button class="copy" type="button" aria-label=${label} @click=${() => void onCopy()}>
    ${icon(isCopied ? 'check' : 'copy')}
  </button>`;
}

export const threadHeaderStyles = css`
  .thread-header {
    display: grid;
    gap: calc(var(--_step) * 2);
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
    /* It reaches into the room around its line, which it would double. */
    margin: -8px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    cursor: pointer;
  }

  .copy:hover {
    background: var(--_hover);
  }

  .particulars {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    font-size: 0.875em;
  }
`;
