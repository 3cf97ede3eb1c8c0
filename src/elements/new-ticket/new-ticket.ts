import {html, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import type {TicketDraft} from '../../contract/drafts.js';
import {ResourceController, type Progress} from '../../controllers/base/resource-controller.js';
import {failureNotice} from '../../ui/primitives/failure-notice.js';
import {heading} from '../../ui/primitives/heading.js';
import {skeletonRows} from '../../ui/primitives/skeleton.js';
import {LazyContentController} from '../lazy-content-controller.js';
import {TicketElement} from '../ticket-element.js';
import type * as TicketViews from '../ticket-views.js';
import type {NewTicketForm} from './new-ticket-form.js';
import {styles} from './new-ticket.styles.js';

/**
 * A form that opens a new ticket.
 *
 * The text is kept until the server has accepted it, even if the element is removed from the document.
 *
 * @tagname isp-new-ticket
 * @summary A form that opens a new ticket.
 *
 * @example
 * <isp-new-ticket api-base="/api"></isp-new-ticket>
 * <script>
 *   document.querySelector('isp-new-ticket').tokenProvider = async () => {
 *     const response = await fetch('/portal/token');
 *     if (!response.ok) throw new Error(`No token: ${response.status}`);
 *     return response.text();
 *   };
 * </script>
 *
 * @slot form-intro - Content above the fields, such as a notice about a known outage.
 * @slot fallback - Another way to contact the operator, such as a phone number. Shown if the account has no access.
 *
 * @fires {TicketSubmitEvent} isp-ticket-submit - Fired when the customer presses *Create ticket*, before anything is
 *   sent. Cancel it to keep the text in the form.
 * @fires {TicketCreatedEvent} isp-ticket-created - Fired when the server has accepted the ticket.
 * @fires {TicketSelectEvent} isp-ticket-select - Fired when the customer wants to see the new ticket.
 * @fires {NavigateEvent} isp-navigate - Fired when the customer leaves the form for the list.
 *
 * @csspart root - The container of all content.
 * @csspart heading - The heading.
 * @csspart form - The form.
 * @csspart field - A field with its label, hint and error message.
 * @csspart label - The label of a field.
 * @csspart hint - The hint of a field.
 * @csspart control - The input control of a field.
 * @csspart error - The error message of a field.
 * @csspart guidance - The list of details to include for the selected category.
 * @csspart button - Any button.
 * @csspart create - The Create ticket button.
 * @csspart offline - The line that says that the device is offline.
 * @csspart contacts - Other ways to contact the operator, shown with failures.
 * @csspart notice - A status or error message.
 */
export class NewTicketElement extends TicketElement {
  static override styles = styles;
  /** @internal */
  static readonly preload = LazyContentController.preload;

  /**
   * Initial values of the fields: `subject`, `description`, `category` and `priority`. Text that the customer has
   * already written takes precedence.
   */
  @property({attribute: false}) prefill: Partial<TicketDraft> | undefined;

  /**
   * Facts about the customer's connection, such as `{'Plan': '100 Mbit/s'}`. The form shows them to the customer and
   * appends them to the description of the ticket.
   */
  @property({attribute: false}) context: Readonly<Record<string, string>> | undefined;

  readonly #config = new ResourceController(this, this.session, session => session.config);
  readonly #content = new LazyContentController<NewTicketForm>(this, this.session, views => this.#createForm(views));
  /** Whether `reset` was called before. */
  #isReset = false;

  constructor() {
    super();
    this.session.reportError(() => this.#content.error);
  }

  protected override willUpdate(): void {
    this.#content.update();
  }

  #createForm({NewTicketForm}: typeof TicketViews): NewTicketForm {
    const form = new NewTicketForm(this, {
      session: this.session,
      config: this.#config,
      liveRegion: this.liveRegion,
      translator: () => this.t,
      secondsUntilRetry: () => this.retryOptions.secondsUntilRetry,
    });
    if (this.#isReset) form.reset();
    return form;
  }

  protected override async reload(): Promise<void> {
    await Promise.all([this.#content.load(), this.session.value?.config.refresh()]);
  }

  /** Empties the form and discards its draft. */
  reset(): void {
    this.#isReset = true;
    this.#content.value?.reset();
  }

  /** Moves the focus to the first invalid field, or to the heading if there is none. */
  override focus(options?: FocusOptions): void {
    if (!this.#content.value?.focusInvalidField(options)) super.focus(options);
  }

  /** @internal */
  override get unsentText(): string {
    return this.#content.value?.unsentText ?? '';
  }

  protected override get progress(): Progress {
    const {value: session} = this.session;
    if (!this.#content.value) return this.#content.error ? 'failed' : 'loading';
    if (!session) return 'loading';
    // When the session ends, the form stays if the customer has begun to fill it in or its options have loaded.
    const hasDraft = Object.keys(session.drafts.ticket.value).length > 0;
    return session.config.state.value.error?.refusesAccount && !session.config.value && !hasDraft ? 'failed' : 'shown';
  }

  protected override renderContent(): TemplateResult {
    return this.#content.value?.renderOutcome() ?? this.#renderForm();
  }

  /** One template for the form and what precedes it: the heading keeps its place, and the focus. */
  #renderForm(): TemplateResult {
    return html`
      <section class="new-ticket" aria-labelledby="heading" aria-busy=${this.progress === 'loading'}>
        ${heading(this.headingLevel, this.t('form.heading'))}
        <slot name="form-intro"></slot>
        ${this.#content.value?.renderFields() ?? this.#renderPlaceholder()}
      </section>
    `;
  }

  #renderPlaceholder(): TemplateResult {
    const {error} = this.#content;
    return error
      ? failureNotice('', error, this.retryOptions)
      : html`<div class="skeleton thread">${skeletonRows(3)}</div>`;
  }
}
