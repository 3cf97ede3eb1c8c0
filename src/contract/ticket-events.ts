import type {TicketDraft} from './drafts.js';

/** A customer wants to see a ticket. Cancel it to show the ticket yourself. */
export class TicketSelectEvent extends Event {
  static readonly type = 'isp-ticket-select';
  readonly ticketId: string;

  constructor(ticketId: string) {
    super(TicketSelectEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.ticketId = ticketId;
  }
}

/** A customer wants to write a new ticket. Cancel it to show a form of your own. */
export class NewTicketOpenEvent extends Event {
  static readonly type = 'isp-new-ticket-open';
  /** Words to begin with, such as those of a reply that a closed ticket did not take. */
  readonly prefill: Partial<TicketDraft>;

  constructor(prefill: Partial<TicketDraft> = {}) {
    super(NewTicketOpenEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.prefill = prefill;
  }
}

/** A customer goes to another view of the Support tab. Cancel it to route it yourself. */
export class NavigateEvent extends Event {
  static readonly type = 'isp-navigate';
  readonly view: SupportView;
  /** The ticket of the `ticket` view, else the empty string. */
  readonly ticketId: string;

  constructor(view: SupportView, ticketId = '') {
    super(NavigateEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.view = view;
    this.ticketId = ticketId;
  }
}

/** The views of the Support tab. */
export type SupportView = 'list' | 'ticket' | 'new-ticket';

/** A customer has pressed Create, and nothing is sent yet. Cancel it to keep the ticket in the form. */
export class TicketSubmitEvent extends Event {
  static readonly type = 'isp-ticket-submit';
  readonly draft: TicketDraft;

  constructor(draft: TicketDraft) {
    super(TicketSubmitEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.draft = draft;
  }
}

/** The server has the ticket and has given it a number. */
export class TicketCreatedEvent extends Event {
  static readonly type = 'isp-ticket-created';
  readonly ticketId: string;
  readonly ticketNumber: string;

  constructor(ticketId: string, ticketNumber: string) {
    super(TicketCreatedEvent.type, {bubbles: true, composed: true});
    this.ticketId = ticketId;
    this.ticketNumber = ticketNumber;
  }
}

/** A customer has pressed Send, and nothing is sent yet. Cancel it to keep the text in the box. */
export class ReplySubmitEvent extends Event {
  static readonly type = 'isp-reply-submit';
  readonly ticketId: string;
  readonly message: string;

  constructor(ticketId: string, message: string) {
    super(ReplySubmitEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.ticketId = ticketId;
    this.message = message;
  }
}

/** The server has the reply. */
export class ReplySentEvent extends Event {
  static readonly type = 'isp-reply-sent';
  readonly ticketId: string;
  readonly replyId: string;
  /** The ticket's status as it now stands. */
  readonly status: string;

  constructor(ticketId: string, replyId: string, status: string) {
    super(ReplySentEvent.type, {bubbles: true, composed: true});
    this.ticketId = ticketId;
    this.replyId = replyId;
    this.status = status;
  }
}

declare global {
  interface HTMLElementEventMap {
    [TicketSelectEvent.type]: TicketSelectEvent;
    [NewTicketOpenEvent.type]: NewTicketOpenEvent;
    [NavigateEvent.type]: NavigateEvent;
    [TicketSubmitEvent.type]: TicketSubmitEvent;
    [TicketCreatedEvent.type]: TicketCreatedEvent;
    [ReplySubmitEvent.type]: ReplySubmitEvent;
    [ReplySentEvent.type]: ReplySentEvent;
  }
}
