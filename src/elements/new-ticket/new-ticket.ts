import {html, nothing, type TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';

import {defaultConfig} from '../../contract/config.js';
import type {TicketDraft} from '../../contract/drafts.js';
import type {TicketSummary} from '../../contract/ticket.js';
import {NavigateEvent, TicketSelectEvent} from '../../contract/ticket-events.js';
import type {Progress} from '../../controllers/base/resource-controller.js';
import {isFocusElsewhere} from '../../controllers/view/focus-controller.js';
import {RefusedFilesController} from '../../controllers/view/refused-files-controller.js';
import {reveal} from '../../controllers/view/reveal.js';
import {TicketFormController} from '../../controllers/tickets/ticket-form-controller.js';
import {button} from '../../ui/primitives/button.js';
import {heading} from '../../ui/primitives/heading.js';
import {icon} from '../../ui/primitives/icons.js';
import {refusalText, ticketForm} from '../../ui/form/ticket-form.js';
import {hearNote, picturesNote} from '../../ui/primitives/notes.js';
import {unsentStatus, unsentStatusText} from '../../ui/primitives/unsent-status.js';
import type {UnsentTicket} from '../../ui/list/unsent-tickets.js';
import {TicketViewElement} from '../ticket-view-element.js';
import {mailboxOf} from '../../controllers/session/mailbox.js';
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
export class NewTicketElement extends TicketViewElement {
  static override styles = styles;

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

  readonly #form = new TicketFormController(this, this.session, () => this.#onOutcome());

  readonly #files = new RefusedFilesController(this, this.liveRegion, () => this.#form.config.features.attachments);

  protected override async reload(): Promise<void> {
    await this.session.value?.config.refresh();
  }

  /** Empties the form and discards its draft. */
  reset(): void {
    this.#form.reset();
  }

  /** Moves the focus to the first invalid field, or to the heading if there is none. */
  override focus(options?: FocusOptions): void {
    if (this.#focusField('[aria-invalid="true"]', options)) return;
    super.focus(options);
    if (!options?.preventScroll) reveal(this.focusTarget ?? this);
  }

  /** Returns whether there is such a field. */
  #focusField(selector: string, options?: FocusOptions): boolean {
    const field = this.renderRoot.querySelector<HTMLElement>(selector);
    if (!field) return false;
    // In a group of radio buttons, the checked one takes the focus.
    (field.querySelector<HTMLElement>('input:checked') ?? field).focus(options);
    // With the summary if there is space for both.
    const shown = options?.preventScroll ? [] : [this.renderRoot.querySelector('.summary'), field.closest('.field')];
    const show = (): void => {
      for (const element of shown) if (element) reveal(element);
    };
    show();
    // Firefox scrolls back a little before it paints.
    requestAnimationFrame(show);
    return true;
  }

  /** @internal */
  override get unsentText(): string {
    const {subject, description} = this.#form.draft;
    return [subject, description].filter(Boolean).join('\n\n');
  }

  protected override get progress(): Progress {
    const {value: session} = this.session;
    if (!session) return 'loading';
    // When the session ends, the form stays if the customer has begun to fill it in or its options have loaded.
    const hasDraft = Object.keys(mailboxOf(session).drafts.ticket.value).length > 0;
    return session.config.state.value.error?.refusesAccount && !session.config.value && !hasDraft ? 'failed' : 'shown';
  }

  protected override renderContent(): TemplateResult {
    const {created, item} = this.#form.submission;
    if (created) return this.#renderCreated(created);
    return item?.error ? this.#renderWaiting(item) : this.#renderForm();
  }

  #renderForm(): TemplateResult {
    const {draft, config, reported, missing, exceeded, isRestored, discarded, isFull, submission} = this.#form;
    const {isRefused} = this.#files;
    // Until then, the operator's address may follow.
    const isKnown = config !== defaultConfig;
    return html`
      <section class="new-ticket" aria-labelledby="heading">
        ${heading(this.headingLevel, this.t('form.heading'))}
        <slot name="form-intro"></slot>
        ${ticketForm({
          draft,
          config,
          reported,
          missing,
          exceeded,
          isOutboxFull: isFull,
          error: submission.refusal,
          isSending: submission.item !== undefined,
          pictures: isKnown || isRefused ? picturesNote(config, this.t, '', isRefused) : nothing,
          context: this.#form.context,
          t: this.t,
          onSubmit: event => void this.#onSubmit(event),
          onCancel: this.#onCancel,
          onField: name => this.#focusField(`#${name}`),
          discarded,
          onDiscard: isRestored || discarded ? this.#onDiscard : undefined,
        })}
      </section>
    `;
  }

  #renderCreated(ticket: TicketSummary): TemplateResult {
    const {config} = this.#form;
    const number = html`<bdi dir="ltr">${ticket.number}</bdi>`;
    const [before, after] = this.t('form.created', {number: '\n'}).split('\n');
    return html`
      <section class="notice created" aria-labelledby="heading">
        ${icon('resolved')} ${heading(this.headingLevel, html`${before}${number}${after}`)}
        <p>${this.t('form.created.next')}</p>
        ${hearNote(config, this.t)} ${config.contact.email ? picturesNote(config, this.t, ticket.number) : nothing}
        <div class="actions">
          ${button(this.t('form.open'), () => this.#onOpen(ticket.id), 'primary')} ${this.#anotherButton}
        </div>
      </section>
    `;
  }

  get #anotherButton(): TemplateResult {
    return button(this.t('form.another'), () => void this.#onAnother(), 'quiet');
  }

  #unsentStatusText(item: UnsentTicket): string {
    return unsentStatusText(item, this.t, this.session.value?.isPersistent.value ?? false);
  }

  /** Renders a ticket that has not been sent yet, with the reason. */
  #renderWaiting(item: UnsentTicket): TemplateResult {
    const {t} = this;
    return html`
      <section class="notice created" aria-labelledby="heading">
        ${heading(this.headingLevel, t(item.discarded ? 'unsent.discarded' : 'form.unsent'))}
        ${item.discarded ? nothing : html`<p><bdi translate="yes">${item.draft.subject}</bdi></p>`}
        ${unsentStatus(item, t, {
          isPersistent: this.session.value?.isPersistent.value ?? false,
          canResend: true,
          secondsUntilRetry: this.retryOptions.secondsUntilRetry,
          ...this.#form.submission.actions,
          onDiscard: key => void this.announceDiscarded(mailboxOf(this.session.value)?.outbox.toggleDiscarded(key)),
        })}
        <div class="actions">${button(t('error.backToList'), this.#onCancel)} ${this.#anotherButton}</div>
      </section>
    `;
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.#form.submit();
    await this.updateComplete;
    const {missing, isTooLong, isFull} = this.#form;
    // The focus says what is wrong with one field.
    if (missing.length > 1) this.liveRegion.announce(this.t('form.required'));
    if (isFull) this.liveRegion.announce(this.t('composer.full'));
    if (missing.length > 0 || isTooLong) this.focus();
  };

  #onOutcome(): void {
    const {created, item, refusal} = this.#form.submission;
    const isElsewhere = isFocusElsewhere(this);
    // The heading takes the focus and states the result. If the customer has moved on, the result is announced and the
    // focus stays.
    const messageKey = isElsewhere ? 'form.created' : 'form.created.next';
    if (item) this.liveRegion.announce(this.#unsentStatusText(item));
    else if (created) this.liveRegion.announce(this.t(messageKey, {number: created.number}));
    else if (refusal) this.liveRegion.announce(refusalText(refusal, this.t));
    if (!isElsewhere) this.focus();
  }

  readonly #onDiscard = (): unknown => this.announceDiscarded(this.#form.toggleDiscarded());

  readonly #onCancel = (): unknown => this.dispatchEvent(new NavigateEvent('list'));

  #onOpen(ticketId: string): void {
    const select = new TicketSelectEvent(ticketId);
    this.dispatchEvent(select);
  }

  async #onAnother(): Promise<void> {
    this.#form.startOver();
    await this.updateComplete;
    this.focus();
  }
}
