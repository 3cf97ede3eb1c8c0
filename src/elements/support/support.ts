import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {TicketDraft} from '../../contract/drafts.js';
import {listView, type HistoryMode, type ViewState} from '../../controllers/navigation/history-controller.js';
import {NavigationController} from '../../controllers/navigation/navigation-controller.js';
import {isFocusElsewhere} from '../../controllers/view/focus-controller.js';
import {pageBarHeight, setPageBars} from '../../controllers/view/reveal.js';
import {releaseAnchor} from '../../controllers/view/scroll-anchor-controller.js';
import {SoftKeyboardController} from '../../controllers/view/soft-keyboard-controller.js';
import {ShownListController} from '../../controllers/view/shown-list-controller.js';
import {ChildReadyController} from '../../controllers/view/child-ready-controller.js';
import type {Progress} from '../../controllers/base/resource-controller.js';
import {SessionProvider} from '../../controllers/session/session-provider.js';
import {icon} from '../../ui/primitives/icons.js';
import {TicketViewElement} from '../ticket-view-element.js';
import {mailboxOf} from '../../controllers/session/mailbox.js';
import {exportedParts} from './exported-parts.js';
import {sharedOptions} from './shared-options.js';
import {styles} from './support.styles.js';

/** In the current view: content of the page can be in one slot only. */
const fallbackSlot = html`<slot name="fallback" slot="fallback"></slot>`;

/**
 * The complete Support tab: ticket list, ticket and form for a new ticket, with navigation between them. Narrow layouts
 * show one view at a time; wide layouts show the list beside the open ticket.
 *
 * The element is composed of the other four elements, each of which also works alone. Its reply banner is empty,
 * because the list shows the same, and fires `isp-unread-change`.
 *
 * @tagname isp-support
 * @summary The complete Support tab: list, ticket and form.
 *
 * @example
 * <isp-support api-base="/api" history="push"></isp-support>
 * <script>
 *   document.querySelector('isp-support').tokenProvider = async () => {
 *     const response = await fetch('/portal/token');
 *     if (!response.ok) throw new Error(`No token: ${response.status}`);
 *     return response.text();
 *   };
 * </script>
 *
 * @slot header - Content above the ticket list, such as a notice about a known outage.
 * @slot empty - Replaces the text that a customer without tickets sees.
 * @slot form-intro - Content above the fields of the new-ticket form.
 * @slot fallback - Another way to contact the operator, such as a phone number. Shown if tickets cannot be loaded or
 *   the account has no access.
 *
 * @fires {NavigateEvent} isp-navigate - Fired before the customer moves to another view. Cancel it to route the
 *   customer yourself.
 * @fires {TicketSelectEvent} isp-ticket-select - Fired when the customer selects a ticket. Cancel it to show the ticket
 *   yourself.
 * @fires {NewTicketOpenEvent} isp-new-ticket-open - Fired when the customer asks for the new-ticket form. Cancel it to
 *   show your own form.
 * @fires {FilterChangeEvent} isp-filter-change - Fired when the customer filters or searches the list.
 *
 * @cssstate list - The list is the current view.
 * @cssstate ticket - A ticket is the current view.
 * @cssstate new-ticket - The new-ticket form is the current view.
 *
 * @csspart root - The container of all content.
 * @csspart banner - The reply banner, which is empty.
 * @csspart list - The ticket list.
 * @csspart thread - The open ticket.
 * @csspart form - The new-ticket form.
 * @csspart offline - The line that says that the device is offline.
 * @csspart contacts - Other ways to contact the operator, shown with failures.
 * @csspart back - The button that leads back to the list in narrow layouts.
 */
export class SupportElement extends TicketViewElement {
  static override styles = styles;

  /**
   * How the current view is kept in the page's URL: not at all (`none`), in the fragment (`hash`), or in the query
   * string (`push`, as in `?ticket=…`). With `hash` and `push`, each view is a history entry of its own and the Back
   * button works.
   */
  @property() history: HistoryMode = 'none';

  /**
   * Layout of the element. With `app`, the element covers the page and scrolls by itself. The reply box stays at the
   * lower edge, and nothing that has the focus is below the soft keyboard, a notch or the home indicator.
   */
  @property({reflect: true}) layout: 'page' | 'app' = 'page';

  /**
   * Facts about the customer's connection, such as `{'Plan': '100 Mbit/s'}`. The form shows them to the customer and
   * appends them to the description of a new ticket.
   */
  @property({attribute: false}) context: Readonly<Record<string, string>> | undefined;

  /** @internal */
  protected readonly provider = new SessionProvider(this, this.session);
  readonly #childReady = new ChildReadyController(this, () => this.#pane ?? this.#list);
  readonly #navigation = new NavigationController(this, left => void this.#onArrive(left));

  constructor() {
    super();
    // Narrow layouts hide the list while a ticket is open.
    new ShownListController(this, this.session);
    new SoftKeyboardController(this);
  }

