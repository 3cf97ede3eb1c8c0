import {html, nothing, type TemplateResult} from 'lit';

import type {UnreadTicket} from '../../contract/updates.js';
import type {Translator} from '../../i18n/translator.js';
import {button} from '../primitives/button.js';
import {icon} from '../primitives/icons.js';
import {subjectOf} from '../text/labels.js';
import {ticketLink, type TicketLinkOptions} from '../primitives/ticket-link.js';

export interface UnreadBannerOptions extends Pick<TicketLinkOptions, 'href' | 'onOpen'> {
  readonly total: number;
  readonly tickets: readonly UnreadTicket[];
  readonly operator: string;
  readonly onHide: () => void;
  readonly t: Translator;
}

/** More links would be another ticket list. */
const maxTickets = 3;

/** Says that there are unread replies, with a link to each of the first tickets. */
export function unreadBanner(banner: UnreadBannerOptions): TemplateResult {
  const {total, tickets, operator, t, href, onOpen, onHide} = banner;
  const label = t('banner.unread', {count: total, operator});
  const linked = tickets.filter(({id}) => id);
  const remaining = linked.length - maxTickets;
  return html`
    <section class="banner" part="banner" aria-label=${label}>
      <p class="banner-title" part="title">${icon('pending')} ${label}</p>
      <ul role="list">
        ${linked.slice(0, maxTickets).map(
          ({id, number, subject}) =>
            html`<li>
              ${ticketLink({
                ticketId: id,
                className: 'banner-link',
                text:
                  subject !== null && number
                    ? t('banner.readOf', {number, subject: subjectOf({subject}, t)})
                    : t('banner.read'),
                href,
                onOpen,
              })}
            </li>`,
        )}
        ${remaining > 0 ? html`<li>${t('banner.more', {count: remaining})}</li>` : nothing}
      </ul>
      ${button(t('banner.hide'), onHide, 'quiet')}
    </section>
  `;
}
