import {css, html, nothing, type TemplateResult} from 'lit';

import type {UnreadTicket} from '../../contract/updates.js';
import type {Words} from '../../i18n/translator.js';
import {icon} from '../primitives/icons.js';
import {ticketLink, type TicketLink} from '../primitives/ticket-link.js';

export interface UnreadBanner extends Pick<TicketLink, 'href' | 'onOpen'> {
  readonly total: number;
  readonly tickets: readonly UnreadTicket[];
  readonly words: Words;
}

/** A person is sent to one place, not to a list of ten. */
const mostTickets = 3;

/** That support has replied, and the way straight to where. */
export function unreadBanner({total, tickets, words, href, onOpen}: UnreadBanner): TemplateResult | typeof nothing {
  if (total === 0) return nothing;
  const label = words('banner.unread', {count: total});
  const more = tickets.length - mostTickets;
  return html`
    <section class="banner" part="banner" aria-label=${label}>
      <p class="banner-title" part="title">${icon('pending')} ${label}</p>
      <ul role="list">
        ${tickets.slice(0, mostTickets).map(
          ({id, number, subject}) =>
            html`<li>
              ${ticketLink({
                ticketId: id,
                className: 'banner-link',
                text: subject && number ? words('banner.readOf', {number, subject}) : words('banner.read'),
                href,
                onOpen,
              })}
            </li>`,
        )}
        ${more > 0 ? html`<li>${words('banner.more', {count: more})}</li>` : nothing}
      </ul>
    </section>
  `;
}

export const unreadBannerStyles = css`
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_step) calc(var(--_step) * 3);
    margin-block-end: var(--_banner-gap, 0);
    padding: calc(var(--_step) * 3) calc(var(--_step) * 4);
    border: 1px solid color-mix(in srgb, var(--_accent) 30%, var(--_surface));
    border-radius: var(--_radius);
    background: var(--_tint);
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
    gap: 0 calc(var(--_step) * 4);
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
