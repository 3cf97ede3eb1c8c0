import type {Row} from './database.js';
import type {CustomerReply, CustomerTicket, Reply, StaffTicket, Subscriber} from './rows.js';
import type {Receipt} from './store.js';

const text = (row: Row, name: string) => String(row[name]);
const textOrNull = (row: Row, name: string) => (row[name] == null ? null : String(row[name]));
const time = (row: Row, name: string) => (row[name] as Date).toISOString();
const timeOrNull = (row: Row, name: string) => (row[name] == null ? null : time(row, name));

export const subscriberOf = (row: Row): Subscriber => ({
  id: text(row, 'id'),
  username: text(row, 'username'),
  name: text(row, 'name'),
  plan: text(row, 'plan'),
  town: text(row, 'town'),
  state: text(row, 'state') as Subscriber['state'],
  version: Number(row['version']),
});

export const customerTicketOf = (row: Row): CustomerTicket => ({
  id: text(row, 'id'),
  number: text(row, 'number'),
  subject: text(row, 'subject'),
  status: text(row, 'status'),
  priority: textOrNull(row, 'priority'),
  category: textOrNull(row, 'category'),
  acceptsReplies: row['accepts_replies'] === true,
  createdAt: time(row, 'created_at'),
  updatedAt: time(row, 'updated_at'),
  lastReplyAt: timeOrNull(row, 'last_reply_at'),
  lastReplyBy: textOrNull(row, 'last_reply_by') as CustomerTicket['lastReplyBy'],
  replyCount: Number(row['reply_count']),
  unreadCount: Number(row['unread_count']),
  readThrough: timeOrNull(row, 'read_through'),
  version: Number(row['version']),
});

export const staffTicketOf = (row: Row): StaffTicket => ({
  ...customerTicketOf(row),
  touchedAt: time(row, 'touched_at'),
  writtenAt: timeOrNull(row, 'written_at'),
  waitingSince: timeOrNull(row, 'waiting_since'),
  lastAuthorKind: textOrNull(row, 'last_author_kind') as StaffTicket['lastAuthorKind'],
  lastAuthorName: textOrNull(row, 'last_author_name'),
  noteCount: Number(row['note_count']),
  subscriberId: text(row, 'subscriber_id'),
  username: text(row, 'username'),
  customerName: text(row, 'customer_name'),
});

export const customerReplyOf = (row: Row): CustomerReply => ({
  id: text(row, 'id'),
  ticketId: text(row, 'ticket_id'),
  authorKind: text(row, 'author_kind') as Reply['authorKind'],
  authorName: textOrNull(row, 'author_name'),
  message: text(row, 'message'),
  isInternal: row['is_internal'] === true,
  createdAt: time(row, 'created_at'),
});

export const replyOf = (row: Row): Reply => ({
  ...customerReplyOf(row),
  writtenAt: timeOrNull(row, 'written_at'),
});

export const receiptOf = (row: Row): Receipt => ({
  subscriberId: text(row, 'subscriber_id'),
  key: text(row, 'key'),
  fingerprint: text(row, 'fingerprint'),
  answer: text(row, 'answer'),
  createdAt: time(row, 'created_at'),
});

/** A row with the column names of the database. */
export const toColumns = (row: object): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`), value]),
  );
