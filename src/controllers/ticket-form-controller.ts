import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {defaultConfig, type TicketConfig} from '../contract/config.js';
import {missingFields, withContext, type TicketDraft} from '../contract/drafts.js';
import type {SupportError} from '../contract/errors.js';
import {TicketCreatedEvent, TicketSubmitEvent} from '../contract/ticket-events.js';
import type {TicketSummary} from '../contract/ticket.js';
import type {Session} from '../state/session.js';
import {ErrorReportController} from './error-report-controller.js';
import {ResourceController} from './resource-controller.js';
import {StateController} from './state-controller.js';

interface TicketFormHost extends ReactiveControllerHost, HTMLElement {
  /** Words to begin with. What the customer has written goes before them. */
  readonly prefill: Partial<TicketDraft> | undefined;
  /** What the host knows of the line, to be sent along. */
  readonly context: Readonly<Record<string, string>> | undefined;
}

/** A ticket that a customer is writing, and what became of it. */
export class TicketFormController implements ReactiveController {
  readonly #host: TicketFormHost;
  readonly #session: () => Session | undefined;
  readonly #draft: StateController<Partial<TicketDraft>>;
  readonly #config: ResourceController<TicketConfig>;
  /** Fields that still want words, since the customer has pressed Create. */
  missing: readonly (keyof TicketDraft)[] = [];
  error: SupportError | undefined;
  created: TicketSummary | undefined;
  isSending = false;
  #shownSession: Session | undefined;

  constructor(host: TicketFormHost, session: () => Session | undefined) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
    this.#draft = new StateController(host, () => session()?.drafts.ticket);
    this.#config = new ResourceController(host, () => session()?.config);
    new ErrorReportController(host, () => this.error);
  }

  /** The operator's choices; until they are known, the ones that every operator has. */
  get config(): TicketConfig {
    return this.#config.value ?? defaultConfig;
  }

  get draft(): TicketDraft {
    const {defaultCategory: category, defaultPriority: priority} = this.config;
    return {subject: '', description: '', category, priority, ...this.#host.prefill, ...this.#draft.value};
  }

  get isSubjectTooLong(): boolean {
    const {subjectLimit = Infinity} = this.config;
    // In characters as people count them: an emoji is two of a string's.
    return Array.from(this.draft.subject).length > subjectLimit;
  }

  hostConnected(): void {
    this.#clear();
  }

  hostUpdate(): void {
    const session = this.#session();
    // What one customer was told is not for the next.
    if (session === this.#shownSession) return;
    this.#shownSession = session;
    this.isSending = false;
    this.#clear();
  }

  write(change: Partial<TicketDraft>): void {
    const draft = this.#session()?.drafts.ticket;
    if (!draft) return;
    draft.value = {...draft.value, ...change};
    // Once told, a customer sees at once that a field is in order. None is scolded while they type the first time.
    if (this.missing.length > 0) this.missing = missingFields({...this.draft, ...draft.value});
  }

  /** Sends the ticket if it is whole. What is missing, or what went wrong, stands in the fields above; nothing is cleared. */
  async submit(): Promise<void> {
    const session = this.#session();
    if (!session || this.isSending) return;
    const {draft} = this;
    this.missing = missingFields(draft);
    this.error = undefined;
    this.#host.requestUpdate();
    if (this.missing.length > 0 || this.isSubjectTooLong) return;
    const submit = new TicketSubmitEvent(draft);
    if (this.#host.dispatchEvent(submit)) await this.#send(session, draft);
  }

  /** An empty form again. */
  reset(): void {
    const draft = this.#session()?.drafts.ticket;
    if (draft) draft.value = {};
    this.#clear();
    this.#host.requestUpdate();
  }

  async #send(session: Session, draft: TicketDraft): Promise<void> {
    this.isSending = true;
    const description = withContext(draft.description, this.#host.context);
    const sent = await session.createTicket({...draft, description}).catch((error: unknown) => error as SupportError);
    // What became of it is not for another customer who has come meanwhile.
    if (session !== this.#shownSession) return;
    this.isSending = false;
    this.#host.requestUpdate();
    this.error = sent instanceof Error ? sent : undefined;
    this.created = sent instanceof Error ? undefined : sent;
    if (!this.created) return;
    const created = new TicketCreatedEvent(this.created.id, this.created.number);
    this.#host.dispatchEvent(created);
  }

  #clear(): void {
    this.missing = [];
    this.error = undefined;
    this.created = undefined;
  }
}