  protected override async reload(): Promise<void> {
    await Promise.all([this.#list?.refresh(), this.#pane?.refresh(), this.session.value?.unread.refresh()]);
  }

  /**
   * ID of the open ticket. Set it to open a ticket; set it to the empty string to return to the list.
   *
   * @default ''
   */
  @property({attribute: 'ticket-id'})
  set ticketId(ticketId: string) {
    if (ticketId) this.#navigation.current = {view: 'ticket', ticketId};
    else if (this.#navigation.current.view === 'ticket') this.#navigation.current = listView;
  }

  get ticketId(): string {
    return this.#navigation.current.ticketId;
  }

  /** Opens a ticket. */
  showTicket(ticketId: string): void {
    this.#navigation.go({view: 'ticket', ticketId});
  }

  /** Shows the ticket list. */
  showList(): void {
    this.#navigation.go(listView);
  }

  /**
   * Opens the new-ticket form, with optional initial values. Text that the customer has already written takes
   * precedence.
   */
  showNewTicket(prefill?: Partial<TicketDraft>): void {
    this.#navigation.prefill = prefill;
    this.#navigation.go({view: 'new-ticket', ticketId: ''});
  }

  /** Returns to the list. Returns `false` if the list is already the current view, so that an app can leave the tab. */
  goBack(): boolean {
    if (this.#navigation.current.view === 'list') return false;
    this.showList();
    return true;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.#pane ?? this.#list;
  }

  /** @internal */
  override get unsentText(): string {
    return this.#pane?.unsentText ?? '';
  }

  /** @internal */
  override selectUnsentText(): void {
    this.#pane?.selectUnsentText();
  }

  protected override get progress(): Progress {
    const {value: session} = this.session;
    if (!this.#childReady.isReady || !session) return 'loading';
    return mailboxOf(session).tickets.state.value.value ? 'shown' : 'failed';
  }

  protected override get customStates(): Readonly<Record<string, boolean>> {
    const {view} = this.#navigation.current;
    return {...super.customStates, list: false, ticket: false, 'new-ticket': false, [view]: true};
  }

  protected override renderContent(): TemplateResult {
    const {view, ticketId} = this.#navigation.current;
    const {ticketUrl} = this.#navigation;
    return html`
      <div class="support" data-view=${view} @isp-ready=${this.#onReady}>
        <isp-reply-banner
          part="banner"
          ${sharedOptions(this, exportedParts.banner)}
          .ticketUrl=${ticketUrl}
          @isp-ticket-select=${this.#navigation.onTicketSelect}
        ></isp-reply-banner>
        <div class="panes">
          <isp-ticket-list
            class="list-pane"
            part="list"
            ${sharedOptions(this, exportedParts.list)}
            .ticketId=${ticketId}
            .ticketUrl=${ticketUrl}
            .filter=${this.#navigation.filter}
            @isp-filter-change=${this.#navigation.onFilterChange}
            @isp-ticket-select=${this.#navigation.onTicketSelect}
            @isp-new-ticket-open=${this.#navigation.onNewTicketOpen}
            ><slot name="header" slot="header"></slot>${view === 'list' ? fallbackSlot : nothing}${this.#renderEmpty()}
          </isp-ticket-list>
          ${view === 'list' ? nothing : this.#renderPane()}
        </div>
      </div>
    `;
  }

  /** Forwards the slot only if the page fills it: a forwarded slot hides the default content even if it is empty. */
  #renderEmpty(): TemplateResult | typeof nothing {
    return this.querySelector(':scope > [slot="empty"]') ? html`<slot name="empty" slot="empty"></slot>` : nothing;
  }

  #renderPane(): TemplateResult {
    return html`
      <div class="pane">
        <button class="button quiet back" part="button back" type="button" @click=${this.#navigation.onBack}>
          ${icon('back')}${this.t('thread.back')}
        </button>
        ${this.#navigation.current.view === 'ticket' ? this.#renderThread() : this.#renderForm()}
      </div>
    `;
  }

  #renderThread(): TemplateResult {
    return html`<isp-ticket-thread
      part="thread"
      ${sharedOptions(this, exportedParts.thread)}
      .ticketId=${this.ticketId}
      @isp-navigate=${this.#navigation.onBack}
      @isp-new-ticket-open=${this.#navigation.onNewTicketOpen}
      >${fallbackSlot}</isp-ticket-thread
    >`;
  }

  #renderForm(): TemplateResult {
    return html`<isp-new-ticket
      part="form"
      ${sharedOptions(this, exportedParts.form)}
      .prefill=${this.#navigation.prefill}
      .context=${this.context}
      @isp-navigate=${this.#navigation.onBack}
      @isp-ticket-select=${this.#navigation.onTicketSelect}
      ><slot name="form-intro" slot="form-intro"></slot>${fallbackSlot}</isp-new-ticket
    >`;
  }

  get #list(): (TicketViewElement & Record<'focusTicket' | 'revealTicket', (ticketId: string) => void>) | null {
    return this.renderRoot.querySelector('isp-ticket-list');
  }

  get #pane(): (TicketViewElement & {revealUnread?: () => boolean}) | null {
    return this.renderRoot.querySelector('.pane > :not(.back)');
  }

  readonly #onReady = (event: Event): void => {
    // A page that opens with a ticket, from the banner or from a link in an email, shows what is new in it. Not if the
    // customer is reading or writing elsewhere, or if the browser has restored the scroll position.
    if (!this.#childReady.isReady && this.#pane) {
      this.#fitList();
      if (scrollY === 0 && !isFocusElsewhere(this)) this.#pane.revealUnread?.();
    }
    this.#childReady.onReady(event);
  };

  /** Keeps the list, which stays in view beside a ticket, between the bars of the page. */
  #fitList(): void {
    setPageBars(this.#list, pageBarHeight(this), pageBarHeight(this, 'bottom'));
  }

  async #onArrive(left: ViewState): Promise<void> {
    await this.updateComplete;
    await this.#pane?.updateComplete;
    this.#childReady.hostUpdated();
    releaseAnchor();
    this.#fitList();
    this.#list?.revealTicket(this.ticketId);
    if (this.#pane) this.#pane.focus();
    else this.#list?.focusTicket(left.ticketId);
  }
}
