import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import {NavigateEvent, ReplySentEvent} from '../../contract/ticket-events.js';
import type {SupportError} from '../../contract/errors.js';
import {PagedResourceController} from '../../controllers/base/paged-resource-controller.js';
import {ResourceController, type Progress} from '../../controllers/base/resource-controller.js';
import {ProgressiveRenderController} from '../../controllers/view/progressive-render-controller.js';
import {revealStart} from '../../controllers/view/reveal.js';
import {skeleton} from '../../ui/primitives/skeleton.js';
import {noTicketNotice, threadFailure} from '../../ui/thread/thread-notices.js';
import {LazyContentController} from '../lazy-content-controller.js';
import {TicketElement} from '../ticket-element.js';
import type {TicketThreadContent} from './ticket-thread-content.js';
import {styles} from './ticket-thread.styles.js';

/**
 * A ticket: its description, its replies, oldest first, and a reply box.
 *
 * Elements with the same `api-base` and the same customer share a session: they load their data once and show the same
 * state.
 *
 * @tagname isp-ticket-thread
 * @summary A ticket with its replies and a reply box.
 *
 * @example
 * <isp-ticket-thread api-base="/api" ticket-id="42"></isp-ticket-thread>
 * <script>
 *   document.querySelector('isp-ticket-thread').tokenProvider = async () => {
 *     const response = await fetch('/portal/token');
 *     if (!response.ok) throw new Error(`No token: ${response.status}`);
 *     return response.text();
 *   };
 * </script>
 *
 * @slot empty - Replaces the text that is shown while no ticket is selected.
 * @slot fallback - Another way to contact the operator, such as a phone number. Shown if the ticket cannot be loaded or
 *   the account has no access.
 *
 * @fires {ReplySubmitEvent} isp-reply-submit - Fired when the customer presses *Send* or *Yes, it’s solved*, before
 *   anything is sent. Cancel it to keep the text in the reply box.
 * @fires {ReplySentEvent} isp-reply-sent - Fired when the server has accepted a reply.
 * @fires {NewTicketOpenEvent} isp-new-ticket-open - Fired when the customer continues in a new ticket because this one
 *   is closed. `prefill` has the text that could not be sent.
 * @fires {NavigateEvent} isp-navigate - Fired when the customer wants to return to the list.
 * @fires {LinkOpenEvent} isp-link-open - Fired when the customer opens a link in a message. Cancel it to open the link
 *   yourself.
 *
 * @csspart root - The container of all content.
 * @csspart header - The header above the messages.
 * @csspart heading - The subject of the ticket.
 * @csspart thread-bar - The subject and the number of a long ticket, in view while the header is not, with the button
 *   that leads to the first message.
 * @csspart thread-ends - The buttons that lead to the newest message and to the reply box, while these are out of view.
 * @csspart number - The number of the ticket, with the button that copies it.
 * @csspart turn - The status of the ticket, with the text that says whose turn it is.
 * @csspart status - A status: icon and text.
 * @csspart particulars - The category, the priority and the opening time of the ticket.
 * @csspart article - A message.
 * @csspart description - The message that opened the ticket.
 * @csspart customer - A message from the customer.
 * @csspart operator - A message from the operator.
 * @csspart system - An automatic message.
 * @csspart author - The author of a message.
 * @csspart text - The text of a message.
 * @csspart day - The date above the first message of a day.
 * @csspart new-line - The line above the first unread reply.
 * @csspart composer - The reply form.
 * @csspart composer-input - The text box of the reply form.
 * @csspart label - The label of a field.
 * @csspart error - The error message of a field.
 * @csspart button - Any button.
 * @csspart send - The Send button.
 * @csspart offline - The line that says that the device is offline.
 * @csspart contacts - Other ways to contact the operator, shown with failures.
 * @csspart notice - A status or error message.
 */
export class TicketThreadElement extends TicketElement {
  static override styles = styles;
  /** @internal */
  static readonly preload = LazyContentController.preload;

  /** ID of the ticket to show. If empty, the `empty` slot is shown. */
  @property({attribute: 'ticket-id'}) ticketId = '';

  readonly #thread = new PagedResourceController(this, this.session, session =>
    this.ticketId ? session.thread(this.ticketId) : undefined,
  );
  readonly #config = new ResourceController(this, this.session, session =>
    this.ticketId ? session.config : undefined,
  );
  readonly #progressiveRender = new ProgressiveRenderController(this, () => this.#loadProgress);
  readonly #content = new LazyContentController<TicketThreadContent>(
    this,
    this.session,
    views =>
      new views.TicketThreadContent(this, {
        session: this.session,
        thread: this.#thread,
        config: this.#config,
        progressiveRender: this.#progressiveRender,
        liveRegion: this.liveRegion,
        translator: () => this.t,
        retryOptions: () => this.retryOptions,
        renderNow: () => this.performUpdate(),
      }),
  );

  constructor() {
    super();
    this.session.reportError(() => (this.ticketId ? this.#contentError : undefined));
    this.session.onSent(({ticketId}, {reply, ticket}) => {
      if (!reply || ticketId !== this.ticketId) return false;
      const sent = new ReplySentEvent(ticketId, reply.id, ticket.status);
      this.dispatchEvent(sent);
      this.#content.value?.onSent(ticket.status);
      return true;
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#content.update();
    if (!changed.has('ticketId')) return;
    // What was said about one ticket is not read out in the next.
    this.liveRegion.text = '';
    this.session.value?.outbox.store.forget();
    this.#content.value?.startOver();
  }

  protected override async reload(): Promise<void> {
    const {value: session} = this.session;
    await Promise.all([this.#content.load(), this.ticketId ? session?.thread(this.ticketId).refresh() : undefined]);
  }

  /** Moves the focus to the heading of the ticket, and scrolls to the first unread reply. */
  override focus(options?: FocusOptions): void {
    super.focus({preventScroll: true, ...options});
    if (!this.#content.value?.revealUnread()) revealStart(this.focusTarget ?? this);
  }

  /** @internal */
  override get unsentText(): string {
    return this.#content.value?.unsentText ?? '';
  }

  protected override get progress(): Progress {
    return this.ticketId ? this.#progressiveRender.progress : 'shown';
  }

  /** Why the content could not be loaded, unless the ticket itself could not. */
  get #contentError(): SupportError | undefined {
    return this.#thread.progress === 'failed' ? undefined : this.#content.error;
  }

  /** The loading state of the ticket and of the content that shows it. */
  get #loadProgress(): Progress {
    if (this.#contentError) return 'failed';
    return this.#content.value || this.#thread.progress === 'failed' ? this.#thread.progress : 'loading';
  }

  protected override get staleError(): SupportError | undefined {
    return this.#thread.value && this.#thread.state.error;
  }

  protected override renderContent(): TemplateResult {
    if (!this.ticketId) return html`<slot name="empty">${noTicketNotice(this.t)}</slot>`;
    const {value, error} = this.#thread.state;
    const {value: content} = this.#content;
    if (value && content) return content.render(value);
    const failure = this.#contentError ?? (value ? undefined : error);
    if (!failure) return skeleton('thread', 3, this.t, content && (() => content.renderSample()));
    return threadFailure({
      error: failure,
      headingLevel: this.headingLevel,
      retry: this.retryOptions,
      onBack: this.#onBack,
    });
  }

  readonly #onBack = (): void => {
    const navigate = new NavigateEvent('list');
    this.dispatchEvent(navigate);
  };
}
