import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';

import type {SupportError} from '../../contract/errors.js';
import {NewTicketOpenEvent} from '../../contract/ticket-events.js';
import {ClockController} from '../../controllers/view/clock-controller.js';
import {ProgressiveRenderController} from '../../controllers/view/progressive-render-controller.js';
import {reveal} from '../../controllers/view/reveal.js';
import {ScrollAnchorController} from '../../controllers/view/scroll-anchor-controller.js';
import {PagedResourceController} from '../../controllers/base/paged-resource-controller.js';
import {ResourceController, type Progress} from '../../controllers/base/resource-controller.js';
import {InfiniteScrollController} from '../../controllers/view/infinite-scroll-controller.js';
import {TicketLinkController} from '../../controllers/navigation/ticket-link-controller.js';
import {ShownListController} from '../../controllers/view/shown-list-controller.js';
import {UnsentTicketsController} from '../../controllers/tickets/unsent-tickets-controller.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {TicketRows} from '../../state/cache/ticket-list.js';
import {failureNotice, staleNotice} from '../../ui/primitives/failure-notice.js';
import {heading} from '../../ui/primitives/heading.js';
import {icon} from '../../ui/primitives/icons.js';
import {hasUnknownValue} from '../../ui/text/labels.js';
import {notice} from '../../ui/primitives/notice.js';
import {sampleTickets} from '../../ui/primitives/warm-up.js';
import {skeleton} from '../../ui/primitives/skeleton.js';
import {columnHeadings, ticketRow} from '../../ui/list/ticket-row.js';
import {unsentTickets} from '../../ui/list/unsent-tickets.js';
import {TicketElement} from '../ticket-element.js';
import {styles} from './ticket-list.styles.js';

/**
 * A list of the customer's tickets, newest first.
 *
 * Elements with the same `api-base` and the same customer share a session: they load their data once and show the same
 * state.
 *
 * @tagname isp-ticket-list
 * @summary A list of the customer's tickets, newest first.
 *
 * @example
 * <isp-ticket-list api-base="/api" ticket-url="/support?ticket={id}"></isp-ticket-list>
 * <script>
 *   document.querySelector('isp-ticket-list').tokenProvider = async () => {
 *     const response = await fetch('/portal/token');
 *     if (!response.ok) throw new Error(`No token: ${response.status}`);
 *     return response.text();
 *   };
 * </script>
 *
 * @slot header - Content above the list, such as a notice about a known outage.
 * @slot empty - Replaces the text that a customer without tickets sees.
 * @slot fallback - Another way to contact the operator, such as a phone number. Shown if the tickets cannot be loaded
 *   or the account has no access.
 *
 * @fires {TicketSelectEvent} isp-ticket-select - Fired when the customer selects a ticket. Cancel it to prevent a link
 *   from being followed.
 * @fires {NewTicketOpenEvent} isp-new-ticket-open - Fired when the customer presses *New ticket*.
 * @fires {TicketCreatedEvent} isp-ticket-created - Fired when the server accepts a ticket that was written earlier and
 *   could not be sent then.
 *
 * @cssstate empty - The customer has no tickets.
 *
 * @csspart root - The container of all content.
 * @csspart header - The row with the heading and the New ticket button.
 * @csspart heading - The heading.
 * @csspart button - Any button.
 * @csspart new - The New ticket button.
 * @csspart row - A ticket.
 * @csspart link - The subject of a ticket, which opens it.
 * @csspart number - The number of a ticket, with its count of unread replies.
 * @csspart status - A status: icon and text.
 * @csspart priority - A priority.
 * @csspart last-reply - The author and time of the last reply.
 * @csspart count - The number of replies.
 * @csspart unsent - A new ticket that has not been sent yet.
 * @csspart notice - A status or error message.
 */
export class TicketListElement extends TicketElement {
  static override styles = styles;

  /**
   * URL template of a ticket's page, with `{id}` in place of the ticket's ID. If set, tickets are links, which can also
   * be opened in a new tab.
   */
  @property({attribute: 'ticket-url'}) ticketUrl = '';

  /** ID of the ticket that the list marks as open. */
  @property({attribute: 'ticket-id'}) ticketId = '';

