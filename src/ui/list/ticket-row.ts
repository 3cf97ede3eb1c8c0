import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';

import type {TicketConfig} from '../../contract/config.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {MessageKey, Words} from '../../i18n/translator.js';
import {icon} from '../primitives/icons.js';
import {labelOf} from '../primitives/labels.js';
import {statusBadge} from '../primitives/status-badge.js';
import {ticketLink, type TicketLink} from '../primitives/ticket-link.js';
import {absoluteTime, relativeTime} from '../text/time.js';

export interface TicketRowOptions extends Pick<TicketLink, 'href' | 'onOpen'> {
  readonly words: Words;
  readonly timeZone: string;
  readonly config: TicketConfig | undefined;
  /** The ticket that is open beside the list. */
  readonly selectedId: string;
}

/** One ticket in the list, looked at again only when something of it has changed: a list is drawn twice for each refresh. */
export function ticketRow(ticket: TicketSummary, options: TicketRowOptions): unknown {
  const {words, timeZone, config, selectedId, href} = options;
  const ago = relativeTime(lastActivity(ticket), words, timeZone);
  return guard([ticket, ago, words, timeZone, config, ticket.id === selectedId, href(ticket.id)], () =>
    row(ticket, ago, options),
  );
}

const lastActivity = ({lastReplyAt, createdAt}: TicketSummary): string => lastReplyAt ?? createdAt;

/** The subject is the link, and the whole row is its target. */
function row(ticket: TicketSummary, ago: string, options: TicketRowOptions): TemplateResult {
  const {words, timeZone, config} = options;
  const unread = ticket.unreadCount ?? 0;
  const isCurrent = ticket.id === options.selectedId;
  const state = `${unread > 0 ? 'unread' : ''} ${isCurrent ? 'current' : ''}`;
  const at = lastActivity(ticket);
  const absolute = absoluteTime(at, words, timeZone);
  const lastReply = lastReplyKey(ticket);
  return html`
    <li class="row ${state}" part="row">
      ${ticketLink({ticketId: ticket.id, text: ticket.subject, className: 'row-open', isCurrent, href: options.href, onOpen: options.onOpen})}
      <div class="row-meta">
        ${statusBadge(ticket.status, words, config?.statuses)}
        <span class="row-number muted" part="number">
          <bdi dir="ltr">${ticket.number}</bdi>
          ${unread > 0 ? html`<span class="row-unread">${words('row.unread', {count: unread})}</span>` : nothing}
        </span>
        <time class="row-reply muted" part="last-reply" datetime=${at} title=${absolute}
          ><span aria-hidden="true">${words(lastReply, {time: ago})}</span
          ><span class="visually-hidden">${words(lastReply, {time: absolute})}</span></time
        >
      </div>
      <div class="row-side">${priority(ticket, options)} ${replyCount(ticket, words)}</div>
    </li>
  `;
}

/** What the columns are, for the eye: a screen reader hears it in each row. */
export const columns = (words: Words): TemplateResult => html`
  <div class="columns" aria-hidden="true">
    ${(['status', 'ticket', 'priority', 'lastReply', 'replies'] as const).map(
      column => html`<span>${words(`column.${column}`)}</span>`,
    )}
  </div>
`;

function priority(ticket: TicketSummary, {words, config}: TicketRowOptions): TemplateResult | typeof nothing {
  if (ticket.priority === null) return nothing;
  const label = labelOf(words, 'priority', ticket.priority, config?.priorities);
  const isHigh = ticket.priority === 'high' && ticket.status !== 'resolved' && ticket.status !== 'closed';
  return html`<span part="priority" class="row-priority ${isHigh ? 'high' : 'muted'}">
    ${isHigh ? icon('high') : nothing}<span aria-hidden="true">${label}</span
    ><span class="visually-hidden">${words('row.priority', {priority: label})}</span>
  </span>`;
}

function replyCount({replyCount: count}: TicketSummary, words: Words): TemplateResult | typeof nothing {
  if (count === null) return nothing;
  return html`<span class="row-count muted" part="count">
    ${icon('reply')} <span aria-hidden="true">${words.number(count)}</span
    ><span class="visually-hidden">${words('row.replies', {count})}</span>
  </span>`;
}

function lastReplyKey({lastReplyAt, lastReplyBy}: TicketSummary): MessageKey {
  if (lastReplyAt === null) return 'row.opened';
  if (lastReplyBy === null) return 'row.lastReply';
  return lastReplyBy === 'customer' ? 'row.lastReplyYou' : 'row.lastReplyOperator';
}
