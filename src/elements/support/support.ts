import {html, nothing, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';

import type {TicketDraft} from '../../contract/drafts.js';
import {listPlace, type HistoryMode, type Place} from '../../controllers/history-controller.js';
import {NavigationController} from '../../controllers/navigation-controller.js';
import type {Progress} from '../../controllers/resource-controller.js';
import {SessionProvider} from '../../controllers/session-provider.js';
import {icon} from '../../ui/icons.js';
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
 * @csspart header - What stands above a list or a ticket's messages.
 * @csspart heading - The heading of a pane.
 * @csspart button - Anything that is pressed, links aside.
 * @csspart new - The New ticket button.
 * @csspart row - One ticket.
 * @csspart link - The subject of a ticket: what opens it.
 * @csspart number - The number of a ticket.
 * @csspart status - A status: icon and word.
 * @csspart priority - A priority.
 * @csspart last-reply - Who wrote last, and when.
 * @csspart count - How many replies there are.
 * @csspart unsent - A new ticket that the server does not have yet.
 * @csspart notice - A state in words.
 * @csspart turn - The status, and whose turn it is.
 * @csspart particulars - Category, priority, and when the ticket was opened.
 * @csspart article - One message.
 * @csspart description - The message that opened the ticket.
 * @csspart customer - A message of the customer's.
 * @csspart operator - A message of the operator's.
 * @csspart system - An automatic message.
 * @csspart author - Who wrote a message.
 * @csspart text - The words of a message.
 * @csspart day - The date where a day begins.
 * @csspart new-line - Where what is unread begins.
 * @csspart composer - The form that holds the reply.
 * @csspart composer-input - The box the reply is written in.
 * @csspart label - What a field is called.
 * @csspart error - Why a field cannot be taken as it is.
 * @csspart send - The Send button.
 * @csspart field - A label, its control, and the words that belong to it.
 * @csspart hint - Words that help to fill a field in.
 * @csspart control - What is filled in.
 * @csspart guidance - What to include for the chosen category.
 * @csspart create - The Create button.
 * @csspart title - That there are replies, and how many.
 */
export class SupportElement extends TicketElement {
  static override styles = styles;

  /** Whether the view is written into the page's address: not at all, behind its `#`, or as an entry of its own (`?ticket=…`). */
  @property() history: HistoryMode = 'none';

  /** `app`: the element is the whole screen of an app, with the reply box at its lower edge. */
  @property({reflect: true}) layout: 'page' | 'app' = 'page';

  /** What the portal knows of the customer's line, such as `{'Plan': '100 Mbit/s'}`. The customer sees it, and it is sent along with a new ticket. */
  @property({attribute: false}) context: Readonly<Record<string, string>> | undefined;

  @state() private isReady = false;

  /** @internal */
  protected readonly provider = new SessionProvider(this, () => this.session.value);
  readonly #ready = new WeakSet<EventTarget>();
  readonly #navigation = new NavigationController(this, left => void this.#onArrive(left));

  protected override async reload(): Promise<void> {
    await Promise.all([this.#list?.refresh(), this.#pane?.refresh()]);
  }

  /** The ticket to show. Set it to open one; empty for the list. */
  @property({attribute: 'ticket-id'})
  set ticketId(ticketId: string) {
    if (ticketId) this.#navigation.place = {view: 'ticket', ticketId};
    else if (this.#navigation.place.view === 'ticket') this.#navigation.place = listPlace;
  }

  get ticketId(): string {
    return this.#navigation.place.ticketId;
  }

  /** Opens a ticket. */
  showTicket(ticketId: string): void {
    this.#navigation.go({view: 'ticket', ticketId});
  }

  /** Shows the list alone. */
  showList(): void {
    this.#navigation.go(listPlace);
  }

  /** Opens the form, with words to begin with. What the customer has written there already goes before them. */
  showNewTicket(prefill?: Partial<TicketDraft>): void {
    this.#navigation.prefill = prefill;
    this.#navigation.go({view: 'new-ticket', ticketId: ''});
  }

  /** Goes back to the list. Returns `false` where there is nothing to go back from, so that an app can leave. */
  goBack(): boolean {
    if (this.#navigation.place.view === 'list') return false;
    this.showList();
    return true;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.#pane ?? this.#list;
  }

  protected override get progress(): Progress {
    if (!this.isReady) return 'loading';
    return this.session.value?.tickets.state.value.value ? 'shown' : 'failed';
  }

  protected override get customStates(): Readonly<Record<string, boolean>> {
    const {view} = this.#navigation.place;
    const views = {list: view === 'list', ticket: view === 'ticket', 'new-ticket': view === 'new-ticket'};
    return {...super.customStates, ...views};
  }

  protected override renderContent(): TemplateResult {
    const {view, ticketId} = this.#navigation.place;
    const {ticketUrl} = this.#navigation;
    return html`
      <div class="support" data-view=${view} @isp-ready=${this.#onReady}>
        <isp-reply-banner
          part="banner"
          exportparts=${exportedParts.banner}
          ${sharedOptions(this)}
          .ticketUrl=${ticketUrl}
          @isp-ticket-select=${this.#navigation.onTicketSelect}
        ></isp-reply-banner>
        <div class="panes">
          <isp-ticket-list
            class="list-pane"
            part="list"
            exportparts=${exportedParts.list}
            ${sharedOptions(this)}
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
        ${this.#navigation.place.view === 'ticket' ? this.#renderThread() : this.#renderForm()}
      </div>
    `;
  }

  #renderThread(): TemplateResult {
    return html`<isp-ticket-thread
      part="thread"
      exportparts=${exportedParts.thread}
      ${sharedOptions(this)}
      .ticketId=${this.ticketId}
      @isp-navigate=${this.#navigation.onBack}
      @isp-new-ticket-open=${this.#navigation.onNewTicketOpen}
    ></isp-ticket-thread>`;
  }

  #renderForm(): TemplateResult {
    return html`<isp-new-ticket
      part="form"
      exportparts=${exportedParts.form}
      ${sharedOptions(this)}
      .prefill=${this.#navigation.prefill}
      .context=${this.context}
      @isp-navigate=${this.#navigation.onBack}
      @isp-ticket-select=${this.#navigation.onTicketSelect}
      ><slot name="form-intro" slot="form-intro"></slot
    ></isp-new-ticket>`;
  }

  readonly #onReady = (event: Event): void => {
    event.stopPropagation();
    if (event.target) this.#ready.add(event.target);
    this.#noteReady();
  };

  /** The banner is ready long before what was asked for. */
  #noteReady(): void {
    const asked = this.#pane ?? this.#list;
    if (asked && this.#ready.has(asked)) this.isReady = true;
  }

  get #list(): (TicketElement & {focusTicket(ticketId: string): void}) | null {
    return this.renderRoot.querySelector('isp-ticket-list');
  }

  get #pane(): TicketElement | null {
    return this.renderRoot.querySelector('.pane > :not(.back)');
  }

  async #onArrive(left: Place): Promise<void> {
    await this.updateComplete;
    await this.#pane?.updateComplete;
    this.#noteReady();
    if (this.#pane) this.#pane.focus();
    else this.#list?.focusTicket(left.ticketId);
  }
}
