import type {TicketDraft} from './drafts.js';
import type {TicketFilter} from './ticket-filter.js';

/** Fired when the customer selects a ticket. Cancel it to show the ticket yourself. */
export class TicketSelectEvent extends Event {
  static readonly type = 'isp-ticket-select';
  /** ID of the selected ticket. */
  readonly ticketId: string;

  constructor(ticketId: string) {
    super(TicketSelectEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.ticketId = ticketId;
  }
}

/** Fired when the customer asks for the new-ticket form. Cancel it to show your own form. */
export class NewTicketOpenEvent extends Event {
  static readonly type = 'isp-new-ticket-open';
  /** Initial values of the form, such as the text of a reply that a closed ticket did not accept. */
  readonly prefill: Partial<TicketDraft>;

  constructor(prefill: Partial<TicketDraft> = {}) {
    super(NewTicketOpenEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.prefill = prefill;
  }
}

/** Fired when the customer filters or searches the list. */
export class FilterChangeEvent extends Event {
  static readonly type = 'isp-filter-change';
  /** The tickets that the list shows now. `search` is what the customer has typed. */
  readonly filter: TicketFilter;

  constructor(filter: TicketFilter) {
    super(FilterChangeEvent.type, {bubbles: true, composed: true});
    this.filter = filter;
  }
}

/** Fired before the view of the Support tab changes. Cancel it to route the customer yourself. */
export class NavigateEvent extends Event {
  static readonly type = 'isp-navigate';
  /** The next view. */
  readonly view: SupportView;
  /** ID of the ticket if `view` is `ticket`; otherwise the empty string. */
  readonly ticketId: string;

  constructor(view: SupportView, ticketId = '') {
    super(NavigateEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.view = view;
    this.ticketId = ticketId;
  }
}

/** A view of the Support tab. */
export type SupportView = 'list' | 'ticket' | 'new-ticket';

/** Fired when the customer presses *Create ticket*, before anything is sent. Cancel it to keep the text in the form. */
export class TicketSubmitEvent extends Event {
  static readonly type = 'isp-ticket-submit';
  /** The new ticket as the customer wrote it. */
  readonly draft: TicketDraft;

  constructor(draft: TicketDraft) {
    super(TicketSubmitEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.draft = draft;
  }
}

/** Fired when the server has accepted a new ticket. */
export class TicketCreatedEvent extends Event {
  static readonly type = 'isp-ticket-created';
  /** ID of the new ticket. */
  readonly ticketId: string;
  /** Number of the new ticket as shown to people, such as `TKT-2026-1234`. */
  readonly ticketNumber: string;

  constructor(ticketId: string, ticketNumber: string) {
    super(TicketCreatedEvent.type, {bubbles: true, composed: true});
    this.ticketId = ticketId;
    this.ticketNumber = ticketNumber;
  }
}

/** Fired when the customer presses *Send*, before anything is sent. Cancel it to keep the text in the reply box. */
export class ReplySubmitEvent extends Event {
  static readonly type = 'isp-reply-submit';
  /** ID of the ticket. */
  readonly ticketId: string;
  /** Text of the reply. */
  readonly message: string;

  constructor(ticketId: string, message: string) {
    super(ReplySubmitEvent.type, {bubbles: true, composed: true, cancelable: true});
    this.ticketId = ticketId;
    this.message = message;
  }
}

/** Fired when the server has accepted a reply. */
export class ReplySentEvent extends Event {
  static readonly type = 'isp-reply-sent';
  /** ID of the ticket. */
  readonly ticketId: string;
  /** ID of the new reply. */
  readonly replyId: string;
  /** Status of the ticket after the reply, such as `open`. */
  readonly status: string;

  constructor(ticketId: string, replyId: string, status: string) {
    super(ReplySentEvent.type, {bubbles: true, composed: true});
    this.ticketId = ticketId;
    this.replyId = replyId;
    this.status = status;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [TicketSelectEvent.type]: TicketSelectEvent;
    [NewTicketOpenEvent.type]: NewTicketOpenEvent;
    [FilterChangeEvent.type]: FilterChangeEvent;
    [NavigateEvent.type]: NavigateEvent;
    [TicketSubmitEvent.type]: TicketSubmitEvent;
    [TicketCreatedEvent.type]: TicketCreatedEvent;
    [ReplySubmitEvent.type]: ReplySubmitEvent;
    [ReplySentEvent.type]: ReplySentEvent;
  }
}
