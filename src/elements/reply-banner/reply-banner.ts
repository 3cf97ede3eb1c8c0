import {nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import {UnreadChangeEvent} from '../../contract/session-events.js';
import {ResourceController, type Progress} from '../../controllers/base/resource-controller.js';
import {TicketLinkController} from '../../controllers/navigation/ticket-link-controller.js';
import {bannerEnglish} from '../../i18n/banner-texts.js';
import type {Messages} from '../../i18n/translator.js';
import {unreadBanner} from '../../ui/banner/unread-banner.js';
import {TicketElement} from '../ticket-element.js';
import {styles} from './reply-banner.styles.js';

/**
 * A banner that announces unread replies and links to their tickets, for any page of a portal. It is drawn over the
 * page and moves nothing, until the customer hides it; give the element a `min-block-size` to reserve space for it.
 *
 * The banner is empty if there are no unread replies, if the customer cannot be served, and while an `<isp-support>` or
 * `<isp-ticket-list>` of the same customer is on screen, which shows the same.
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
 * @cssstate unread - The banner is visible.
 *
 * @csspart root - The container of all content.
 * @csspart banner - The banner.
 * @csspart title - The text with the number of unread replies.
 * @csspart link - A link or button that opens a ticket.
 * @csspart button - The button that hides the banner.
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
  readonly #shownLists = this.session.observe(session => session?.shownLists);
  /** Observed only: the banner itself needs no configuration. */
  readonly #config = this.session.observe(session => session?.config.state);
  #total: number | undefined;
  /** The number of unread replies when the customer pressed Hide, or fewer since. */
  #hiddenTotal = 0;

  constructor() {
    super(bannerEnglish, messages => void warnAboutUnknownKeys(messages));
  }

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
    this.#hiddenTotal = Math.min(this.#hiddenTotal, total);
    const change = new UnreadChangeEvent(total);
    this.dispatchEvent(change);
  }

  protected override get customStates(): Readonly<Record<string, boolean>> {
    return {...super.customStates, unread: this.#isShown};
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const {value} = this.#unread;
    if (!value || !this.#isShown) return nothing;
    return unreadBanner({
      ...value,
      operator: this.#config.value?.value?.operatorName ?? this.t('thread.operator'),
      t: this.t,
      href: this.#links.href,
      onOpen: this.#links.open,
      onHide: this.#onHide,
    });
  }

  get #isShown(): boolean {
    return !this.#shownLists.value && (this.#unread.value?.total ?? 0) > this.#hiddenTotal;
  }

  readonly #onHide = (): void => {
    this.#hiddenTotal = this.#total ?? 0;
    this.requestUpdate();
  };
}

/** Only few pages have messages of their own: the list of all keys is loaded for these. */
async function warnAboutUnknownKeys(messages: Partial<Messages>): Promise<void> {
  const unknownKeys = await import('../../i18n/unknown-keys.js').catch(() => undefined);
  unknownKeys?.warnAboutUnknownKeys(messages);
}
