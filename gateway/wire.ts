import type {
  Reply,
  ReplyPage,
  ReplyReceipt,
  TicketConfig,
  TicketDetail,
  TicketPage,
  TicketSummary,
  Updates,
} from 'isp-support-elements';

/** Only the properties of the contract: whatever else a backend returns stays behind the gateway. */
export const ticketRow = (ticket: TicketSummary): object => ({
  id: ticket.id,
  ticket_number: ticket.number,
  subject: ticket.subject,
  status: ticket.status,
  priority: ticket.priority,
  category: ticket.category,
  created_at: ticket.createdAt,
  updated_at: ticket.updatedAt,
  last_reply_at: ticket.lastReplyAt,
  last_reply_by: ticket.lastReplyBy ?? null,
  reply_count: ticket.replyCount,
  ...(ticket.unreadCount !== null && {unread_count: ticket.unreadCount}),
});

export const replyRow = ({id, author, message, createdAt}: Reply): object => ({
  id,
  author: {kind: author.kind, name: author.name},
  message,
  created_at: createdAt,
});

export const ticketPage = ({tickets, nextCursor}: TicketPage): object => ({
  data: tickets.map(ticketRow),
  next_cursor: nextCursor,
});

export const replyPage = ({replies, earlierCursor}: ReplyPage): object => ({
  data: replies.map(replyRow),
  earlier_cursor: earlierCursor,
});

export const ticketDetail = ({ticket, description, canReply, replies, earlierCursor}: TicketDetail): object => ({
  ...ticketRow(ticket),
  description,
  can_reply: canReply,
  replies: replies.map(replyRow),
  replies_earlier_cursor: earlierCursor,
});

export const replyMade = ({reply, ticket}: ReplyReceipt): object => ({
  reply: replyRow(reply),
  ticket: ticketRow(ticket),
});

/** The token depends on nothing but what the customer can see. */
export const updatesBody = ({unread, tickets, pollAfter, version}: Updates, syncToken: string): object => ({
  unread,
  tickets: tickets.map(({id, number, subject, unreadCount}) => ({
    id,
    ...(number !== null && {ticket_number: number}),
    ...(subject !== null && {subject}),
    unread_count: unreadCount,
  })),
  sync_token: syncToken,
  ...(pollAfter && {poll_after: pollAfter}),
  ...(version && {version}),
});

/** Which features the gateway has with this backend. */
export interface Features {
  readonly updates: boolean;
  readonly mark_read: boolean;
  readonly realtime: boolean;
}

const choices = (...values: string[]): TicketConfig['categories'] =>
  values.map(value => ({value, label: null, hint: null}));

/** The built-in defaults of the elements. */
const defaults = {
  categories: choices('general', 'billing', 'connectivity', 'slow_speed', 'wifi', 'other'),
  priorities: choices('low', 'normal', 'high'),
  defaultCategory: 'general',
  defaultPriority: 'normal',
  subjectLimit: 200,
} as const;

const withoutNulls = (object: object = {}): object =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));

/** A limit below 1 is none, as for the elements. */
const isLimit = (value: unknown): boolean => Number(value) >= 1;

const withoutUnusableLimits = (config: Partial<TicketConfig>): object =>
  Object.fromEntries(Object.entries(config).filter(([name, value]) => !name.endsWith('Limit') || isLimit(value)));

/** What the gateway checks, and what the configuration says, with the defaults for what the backend leaves out. */
export const completeConfig = (config: Partial<TicketConfig>): Partial<TicketConfig> & typeof defaults => ({
  ...defaults,
  ...withoutNulls(withoutUnusableLimits(config)),
});

const choiceRows = (rows: TicketConfig['categories'] = []): object[] => rows.map(withoutNulls);

export function configBody(partial: Partial<TicketConfig>, features: Features): object {
  const config = completeConfig(partial);
  const {usualMinutes, openingHours, channels} = config.answers ?? {};
  const {solved, notSolved, anyUpdate} = config.quickReplies ?? {};
  return withoutNulls({
    contract: '1.1',
    categories: choiceRows(config.categories),
    priorities: choiceRows(config.priorities),
    statuses: choiceRows(config.statuses),
    default_category: config.defaultCategory,
    default_priority: config.defaultPriority,
    limits: withoutNulls({
      subject: config.subjectLimit,
      description: config.descriptionLimit,
      message: config.messageLimit,
    }),
    poll_after: config.pollAfter,
    operator_name: config.operatorName,
    contact: withoutNulls(config.contact),
    answers: withoutNulls({usual_minutes: usualMinutes, opening_hours: openingHours, channels}),
    quick_replies: withoutNulls({resolved_yes: solved, resolved_no: notSolved, any_update: anyUpdate}),
    features: {
      ...features,
      status_filter: config.features?.statusFilter ?? false,
      search: config.features?.search ?? false,
      attachments: false,
      // The receipts of the gateway are what makes them so.
      idempotent_writes: true,
    },
  });
}
