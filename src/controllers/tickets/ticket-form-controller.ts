import type {LitElement, ReactiveController} from 'lit';

import {defaultConfig, isOffered, type TicketConfig} from '../../contract/config.js';
import {
  appendContext,
  exceeded,
  missingFields,
  type Discarded,
  type ExceededLimits,
  type TicketDraft,
} from '../../contract/drafts.js';
import {TicketSubmitEvent} from '../../contract/ticket-events.js';
import type {Draft} from '../../state/drafts/draft.js';
import {mergeTicketDrafts, type PartialTicketDraft} from '../../state/drafts/merge-drafts.js';
import type {Session} from '../../state/session.js';
import {ResourceController} from '../base/resource-controller.js';
import type {Observed} from '../base/subscriptions.js';
import type {SessionObserver} from '../base/session-observer.js';
import {FormValuesController} from '../view/form-values-controller.js';
import {mailboxOf} from '../../state/create-mailbox.js';
import {TicketSubmission} from './ticket-submission.js';

/** The properties that can be shown. Portals send null, and more, for what they do not know. */
const textsIn = (values: object | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([name, value]: [string, unknown]) =>
      /^[snb]/.test(typeof value) ? [[name, String(value as string | number)]] : [],
    ),
  );

interface TicketFormHost extends LitElement {
  /** Initial values of the fields. The customer's own draft takes precedence. */
  readonly prefill: Partial<TicketDraft> | undefined;
  /** What the host knows of the customer's connection, sent with the description. */
  readonly context: Readonly<Record<string, string>> | undefined;
}

/** The form for a new ticket: its draft, its validation and its submission. */
export class TicketFormController implements ReactiveController {
  readonly submission: TicketSubmission;
  readonly #host: TicketFormHost;
  readonly #session: SessionObserver;
  readonly #values: FormValuesController;
  readonly #draft: Observed<Partial<TicketDraft>>;
  readonly #discarded: Observed<Discarded>;
  readonly #config: ResourceController<TicketConfig>;
  /** Required fields that were empty when Create was pressed. */
  reported: readonly (keyof TicketDraft)[] = [];
  /** Whether too many messages are unsent, after Create was pressed. */
  isFull = false;
  #usedPrefill: Partial<TicketDraft> | undefined;
  #shownSession: Session | undefined;
  /** The draft that the form shows, and its values. */
  #shown: {readonly draft: Draft<PartialTicketDraft>; readonly values: PartialTicketDraft} | undefined;
  /** What was written before there was a session. */
  #early: PartialTicketDraft = {};
  /** Whether Create was pressed before there was a session, and nothing was changed since. */
  #isSubmitDue = false;
  #hadSession = false;

