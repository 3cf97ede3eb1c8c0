import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {defaultConfig, type TicketConfig} from '../../contract/config.js';
import {missingFields, withContext, type TicketDraft} from '../../contract/drafts.js';
import {TicketSubmitEvent} from '../../contract/ticket-events.js';
import type {Session} from '../../state/session.js';
import {ErrorReportController} from '../base/error-report-controller.js';
import {ResourceController} from '../base/resource-controller.js';
import {StateController} from '../base/state-controller.js';
import {TicketOnItsWay} from './ticket-submission.js';

interface TicketFormHost extends ReactiveControllerHost, HTMLElement {
  /** Words to begin with. What the customer has written goes before them. */
  readonly prefill: Partial<TicketDraft> | undefined;
  /** What the host knows of the line, to be sent along. */
  readonly context: Readonly<Record<string, string>> | undefined;
}

/** A ticket that a customer is writing, and what became of it. */
export class TicketFormController implements ReactiveController {
  /** What has been handed over to be sent. */
  readonly sent: TicketOnItsWay;
  readonly #host: TicketFormHost;
  readonly #session: () => Session | undefined;
  readonly #draft: StateController<Partial<TicketDraft>>;
  readonly #config: ResourceController<TicketConfig>;
  /** Fields that still want words, since the customer has pressed Create. */
  missing: readonly (keyof TicketDraft)[] = [];
  /** Too much is waiting to be sent already. */
  isFull = false;
  #usedPrefill: Partial<TicketDraft> | undefined;
  #shownSession: Session | undefined;

  /** `onOutcome` is told when the customer should know what became of a ticket. */
  constructor(host: TicketFormHost, session: () => Session | undefined, onOutcome: () => void) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
    this.#draft = new StateController(host, () => session()?.mail.drafts.ticket.state);
    this.#config = new ResourceController(host, () => session()?.config);
    this.sent = new TicketOnItsWay(host, session, onOutcome);
    new ErrorReportController(host, () => this.sent.refusal);
  }

  /** The operator's choices; until they are known, the ones that every operator has. */
  get config(): TicketConfig {
    return this.#config.value ?? defaultConfig;
  }

  get draft(): TicketDraft {
    const {defaultCategory: category, defaultPriority: priority} = this.config;
    const {prefill} = this.#host;
    const words = this.sent.item?.draft ?? {...(prefill !== this.#usedPrefill && prefill), ...this.#draft.value};
    return {subject: '', description: '', category, priority, ...words};
  }

  /** Words that were written before this page was opened stand in the form. */
  get isRestored(): boolean {
    return this.#session()?.mail.drafts.ticket.isRestored ?? false;
  }

  get isSubjectTooLong(): boolean {
    // In characters as people count them: an emoji is two of a string's.
    return Array.from(this.draft.subject).length > (this.config.subjectLimit ?? Infinity);
  }

  hostUpdate(): void {
    const session = this.#session();
    // What one customer was told is not for the next.
    if (session === this.#shownSession) return;
    this.#shownSession = session;
    this.another();
  }

  write(change: Partial<TicketDraft>): void {
    const draft = this.#session()?.mail.drafts.ticket;
    if (!draft || this.sent.item) return;
    draft.write({...draft.value, ...change});
    // Once told, a customer sees at once that a field is in order. None is scolded while they type the first time.
    if (this.missing.length > 0) this.missing = missingFields({...this.draft, ...draft.value});
  }

  /** Hands the ticket over to be sent, if it is whole. What is missing stands in the fields above; nothing is cleared. */
  submit(): void {
    const session = this.#session();
    if (!session || this.sent.item) return;
    const {draft} = this;
    this.missing = missingFields(draft);
    this.isFull = session.mail.outbox.items.isFull;
    this.sent.clear();
    this.#host.requestUpdate();
    if (this.missing.length > 0 || this.isSubjectTooLong || this.isFull) return;
    const submit = new TicketSubmitEvent(draft);
    if (!this.#host.dispatchEvent(submit)) return;
    const description = withContext(draft.description, this.#host.context);
    this.sent.follow(session.createTicket({...draft, description}), draft);
    this.#empty();
  }

  /** The form again, for another ticket. What was written meanwhile, in another tab too, stands in it. */
  another(): void {
    this.missing = [];
    this.sent.clear();
    this.#host.requestUpdate();
  }

  /** An empty form again. */
  reset(): void {
    this.another();
    this.#empty();
  }

  #empty(): void {
    this.#usedPrefill = this.#host.prefill;
    const mail = this.#session()?.mail;
    void mail?.drafts.ticket.clear().then(() => mail.changed());
  }
}
