import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {repeat} from 'lit/directives/repeat.js';

import type {SupportError} from '../../contract/errors.js';
import {NewTicketOpenEvent} from '../../contract/ticket-events.js';
import {allTickets, type TicketFilter} from '../../contract/ticket-filter.js';
import {ClockController} from '../../controllers/view/clock-controller.js';
import {ProgressiveRenderController} from '../../controllers/view/progressive-render-controller.js';
import {reveal} from '../../controllers/view/reveal.js';
import {RowWindowController} from '../../controllers/view/row-window-controller.js';
import {ScrollAnchorController} from '../../controllers/view/scroll-anchor-controller.js';
import {PagedResourceController} from '../../controllers/base/paged-resource-controller.js';
import {ResourceController, type Progress} from '../../controllers/base/resource-controller.js';
import {InfiniteScrollController} from '../../controllers/view/infinite-scroll-controller.js';
import {TicketLinkController} from '../../controllers/navigation/ticket-link-controller.js';
import {ShownListController} from '../../controllers/view/shown-list-controller.js';
import {UnsentTicketsController} from '../../controllers/tickets/unsent-tickets-controller.js';
import {TicketFilterController} from '../../controllers/tickets/ticket-filter-controller.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {TicketRows} from '../../state/cache/ticket-list.js';
import {failureNotice} from '../../ui/primitives/failure-notice.js';
import {heading} from '../../ui/primitives/heading.js';
import {icon} from '../../ui/primitives/icons.js';
import {rowGap} from '../../ui/primitives/row-gap.js';
import {hasUnknownValue, subjectOf} from '../../ui/text/labels.js';
import {notice} from '../../ui/primitives/notice.js';
import {sampleTickets} from '../../ui/primitives/warm-up.js';
import {skeleton} from '../../ui/primitives/skeleton.js';
import {ticketFilter} from '../../ui/list/ticket-filter.js';
import {columnHeadings, ticketRow} from '../../ui/list/ticket-row.js';
import {unsentStatusText} from '../../ui/primitives/unsent-status.js';
import {unsentTickets} from '../../ui/list/unsent-tickets.js';
import {TicketViewElement} from '../ticket-view-element.js';
import {mailboxOf} from '../../controllers/session/mailbox.js';
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
 * @fires {FilterChangeEvent} isp-filter-change - Fired when the customer filters or searches the list.
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
 * @csspart control - The search field.
 * @csspart row - A ticket.
 * @csspart link - The subject of a ticket, which opens it.
 * @csspart number - The number of a ticket, with its count of unread replies.
 * @csspart status - A status: icon and text.
 * @csspart priority - A priority.
 * @csspart last-reply - The author and time of the last reply.
 * @csspart count - The number of replies.
 * @csspart unsent - A new ticket that has not been sent yet.
 * @csspart offline - The line that says that the device is offline.
 * @csspart contacts - Other ways to contact the operator, shown with failures.
 * @csspart notice - A status or error message.
 */
export class TicketListElement extends TicketViewElement {
  static override styles = styles;

  /**
   * URL template of a ticket's page, with `{id}` in place of the ticket's ID. If set, tickets are links, which can also
   * be opened in a new tab.
   */
  @property({attribute: 'ticket-url'}) ticketUrl = '';

  /** ID of the ticket that the list marks as open. */
  @property({attribute: 'ticket-id'}) ticketId = '';

  /**
   * The tickets to show, such as `{status: 'open', search: 'router'}`. With more than eight tickets, the customer can
   * change it.
   */
  @property({attribute: false}) filter: TicketFilter = allTickets;

