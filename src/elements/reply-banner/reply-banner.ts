import {nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import {UnreadChangeEvent} from '../../contract/session-events.js';
import {ResourceController, type Progress} from '../../controllers/base/resource-controller.js';
import {TicketLinkController} from '../../controllers/navigation/ticket-link-controller.js';
import {unreadBanner} from '../../ui/banner/unread-banner.js';
import {TicketElement} from '../ticket-element.js';
import {styles} from './reply-banner.styles.js';

/**
 * A banner that announces unread replies and links to their tickets, for any page of a portal. It takes no space if
 * there are none or if the customer cannot be served.
 *
 * @tagname isp-reply-banner
 * @summary A banner that announces unread replies, for any page of the portal.
 *
 * @example
 * <isp-reply-banner api-base="/api" ticket-url="/support?ticket={id}"></isp-reply-banner>
 * <script>
 *   document.querySelector('isp-reply-banner').tokenProvider = async () => {
 *     const response = await fetch('/portal/token');
 *     if (!response.ok) throw new Error(`No token: ${response.status}`);
 *     return response.text();
 *   };
 * </script>
 *
 * @fires {UnreadChangeEvent} isp-unread-change - Fired once at start and whenever the number of unread replies changes.
 * @fires {TicketSelectEvent} isp-ticket-select - Fired when the customer selects a ticket. Cancel it to prevent the
 *   link from being followed.
 *
 * @cssstate unread - The banner is visible: there are unread replies.
 *
 * @csspart root - The container of all content.
 * @csspart banner - The banner.
 * @csspart title - The text with the number of unread replies.
 * @csspart link - A link or button that opens a ticket.
 */
export class ReplyBannerElement extends TicketElement {
  static override styles = styles;

  /**
   * URL template of a ticket's page, with `{id}` in place of the ticket's ID. If set, the banner has links that need no
   * script.
   */
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
    // After the customer has signed out, the portal's badge must show nothing unread.
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
    return unreadBanner({...value, t: this.t, href: this.#links.href, onOpen: this.#links.open});
  }

  /** Shows nothing: most pages of a portal are not about tickets. */
  protected override renderRefusal(): typeof nothing {
    return nothing;
  }
}