  readonly #tickets = new PagedResourceController(this, this.session, session => session.tickets);
  readonly #config = new ResourceController(
    this,
    this.session,
    session => session.config,
    () => hasUnknownValue(this.#tickets.value?.rows ?? [], this.t),
  );
  readonly #links = new TicketLinkController(this);
  readonly #unsent = new UnsentTicketsController(this, this.session, ({number}) =>
    this.liveRegion.announce(this.t('form.created', {number})),
  );

  readonly #progressiveRender = new ProgressiveRenderController(this, this.#tickets);

  constructor() {
    super();
    new ClockController(this);
    new ShownListController(this, this.session);
    new ScrollAnchorController(this, () => this.#tickets.value, '.row');
    new InfiniteScrollController(
      this,
      () => this.renderRoot.querySelector('.more'),
      () => this.#tickets.value?.pageStatus === 'idle' && void this.#loadMore(),
    );
  }

  protected override async reload(): Promise<void> {
    await this.session.value?.tickets.refresh();
  }

  /** Moves the focus to a ticket in the list, or to the heading if the list does not contain the ticket. */
  focusTicket(ticketId: string): void {
    const control = this.#findRow(ticketId)?.querySelector<HTMLElement>('.row-open');
    if (control) control.focus();
    else this.focus();
  }

  /** Scrolls to a ticket in the list if it is not in view. */
  revealTicket(ticketId: string): void {
    const row = this.#findRow(ticketId);
    if (row) reveal(row);
  }

  #findRow(ticketId: string): Element | undefined {
    const index = this.#tickets.value?.rows.findIndex(ticket => ticket.id === ticketId) ?? -1;
    return this.renderRoot.querySelectorAll('.rows .row')[index];
  }

  protected override get progress(): Progress {
    return this.#progressiveRender.progress;
  }

  protected override get customStates(): Readonly<Record<string, boolean>> {
    const pages = this.#tickets.value;
    return {...super.customStates, empty: pages?.rows.length === 0 && pages.cursor === null};
  }

  protected override renderContent(): TemplateResult {
    const {value, error} = this.#tickets.state;
    return html`
      <section class="list" aria-labelledby="heading">
        <header class="list-header" part="header">
          ${heading(this.headingLevel, this.t('list.heading'))}
          <button class="button primary" part="button new" type="button" @click=${this.#onNew}>
            ${icon('plus')}${this.t('list.new')}
          </button>
        </header>
        <slot name="header"></slot>
        ${unsentTickets(this.#unsent.items, this.t, this.#unsent)}
        ${error ? this.#renderFailure(error, value !== undefined) : nothing}
        ${value ? this.#renderPages(value) : nothing}
        ${value || error ? nothing : skeleton('rows', 6, this.t, () => sampleTickets().map(this.#renderRow))}
      </section>
    `;
  }

  #renderFailure(error: SupportError, isStale: boolean): TemplateResult | typeof nothing {
    return isStale
      ? staleNotice(error, this.retryOptions)
      : failureNotice(this.t('list.failed'), error, this.retryOptions);
  }

  #renderPages(pages: TicketRows): TemplateResult {
    const isRefreshing = this.#tickets.state.status === 'loading';
    if (pages.rows.length === 0 && pages.cursor === null) {
      return html`<slot name="empty">${notice({text: this.t('list.empty')})}</slot>`;
    }
    return html`
      <div class="rows" aria-busy=${isRefreshing}>
        ${isRefreshing ? html`<div class="refreshing" aria-hidden="true"></div>` : nothing} ${columnHeadings(this.t)}
        <ul role="list" aria-labelledby="heading">
          ${repeat(this.#progressiveRender.rendered(pages.rows), ({id}, index) => id || index, this.#renderRow)}
        </ul>
      </div>
      ${pages.cursor === null ? nothing : this.#renderMore(pages.pageStatus)}
    `;
  }

  #renderMore(pageStatus: TicketRows['pageStatus']): TemplateResult {
    return html`<div class="more">
      <span class="print-only" aria-hidden="true">…</span>
      ${pageStatus === 'failed' ? html`<p>${this.t('list.moreFailed')}</p>` : nothing}
      <button
        class="button"
        part="button"
        type="button"
        aria-disabled=${pageStatus === 'loading'}
        @click=${this.#onMore}
      >
        ${this.t(pageStatus === 'loading' ? 'list.moreLoading' : 'list.more')}
      </button>
    </div>`;
  }

  readonly #renderRow = (ticket: TicketSummary): unknown =>
    ticketRow(ticket, {
      t: this.t,
      timeZone: this.timeZone,
      config: this.#config.value,
      selectedId: this.ticketId,
      href: this.#links.href,
      onOpen: this.#links.open,
    });

  #onNew(): void {
    const open = new NewTicketOpenEvent();
    this.dispatchEvent(open);
  }

  readonly #onMore = (): void => void this.#loadMore();

  async #loadMore(): Promise<void> {
    const {value: session} = this.session;
    const {length: oldLength} = this.#tickets.value?.rows ?? [];
    const hadFocus = this.shadowRoot?.activeElement?.closest('.more');
    await session?.tickets.loadMore();
    const {value: pages} = this.#tickets;
    // A second press waits for the same page. If the customer has changed, the page is not theirs.
    if (!pages || pages.pageStatus === 'loading' || session !== this.session.value) return;
    const {pageStatus, rows, cursor} = pages;
    this.liveRegion.announce(
      pageStatus === 'failed' ? this.t('list.moreFailed') : this.t('list.loaded', {count: rows.length}),
    );
    await this.updateComplete;
    // The last page removes the button: the focus moves on to the first new row.
    if (hadFocus && cursor === null && !this.shadowRoot?.activeElement) this.focusTicket(rows[oldLength]?.id ?? '');
  }
}
