import {html, nothing, type TemplateResult} from 'lit';

import {defaultConfig, type TicketConfig} from '../../contract/config.js';
import type {TicketSummary} from '../../contract/ticket.js';
import {NavigateEvent, TicketSelectEvent} from '../../contract/ticket-events.js';
import type {ResourceController} from '../../controllers/base/resource-controller.js';
import type {SessionObserver} from '../../controllers/base/session-observer.js';
import {isFocusElsewhere} from '../../controllers/view/focus-controller.js';
import type {LiveRegion} from '../../controllers/view/live-region.js';
import {RefusedFilesController} from '../../controllers/view/refused-files-controller.js';
import {reveal} from '../../controllers/view/reveal.js';
import {TicketFormController, type TicketFormHost} from '../../controllers/tickets/ticket-form-controller.js';
import type {Translator} from '../../i18n/translator.js';
import {button} from '../../ui/primitives/button.js';
import {heading} from '../../ui/primitives/heading.js';
import {icon} from '../../ui/primitives/icons.js';
import {refusalText, ticketForm} from '../../ui/form/ticket-form.js';
import {hearNote, picturesNote} from '../../ui/primitives/notes.js';
import {unsentStatus, unsentStatusText} from '../../ui/primitives/unsent-status.js';
import type {UnsentTicket} from '../../ui/list/unsent-tickets.js';
import {formStyles} from './new-ticket-form.styles.js';

/** The element that shows the form. */
export interface NewTicketFormHost extends TicketFormHost {
  readonly headingLevel: number;
  /** Says that a text was deleted, once it is. */
  announceDiscarded(isDiscarded: Promise<boolean | undefined> | undefined): Promise<void>;
}

/** What the element shares with the form. */
export interface NewTicketFormOptions {
  readonly session: SessionObserver;
  readonly config: ResourceController<TicketConfig>;
  readonly liveRegion: LiveRegion;
  readonly translator: () => Translator;
  /** Seconds until the server accepts requests again. */
  readonly secondsUntilRetry: () => number;
}

/** The content of `<isp-new-ticket>`: the form, and what becomes of the ticket. */
export class NewTicketForm {
  readonly styles = formStyles;
  readonly #host: NewTicketFormHost;
  readonly #options: NewTicketFormOptions;
  readonly #form: TicketFormController;
  readonly #files: RefusedFilesController;

  constructor(host: NewTicketFormHost, options: NewTicketFormOptions) {
    const {session, config, liveRegion} = options;
    this.#host = host;
    this.#options = options;
    this.#form = new TicketFormController(host, session, config, () => this.#onOutcome());
    this.#files = new RefusedFilesController(host, liveRegion, () => this.#form.config.features.attachments);
  }

