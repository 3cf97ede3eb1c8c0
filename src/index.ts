export type {ReadOptions, TicketBackend, TicketQuery, WriteOptions} from './contract/backend.js';
export {defaultConfig, type Choice, type StatusChoice, type TicketConfig} from './contract/config.js';
export type {ReplyDraft, TicketDraft} from './contract/drafts.js';
export {SupportError, type SupportErrorCode, type SupportErrorInit} from './contract/errors.js';
export type {Author, Reply, ReplyPage} from './contract/reply.js';
export {
  LinkOpenEvent,
  ReadyEvent,
  SignInEvent,
  SupportErrorEvent,
  TokenExpiredEvent,
  UnreadChangeEvent,
} from './contract/session-events.js';
export type {ReplyReceipt, TicketDetail, TicketPage, TicketSummary} from './contract/ticket.js';
export {
  FilterChangeEvent,
  NavigateEvent,
  NewTicketOpenEvent,
  ReplySentEvent,
  ReplySubmitEvent,
  TicketCreatedEvent,
  TicketSelectEvent,
  TicketSubmitEvent,
  type SupportView,
} from './contract/ticket-events.js';
export type {TicketFilter} from './contract/ticket-filter.js';
export type {Persistence, SupportStorage} from './contract/storage.js';
export type {TokenProvider, TokenRequest} from './contract/token.js';
export type {TicketBackendFactory, Transport, TransportRequest, TransportResponse} from './contract/transport.js';
export type {UnreadTicket, Updates} from './contract/updates.js';
export type {HistoryMode} from './controllers/navigation/history-controller.js';
export {sessionContext, type ProvidedSession} from './controllers/session/session-context.js';
export type {ColorScheme} from './controllers/view/color-scheme-controller.js';
export {NewTicketElement} from './elements/new-ticket/new-ticket.js';
export {ReplyBannerElement} from './elements/reply-banner/reply-banner.js';
export {SupportElement} from './elements/support/support.js';
export {TicketListElement} from './elements/ticket-list/ticket-list.js';
export {TicketThreadElement} from './elements/ticket-thread/ticket-thread.js';
export type {MessageSource} from './i18n/locale.js';
export {registerLocale} from './i18n/registry.js';
export type {MessageKey, Messages, MessageTemplate} from './i18n/translator.js';
