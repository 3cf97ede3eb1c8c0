import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {TicketDraft} from '../../contract/drafts.js';
import {listView, type HistoryMode, type ViewState} from '../../controllers/navigation/history-controller.js';
import {NavigationController} from '../../controllers/navigation/navigation-controller.js';
import {ChildReadyController} from '../../controllers/view/child-ready-controller.js';
import type {Progress} from '../../controllers/base/resource-controller.js';
import {SessionProvider} from '../../controllers/session/session-provider.js';
import {icon} from '../../ui/primitives/icons.js';
import {TicketElement} from '../ticket-element.js';
import {exportedParts} from './exported-parts.js';
import {sharedOptions} from './shared-options.js';
import {styles} from './support.styles.js';

/**
 * The whole Support tab: the list, a ticket, the form, and the banner, with the way between them. One pane where it is
 * narrow, the list beside the ticket where it is wide.
 *
 * It is composition only: all that it shows can be had from the other four elements.
 *
 * @tagname isp-support
 *
 * @slot header - Words of the operator's above the list, such as a known fault.
 * @slot empty - Shown in place of our words to a customer who has no tickets.
 * @slot form-intro - Words of the operator's above the fields of the form.
 * @slot fallback - Another way to reach the operator, such as a telephone number; shown when support cannot be.
 *
 * @fires {NavigateEvent} isp-navigate - A customer goes to another view: `view`, `ticketId`. Cancelable.
 * @fires {TicketSelectEvent} isp-ticket-select - A customer wants to see a ticket: `ticketId`. Cancelable.
 * @fires {NewTicketOpenEvent} isp-new-ticket-open - A customer wants to write a new ticket: `prefill`. Cancelable.
 *
 * @cssstate list - The list is shown, and nothing beside it.
 * @cssstate ticket - A ticket is open.
 * @cssstate new-ticket - The form is open.
 *
 * @csspart root - The box around everything.
 * @csspart banner - The reply banner.
 * @csspart list - The list of tickets.
 * @csspart thread - The ticket that is open.
 * @csspart form - The form.
 * @csspart back - The way back to the list, where there is room for one pane only.
 */
export class SupportElement extends TicketElement {
  static override styles = styles;

  /** Whether the view is written into the page's address: not at all, behind its `#`, or as an entry of its own (`?ticket=…`). */
  @property() history: HistoryMode = 'none';

  /** `app`: the element is the whole screen of an app, with the reply box at its lower edge. */
  @property({reflect: true}) layout: 'page' | 'app' = 'page';

  /** What the portal knows of the customer's line, such as `{'Plan': '100 Mbit/s'}`. The customer sees it, and it is sent along with a new ticket. */
  @property({attribute: false}) context: Readonly<Record<string, string>> | undefined;

  /** @internal */
  protected readonly provider = new SessionProvider(this, this.session);
  readonly #parts = new ChildReadyController(this, () => this.#pane ?? this.#list);
  readonly #navigation = new NavigationController(this, left => void this.#onArrive(left));

  protected override async reload(): Promise<void> {
    await Promise.all([this.#list?.refresh(), this.#pane?.refresh()]);
  }

  /** The ticket to show. Set it to open one; empty for the list. */
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

  /** Shows the list alone. */
  showList(): void {
    this.#navigation.go(listView);
  }

  /** Opens the form, with words to begin with. What the customer has written there already goes before them. */
  showNewTicket(prefill?: Partial<TicketDraft>): void {
    this.#navigation.prefill = prefill;
    this.#navigation.go({view: 'new-ticket', ticketId: ''});
  }

  /** Goes back to the list. Returns `false` where there is nothing to go back from, so that an app can leave. */
  goBack(): boolean {
    if (this.#navigation.current.view === 'list') return false;
    this.showList();
    return true;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.#pane ?? this.#list;
  }

  protected override get progress(): Progress {
    if (!this.#parts.isReady) return 'loading';
    return this.session.value?.tickets.state.value.value ? 'shown' : 'failed';
  }

  protected override get customStates(): Readonly<Record<string, boolean>> {
    const {view} = this.#navigation.current;
    return {...super.customStates, list: false, ticket: false, 'new-ticket': false, [view]: true};
  }

  protected override renderContent(): TemplateResult {
    const {view, ticketId} = this.#navigation.current;
    const {ticketUrl} = this.#navigation;
    return html`
      <div class="support" data-view=${view} @isp-ready=${this.#parts.onReady}>
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
            @isp-ticket-select=${this.#navigation.onTicketSelect}
            @isp-new-ticket-open=${this.#navigation.onNewTicketOpen}
            ><slot name="header" slot="header"></slot
            ><slot name="fallback" slot="fallback"></slot>${this.#renderEmpty()}
          </isp-ticket-list>
          ${view === 'list' ? nothing : this.#renderPane()}
        </div>
      </div>
    `;
  }

  /** Handed on only where there is something to hand on: a slot in a slot takes the place of its default. */
  #renderEmpty(): TemplateResult | typeof nothing {
    return this.querySelector(':scope > [slot="empty"]') ? html`<slot name="empty" slot="empty"></slot>` : nothing;
  }

  #renderPane(): TemplateResult {
    return html`
      <div class="pane">
        <button class="button quiet back" part="button back" type="button" @click=${this.#navigation.onBack}>
          ${icon('back')}${this.words('thread.back')}
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
    ></isp-ticket-thread>`;
  }

  #renderForm(): TemplateResult {
    return html`<isp-new-ticket
      part="form"
      ${sharedOptions(this, exportedParts.form)}
      .prefill=${this.#navigation.prefill}
      .context=${this.context}
      @isp-navigate=${this.#navigation.onBack}
      @isp-ticket-select=${this.#navigation.onTicketSelect}
      ><slot name="form-intro" slot="form-intro"></slot
    ></isp-new-ticket>`;
  }

  get #list(): (TicketElement & {focusTicket(ticketId: string): void}) | null {
    return this.renderRoot.querySelector('isp-ticket-list');
  }

  get #pane(): TicketElement | null {
    return this.renderRoot.querySelector('.pane > :not(.back)');
  }

  async #onArrive(left: ViewState): Promise<void> {
    await this.updateComplete;
    await this.#pane?.updateComplete;
    this.#parts.hostUpdated();
    if (this.#pane) this.#pane.focus();
    else this.#list?.focusTicket(left.ticketId);
  }
}