  get #t(): Translator {
    return this.#options.translator();
  }

  get #isPersistent(): boolean {
    return this.#options.session.value?.isPersistent.value ?? false;
  }

  /** Empties the form and discards its draft. */
  reset(): void {
    this.#form.reset();
  }

  /** Moves the focus to the first invalid field. Returns whether there is one. */
  focusInvalidField(options?: FocusOptions): boolean {
    return this.#focusField('[aria-invalid="true"]', options);
  }

  /** Returns whether there is such a field. */
  #focusField(selector: string, options?: FocusOptions): boolean {
    const field = this.#host.renderRoot.querySelector<HTMLElement>(selector);
    if (!field) return false;
    // In a group of radio buttons, the checked one takes the focus.
    (field.querySelector<HTMLElement>('input:checked') ?? field).focus(options);
    // With the summary if there is space for both.
    const shown = options?.preventScroll
      ? []
      : [this.#host.renderRoot.querySelector('.summary'), field.closest('.field')];
    for (const element of shown) if (element) reveal(element);
    return true;
  }

  /** What the customer has written and the server does not have. */
  get unsentText(): string {
    const {subject, description} = this.#form.draft;
    return [subject, description].filter(Boolean).join('\n\n');
  }

  /** Renders what has become of the ticket. Undefined while the form is to be shown. */
  renderOutcome(): TemplateResult | undefined {
    const {created, item} = this.#form.submission;
    if (created) return this.#renderCreated(created);
    return item?.error && this.#renderWaiting(item);
  }

  /** Renders the form. */
  renderFields(): TemplateResult {
    const {draft, config, reported, missing, isSubjectTooLong, isRestored, discarded, isFull, submission} = this.#form;
    const {isRefused} = this.#files;
    // Until then, the operator's address may follow.
    const isKnown = config !== defaultConfig;
    return ticketForm({
      draft,
      config,
      reported,
      missing,
      isSubjectTooLong,
      isOutboxFull: isFull,
      error: submission.refusal,
      isSending: submission.item !== undefined,
      pictures: isKnown || isRefused ? picturesNote(config, this.#t, '', isRefused) : nothing,
      context: this.#form.context,
      t: this.#t,
      onSubmit: event => void this.#onSubmit(event),
      onCancel: this.#onCancel,
      onField: name => this.#focusField(`#${name}`),
      discarded,
      onDiscard: isRestored || discarded ? this.#onDiscard : undefined,
    });
  }

  #renderCreated(ticket: TicketSummary): TemplateResult {
    const {config} = this.#form;
    const number = html`<bdi dir="ltr">${ticket.number}</bdi>`;
    const [before, after] = this.#t('form.created', {number: '\n'}).split('\n');
    return html`
      <section class="notice created" aria-labelledby="heading">
        ${icon('resolved')} ${heading(this.#host.headingLevel, html`${before}${number}${after}`)}
        <p>${this.#t('form.created.next')}</p>
        ${hearNote(config, this.#t)} ${config.contact.email ? picturesNote(config, this.#t, ticket.number) : nothing}
        <div class="actions">
          ${button(this.#t('form.open'), () => this.#onOpen(ticket.id), 'primary')} ${this.#anotherButton}
        </div>
      </section>
    `;
  }

  get #anotherButton(): TemplateResult {
    return button(this.#t('form.another'), () => void this.#onAnother(), 'quiet');
  }

  #unsentStatusText(item: UnsentTicket): string {
    return unsentStatusText(item, this.#t, this.#isPersistent);
  }

  /** Renders a ticket that has not been sent yet, with the reason. */
  #renderWaiting(item: UnsentTicket): TemplateResult {
    const t = this.#t;
    return html`
      <section class="notice created" aria-labelledby="heading">
        ${heading(this.#host.headingLevel, t(item.discarded ? 'unsent.discarded' : 'form.unsent'))}
        ${item.discarded ? nothing : html`<p><bdi translate="yes">${item.draft.subject}</bdi></p>`}
        ${unsentStatus(item, t, {
          isPersistent: this.#isPersistent,
          canResend: true,
          secondsUntilRetry: this.#options.secondsUntilRetry(),
          ...this.#form.submission.actions,
          onDiscard: key => void this.#host.announceDiscarded(this.#options.session.value?.outbox.toggleDiscarded(key)),
        })}
        <div class="actions">${button(t('error.backToList'), this.#onCancel)} ${this.#anotherButton}</div>
      </section>
    `;
  }

  readonly #onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    this.#form.submit();
    await this.#host.updateComplete;
    const {missing, isSubjectTooLong, isFull} = this.#form;
    // The focus says what is wrong with one field.
    if (missing.length > 1) this.#options.liveRegion.announce(this.#t('form.required'));
    if (isFull) this.#options.liveRegion.announce(this.#t('composer.full'));
    if (missing.length > 0 || isSubjectTooLong) this.#host.focus();
  };

  #onOutcome(): void {
    const {created, item, refusal} = this.#form.submission;
    const isElsewhere = isFocusElsewhere(this.#host);
    // The heading takes the focus and states the result. If the customer has moved on, the result is announced and the
    // focus stays.
    const messageKey = isElsewhere ? 'form.created' : 'form.created.next';
    if (item) this.#options.liveRegion.announce(this.#unsentStatusText(item));
    else if (created) this.#options.liveRegion.announce(this.#t(messageKey, {number: created.number}));
    else if (refusal) this.#options.liveRegion.announce(refusalText(refusal, this.#t));
    if (!isElsewhere) this.#host.focus();
  }

  readonly #onDiscard = (): unknown => this.#host.announceDiscarded(this.#form.toggleDiscarded());

  readonly #onCancel = (): unknown => this.#host.dispatchEvent(new NavigateEvent('list'));

  #onOpen(ticketId: string): void {
    const select = new TicketSelectEvent(ticketId);
    this.#host.dispatchEvent(select);
  }

  async #onAnother(): Promise<void> {
    this.#form.startOver();
    await this.#host.updateComplete;
    this.#host.focus();
  }
}
