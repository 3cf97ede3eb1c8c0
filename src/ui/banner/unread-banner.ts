import {css, html, nothing, type TemplateResult} from 'lit';

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

/** Over the page, in one line if there is space for it. */
export const unreadBannerStyles = css`
  :host {
    position: relative;
    z-index: 1;
  }

  .banner {
    position: absolute;
    inset-inline: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    padding: var(--_space) 0 var(--_space) calc(var(--_space) * 4);
    border: 1px solid var(--_accent-text);
    border-radius: var(--_radius);
    background: var(--_accent-tint);
  }

  .banner-title {
    flex: 1 1 12em;
    font-weight: 650;
  }

  .banner-title .icon {
    color: var(--_accent-text);
  }

  .banner ul {
    display: grid;
    gap: 0 calc(var(--_space) * 4);
    order: 1;
    inline-size: 100%;
    padding-inline-end: calc(var(--_space) * 4);
    line-height: max(44px, 1.5em);
  }

  .banner-link {
    display: block;
    max-inline-size: 100%;
    overflow: hidden;
    color: var(--_accent-text);
    text-decoration: underline;
    text-overflow: ellipsis;
    text-underline-offset: 0.2em;
    white-space: nowrap;
  }

  @container (min-width: 40em) {
    .banner-title {
      flex: none;
    }

    .banner ul {
      flex: 1;
      grid-auto-flow: column;
      justify-content: start;
      order: 0;
      padding-inline-start: calc(var(--_space) * 4);
    }
  }
`;