  /** `onOutcome` is called after the host has shown what became of a ticket. */
  constructor(host: TicketFormHost, session: SessionObserver, onOutcome: () => void) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
    this.#values = new FormValuesController(host, changed => this.#takeInput(changed));
    this.#draft = session.observe(value => mailboxOf(value)?.drafts.ticket.state);
    this.#discarded = session.observe(value => mailboxOf(value)?.drafts.ticket.discarded);
    this.#config = new ResourceController(host, session, value => value.config);
    this.submission = new TicketSubmission(host, session, onOutcome);
  }

  /** The operator's choices; the default ones until these are loaded. */
  get config(): TicketConfig {
    return this.#config.value ?? defaultConfig;
  }

  get draft(): TicketDraft {
    const {defaultCategory, defaultPriority} = this.config;
    const {prefill} = this.#host;
    const defaults = {subject: '', description: '', category: defaultCategory, priority: defaultPriority};
    if (this.submission.item) return {...defaults, ...this.submission.item.draft};
    const draft = {
      ...defaults,
      ...(prefill !== this.#usedPrefill && textsIn(prefill)),
      ...this.#early,
      ...this.#draft.value,
    };
    const {value: config} = this.#config;
    // What is sent is what the form shows. Until the configuration is loaded, a value may be the operator's own.
    if (config && !isOffered(config.categories, draft.category)) draft.category = defaultCategory;
    if (config && !isOffered(config.priorities, draft.priority)) draft.priority = defaultPriority;
    return draft;
  }

  /** What the host knows of the customer's connection. */
  get context(): Readonly<Record<string, string>> {
    return textsIn(this.#host.context);
  }

  /** Whether the draft was written before this page was opened. */
  get isRestored(): boolean {
    return mailboxOf(this.#session.value)?.drafts.ticket.isRestored ?? false;
  }

  /** Those of the reported fields that are still empty. */
  get missing(): readonly (keyof TicketDraft)[] {
    return this.reported.filter(name => missingFields(this.draft).includes(name));
  }

  /** Whether a draft was discarded, and can be restored. */
  get discarded(): Discarded {
    return this.#discarded.value;
  }

  /** The limits of the fields that are too long. What the host knows is sent with the description. */
  get exceeded(): ExceededLimits {
    const {subject, description} = this.draft;
    const {subjectLimit, descriptionLimit} = this.config;
    return {
      subject: exceeded(subject, subjectLimit),
      description: exceeded(appendContext(description, this.context), descriptionLimit),
    };
  }

  get isTooLong(): boolean {
    return Object.values(this.exceeded).some(Boolean);
  }

  hostUpdate(): void {
    const {value: session} = this.#session;
    // Another customer must not see the messages meant for this one.
    if (session === this.#shownSession) return;
    this.#shownSession = session;
    const isSubmitDue = this.#isSubmitDue;
    this.startOver();
    if (!session) return;
    this.#hadSession = true;
    if (Object.keys(this.#early).length > 0) {
      const {ticket} = mailboxOf(session).drafts;
      ticket.set(mergeTicketDrafts(ticket.value, this.#early));
      this.#early = {};
    }
    this.#isSubmitDue = isSubmitDue;
    if (isSubmitDue) void mailboxOf(session).restored.then(() => this.#isSubmitDue && this.submit());
  }

  hostUpdated(): void {
    const draft = mailboxOf(this.#session.value)?.drafts.ticket;
    this.#shown = draft && {draft, values: draft.value};
  }

  /**
   * Validates the form, and sends the ticket. If something is missing, nothing is cleared. If the token has not come
   * yet, the ticket is sent when it has.
   */
  submit(): void {
    const {value: session} = this.#session;
    if (this.submission.item) return;
    const {draft} = this;
    this.reported = missingFields(draft);
    this.isFull = mailboxOf(session)?.outbox.store.isFull ?? false;
    this.submission.clear();
    this.#host.requestUpdate();
    // Once there was a session, the next one may be another customer's.
    this.#isSubmitDue = !session && !this.#hadSession;
    if (!session || this.reported.length > 0 || this.isTooLong || this.isFull) return;
    const submit = new TicketSubmitEvent(draft);
    if (!this.#host.dispatchEvent(submit)) return;
    const description = appendContext(draft.description, this.context);
    this.submission.track(mailboxOf(session).createTicket({...draft, description}), draft);
    this.#clearDraft();
  }

  /** Shows the form again for another ticket, with the draft that was written meanwhile, even in another tab. */
  startOver(): void {
    this.#isSubmitDue = false;
    this.reported = [];
    this.submission.clear();
    this.#host.requestUpdate();
  }

  /** Shows an empty form. */
  reset(): void {
    this.#values.read();
    this.startOver();
    this.#clearDraft();
  }

  /** Discards the draft, or restores it. Resolves, when that is stored, with whether it is discarded. */
  async toggleDiscarded(): Promise<boolean | undefined> {
    const {value: session} = this.#session;
    this.#values.read();
    const isDiscarded = await mailboxOf(session)?.drafts.ticket.toggleDiscarded();
    session?.notifyTabs();
    if (isDiscarded) {
      this.#usedPrefill = this.#host.prefill;
      this.startOver();
    }
    return isDiscarded;
  }

  /** Takes what has changed in the form. The host may be about to show another customer's. */
  #takeInput(changed: PartialTicketDraft): void {
    if (this.submission.item) return;
    this.#isSubmitDue = false;
    if (!this.#shown) {
      this.#early = {...this.#early, ...changed};
      return;
    }
    const {draft, values} = this.#shown;
    // Text that was restored meanwhile has not been in the form.
    draft.set(draft.value === values ? {...values, ...changed} : mergeTicketDrafts(draft.value, changed));
    this.#shown = {draft, values: draft.value};
  }

  #clearDraft(): void {
    this.#usedPrefill = this.#host.prefill;
    const {value: session} = this.#session;
    void mailboxOf(session)
      ?.drafts.ticket.clear()
      .then(() => session?.notifyTabs());
  }
}
