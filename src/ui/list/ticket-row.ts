import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';

import type {TicketConfig} from '../../contract/config.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {MessageKey, Translator} from '../../i18n/translator.js';
import {icon} from '../primitives/icons.js';
import {labelOf, subjectOf} from '../text/labels.js';
import {builtInStatus, isFinished, statusBadge} from '../primitives/status-badge.js';
import {ticketLink, type TicketLinkOptions} from '../primitives/ticket-link.js';
import {formatDateTime, formatRelativeTime} from '../text/time.js';

export interface TicketRowOptions extends Pick<TicketLinkOptions, 'href' | 'onOpen'> {
  readonly t: Translator;
  readonly timeZone: string;
  readonly config: TicketConfig | undefined;
  /** The ticket that is open next to the list. */
  readonly selectedId: string;
  /** Whether the ticket has a reply that could not be sent so far. */
  readonly hasUnsent: boolean;
}

/** A ticket in the list. It renders only if something in it has changed: every refresh renders the list twice. */
export function ticketRow(ticket: TicketSummary, options: TicketRowOptions): unknown {
  const {t, timeZone, config, selectedId, hasUnsent, href} = options;
  const timestamp = lastActivityAt(ticket);
  const lastActivity = timestamp && formatRelativeTime(timestamp, t, timeZone);
  return guard([ticket, lastActivity, t, timeZone, config, ticket.id === selectedId, hasUnsent, href(ticket.id)], () =>
    renderRow(ticket, lastActivity, options),
  );
}

const lastActivityAt = ({lastReplyAt, createdAt}: TicketSummary): string | null => lastReplyAt ?? createdAt;

/** The subject is the link, and its target covers the whole row. */
function renderRow(ticket: TicketSummary, relativeTime: string | null, options: TicketRowOptions): TemplateResult {
  const {t, config, hasUnsent} = options;
  const unread = ticket.unreadCount ?? 0;
  const isCurrent = ticket.id !== '' && ticket.id === options.selectedId;
  const describedBy = `about-${encodeURIComponent(ticket.id)}`;
  const classes = `${unread > 0 ? 'unread' : ''} ${isCurrent ? 'current' : ''}`;
  const link = ticketLink({
    ticketId: ticket.id,
    text: subjectOf(ticket, t),
    className: 'row-open',
    isCurrent,
    describedBy,
    href: options.href,
    onOpen: options.onOpen,
  });
  // `.textContent` in place of a part in the content: Lit would add a comment to each, and a list has many rows.
  return html`<li class="row ${classes}" part="row">
    ${link}
    <div class="row-meta">
      <bdi class="row-number muted" part="number" dir="ltr" .textContent=${ticket.number}></bdi>
      <div id=${describedBy}>
        ${statusBadge(ticket.status, t, config?.statuses)}
        <div class="row-activity">
          ${unread > 0 || hasUnsent ? marks(unread, hasUnsent, t) : nothing}${
            relativeTime === null ? nothing : activityTime(ticket, relativeTime, options)
          }
        </div>
      </div>
    </div>
    <div class="row-side">${priority(ticket, options)} ${replyCount(ticket, t)}</div>
  </li>`;
}

/** What is new, and what has not been sent. */
const marks = (unread: number, hasUnsent: boolean, t: Translator): TemplateResult => html`
  ${unread > 0 ? html`<span class="row-unread">${t('row.unread', {count: unread})}</span>` : nothing}
  ${hasUnsent ? html`<span class="row-unsent">${icon('alert')} ${t('row.unsent')}</span>` : nothing}
`;

/** Who did something last, and when. Screen readers read the date, and nothing twice. */
function activityTime(
  ticket: TicketSummary,
  relativeTime: string,
  {t, timeZone, config}: TicketRowOptions,
): TemplateResult {
  const timestamp = lastActivityAt(ticket) ?? '';
  const dateTime = formatDateTime(timestamp, t, timeZone);
  const messageKey = lastActivityKey(ticket);
  const operator = config?.operatorName ?? t('thread.operator');
  // The space separates it from the status in the description of the link.
  return html` <time class="row-reply muted" part="last-reply" datetime=${timestamp}
    ><span aria-hidden="true" .textContent=${t(messageKey, {operator, time: relativeTime})}></span
    ><span class="visually-hidden" .textContent=${t(messageKey, {operator, time: dateTime})}></span
  ></time>`;
}

/** Column headings. They are hidden from screen readers, which have the same information in each row. */
export const columnHeadings = (t: Translator): TemplateResult => html`
  <div class="columns" aria-hidden="true">
    ${(['status', 'ticket', 'priority', 'lastReply', 'replies'] as const).map(
      column => html`<span>${t(`column.${column}`)}</span>`,
    )}
  </div>
`;

function priority(ticket: TicketSummary, {t, config}: TicketRowOptions): TemplateResult | typeof nothing {
  if (ticket.priority === null) return nothing;
  const label = labelOf(t, 'priority', ticket.priority, config?.priorities);
  const isHigh = ticket.priority === 'high' && !isFinished(builtInStatus(ticket.status, config?.statuses));
  const spoken = t('row.priority', {priority: label});
  return isHigh
    ? html`<span part="priority" class="row-priority high"
        >${icon('high')}<span aria-hidden="true" .textContent=${label}></span
        ><span class="visually-hidden" .textContent=${spoken}></span
      ></span>`
    : html`<span part="priority" class="row-priority muted"
        ><span aria-hidden="true" .textContent=${label}></span
        ><span class="visually-hidden" .textContent=${spoken}></span
      ></span>`;
}

function replyCount({replyCount: count}: TicketSummary, t: Translator): TemplateResult | typeof nothing {
  if (count === null) return nothing;
  const spoken = t('row.replies', {count});
  return count > 0
    ? html`<span class="row-count muted" part="count"
        >${icon('reply')} <span aria-hidden="true" .textContent=${t.formatNumber(count)}></span
        ><span class="visually-hidden" .textContent=${spoken}></span
      ></span>`
    : html`<span class="row-count muted" part="count"
        ><span class="visually-hidden" .textContent=${spoken}></span
      ></span>`;
}

function lastActivityKey({lastReplyAt, lastReplyBy}: TicketSummary): MessageKey {
  if (lastReplyAt === null) return 'row.opened';
  if (lastReplyBy === null) return 'row.lastReply';
  return lastReplyBy === 'customer' ? 'row.lastReplyYou' : 'row.lastReplyOperator';
}
