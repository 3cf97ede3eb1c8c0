import {nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import {UnreadChangeEvent} from '../../contract/session-events.js';
import {ResourceController, type Progress} from '../../controllers/base/resource-controller.js';
import {TicketLinkController} from '../../controllers/navigation/ticket-link-controller.js';
import {unreadBanner} from '../../ui/banner/unread-banner.js';
import {TicketElement} from '../ticket-element.js';
import {styles} from './reply-banner.styles.js';

/**
 * Says that support has replied, anywhere in a portal, with the way straight to the ticket. Takes no room while there is
 * nothing new, nor where the account has no tickets.
 *
 * @tagname isp-reply-banner
 *
 * @fires {UnreadChangeEvent} isp-unread-change - The number of unread replies, once at the start and whenever it changes: `total`.
 * @fires {TicketSelectEvent} isp-ticket-select - A customer wants to read a reply: `ticketId`. Cancelable.
 *
 * @cssstate unread - There are unread replies: the banner is to be seen.
 *
 * @csspart root - The box around everything.
 * @csspart banner - The banner.
 * @csspart title - That there are replies, and how many.
 * @csspart link - What opens a ticket.
 */
export class ReplyBannerElement extends TicketElement {
  static override styles = styles;

  /** The address of a ticket's page, with `{id}` in place of its id. With it, the banner's links work by themselves. */
  @property({attribute: 'ticket-url'}) ticketUrl = '';

  readonly #unread = new ResourceController(this, this.session, session => session.unread);
  readonly #links = new TicketLinkController(this);
  #total: number | undefined;

  protected override async reload(): Promise<void> {
    await this.session.value?.unread.refresh();
  }

  protected override get progress(): Progress {
    return this.#unread.progress;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Whoever has signed out has nothing unread, and the portal's badge is to say so.
    const total = this.session.isRefused && this.#total ? 0 : this.#unread.value?.total;
    if (total === undefined || total === this.#total) return;
    this.#total = total;
    const change = new UnreadChangeEvent(total);
    this.dispatchEvent(change);
  }

  protected override get customStates(): Readonly<Record<string, boolean>> {
    return {...super.customStates, unread: Boolean(this.#unread.value?.total)};
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const {value} = this.#unread;
    if (!value) return nothing;
    return unreadBanner({...value, words: this.words, href: this.#links.href, onOpen: this.#links.open});
  }

  /** A portal's every page is no place to say that somebody has no tickets. */
  protected override renderRefusal(): typeof nothing {
    return nothing;
  }
}