  readonly #tickets = new PagedResourceController(this, this.session, session => mailboxOf(session).tickets);
  readonly #config = new ResourceController(
    this,
    this.session,
    session => session.config,
    () => this.#filter.isActive || hasUnknownValue(this.#tickets.value?.rows ?? [], this.t),
  );
  readonly #filter: TicketFilterController = new TicketFilterController(
    this,
    this.session,
    this.#tickets,
    this.#config,
    () => this.liveRegion.announce(this.#countText),
  );
  readonly #links = new TicketLinkController(this);
  readonly #unsent = new UnsentTicketsController(
    this,
    this.session,
    ({number}) => this.liveRegion.announce(this.t('form.created', {number})),
    item => this.liveRegion.announce(unsentStatusText(item, this.t, this.#unsent.isPersistent)),
    isDiscarded => void this.announceDiscarded(isDiscarded),
  );

  readonly #progressiveRender = new ProgressiveRenderController(this, this.#tickets, 72);

  readonly #window = new RowWindowController<TicketSummary>(this, '.row, .gap', 72, ({id}) => id === this.ticketId);

  constructor() {
    super();
    new ClockController(this);
    new ShownListController(this, this.session);
    new ScrollAnchorController(this, () => [this.#tickets.state.error ?? this.#tickets.value]);
    new InfiniteScrollController(
      this,
      () => this.renderRoot.querySelector('.more'),
      () => (this.#filter.value?.pageStatus === 'idle' && !this.#filter.isActive ? this.#loadMore() : undefined),
    );
  }

  protected override async reload(): Promise<void> {
    await mailboxOf(this.session.value)?.tickets.refresh();
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
    return this.#window.show(this.#filter.value?.rows.findIndex(ticket => ticket.id === ticketId) ?? -1);
  }

  protected override get progress(): Progress {
    return this.#progressiveRender.progress;
  }

  protected override get customStates(): Readonly<Record<string, boolean>> {
    const pages = this.#tickets.value;
    return {...super.customStates, empty: pages?.rows.length === 0 && pages.cursor === null};
  }

  protected override get staleError(): SupportError | undefined {
    return this.#filter.value && this.#tickets.state.error;
  }

  protected override renderContent(): TemplateResult {
    const {value} = this.#filter;
    const {error} = this.#tickets.state;
    const isEmpty = this.customStates['empty'];
    return html`
      <section class="list" aria-labelledby="heading">
        <div class="list-head">
          <header class="list-header" part="header">
            ${heading(this.headingLevel, this.t('list.heading'))} ${this.#renderNew('primary')}
          </header>
          ${this.#filter.isOffered ? ticketFilter(this.filter, this.t, this.#filter) : nothing}
        </div>
        <slot name="header"></slot>
        ${error && !value ? failureNotice(this.t('list.failed'), error, this.retryOptions) : nothing}
        ${this.#filter.isPartial ? html`<p class="muted">${this.t('list.search.loaded')}</p>` : nothing}
        ${value && !isEmpty && !this.#filter.isLoading && value.rows.length === 0 ? this.#renderNotFound() : nothing}
        ${this.#unsent.items.length === 0 && (value ? isEmpty : error) ? nothing : this.#renderRows(value)}
        ${isEmpty ? this.#renderEmpty() : nothing}
        ${value && value.cursor !== null ? this.#renderMore(value.pageStatus) : nothing}
      </section>
    `;
  }

  #renderNew(className: string): TemplateResult {
    return html`<button class="button ${className}" part="button new" type="button" @click=${this.#onNew}>
      ${icon('plus')}${this.t('list.new')}
    </button>`;
  }

  /** What waits for the tickets is replaced by them: it may be at another height, below the filter. */
  #renderRows(pages: TicketRows | undefined): TemplateResult {
    const {state} = this.#tickets;
    if (!pages) {
      return html`<div class="rows">
        ${columnHeadings(this.t)} ${this.#unsent.items.length > 0 ? this.#renderItems([]) : nothing}
        ${state.error ? nothing : this.#renderSkeleton()}
      </div>`;
    }
    const isRefreshing = state.status === 'loading' || this.#filter.isLoading;
    return html`
      <div class="rows" aria-busy=${isRefreshing}>
        ${isRefreshing ? html`<div class="refreshing" aria-hidden="true"></div>` : nothing} ${columnHeadings(this.t)}
        ${this.#renderItems(pages.rows)}
      </div>
    `;
  }

  /** A ticket that has not been sent is where it will be in the list, so that nothing moves when the server has it. */
  #renderItems(rows: readonly TicketSummary[]): TemplateResult {
    const items = this.#window.rendered(this.#progressiveRender.rendered(rows));
    return html`<ul role="list" aria-labelledby="heading">
      ${unsentTickets(this.#unsent.items, this.t, this.#unsent)}
      ${repeat(
        items,
        ({id}, index) => id || index,
        item => ('missing' in item ? this.#renderGap(item.missing) : this.#renderRow(item)),
      )}
    </ul>`;
  }

  #renderSkeleton(): TemplateResult {
    return skeleton('rows', 6, this.t, () => (this.#tickets.value ? nothing : sampleTickets().map(this.#renderRow)));
  }

  #renderEmpty(): TemplateResult {
    return html`<slot name="empty">${notice({text: this.t('list.empty'), actions: this.#renderNew('')})}</slot>`;
  }

  #renderNotFound(): TemplateResult {
    return notice({
      text: this.t('list.notFound'),
      actions: html`<button class="button" part="button" type="button" @click=${this.#filter.onShowAll}>
        ${this.t('list.showAll')}
      </button>`,
    });
  }

  /** The number of tickets in the list, for screen readers. */
  get #countText(): string {
    const count = this.#filter.value?.rows.length ?? 0;
    if (!this.#filter.isActive) return this.t('list.loaded', {count});
    const text = count ? this.t('list.found', {count}) : this.t('list.notFound');
    return this.#filter.isPartial ? `${text} ${this.t('list.search.loaded')}` : text;
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
      hasUnsent: this.#unsent.hasUnsentReply(ticket.id),
      href: this.#links.href,
      onOpen: this.#links.open,
    });

  #renderGap(missing: readonly TicketSummary[]): unknown {
    return rowGap(missing, {
      t: this.t,
      label: this.t('list.more'),
      textOf: ticket => `${subjectOf(ticket, this.t)} ${ticket.number}`,
      onShow: ({id}) => this.focusTicket(id),
    });
  }

  #onNew(): void {
    const open = new NewTicketOpenEvent();
    this.dispatchEvent(open);
  }

  readonly #onMore = (): void => void this.#loadMore();

  async #loadMore(): Promise<void> {
    const {value: session} = this.session;
    const {length: oldLength} = this.#filter.value?.rows ?? [];
    const hadFocus = this.shadowRoot?.activeElement?.closest('.more');
    await this.#filter.loadMore();
    const {value: pages} = this.#filter;
    // A second press waits for the same page. If the customer has changed, the page is not theirs.
    if (!pages || pages.pageStatus === 'loading' || session !== this.session.value) return;
    const {pageStatus, rows, cursor} = pages;
    this.liveRegion.announce(pageStatus === 'failed' ? this.t('list.moreFailed') : this.#countText);
    await this.updateComplete;
    // The last page removes the button: the focus moves on to the first new row.
    if (hadFocus && cursor === null && !this.shadowRoot?.activeElement) this.focusTicket(rows[oldLength]?.id ?? '');
  }
}
