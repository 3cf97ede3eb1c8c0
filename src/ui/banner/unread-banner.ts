import {css, html, nothing, type TemplateResult} from 'lit';

import type {UnreadTicket} from '../../contract/updates.js';
import type {Translator} from '../../i18n/translator.js';
import {icon} from '../primitives/icons.js';
import {subjectOf} from '../text/labels.js';
import {ticketLink, type TicketLinkOptions} from '../primitives/ticket-link.js';

export interface UnreadBannerOptions extends Pick<TicketLinkOptions, 'href' | 'onOpen'> {
  readonly total: number;
  readonly tickets: readonly UnreadTicket[];
  readonly t: Translator;
}

/** More links would be another ticket list. */
const maxTickets = 3;

/** Says that there are unread replies, with a link to each of the first tickets. */
export function unreadBanner({total, tickets, t, href, onOpen}: UnreadBannerOptions): TemplateResult | typeof nothing {
  if (total === 0) return nothing;
  const label = t('banner.unread', {count: total, operator: t('thread.operator')});
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
    </section>
  `;
}

export const unreadBannerStyles = css`
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space) calc(var(--_space) * 3);
    margin-block-end: var(--_banner-gap, 0);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border: 1px solid color-mix(in srgb, var(--_accent) 30%, var(--_surface));
    border-radius: var(--_radius);
    background: var(--_accent-tint);
  }

  .banner-title {
    font-weight: 650;
  }

  .banner-title .icon {
    color: var(--_accent-text);
  }

  .banner ul {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 4);
    min-inline-size: 0;
  }

  .banner-link {
    display: inline-block;
    min-block-size: 24px;
    padding-block: 0.25em;
    color: var(--_accent-text);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
`;
