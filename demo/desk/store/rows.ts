/** A place in a list ordered by time, then id. */
export interface Position {
  at: string;
  id: string;
}

export type AccountState = 'active' | 'no_tickets' | 'deleted';

export interface Subscriber {
  id: string;
  username: string;
  name: string;
  plan: string;
  town: string;
  state: AccountState;
  /** Number of changes visible to this subscriber: "since" compares versions instead of times. */
  version: number;
}

export interface Ticket {
  id: string;
  number: string;
  subscriberId: string;
  subject: string;
  description: string;
  category: string | null;
  priority: string | null;
  status: string;
  acceptsReplies: boolean;
  createdAt: string;
  /** When the customer pressed Send, by the clock of the device. For staff only; does not affect order or counts. */
  writtenAt: string | null;
  statusChangedAt: string | null;
  /** Time of the last reply the subscriber has seen. */
  readThrough: string | null;
  /** Since when the customer has been waiting for staff, or null. For staff only; see `turn.ts`. */
  waitingSince: string | null;
  /** Time of the last activity, including internal notes. Sorts the staff queue; never shown to a customer. */
  touchedAt: string;
  version: number;
}

export type AuthorKind = 'customer' | 'operator' | 'system';

export interface Reply {
  id: string;
  ticketId: string;
  authorKind: AuthorKind;
  authorName: string | null;
  message: string;
  isInternal: boolean;
  createdAt: string;
  /** As for a ticket. */
  writtenAt: string | null;
}

/** A reply as the ticket's subscriber may see it. */
export type CustomerReply = Omit<Reply, 'writtenAt'>;

/** A ticket as its subscriber may see it: counts and times are computed from public rows only. */
export interface CustomerTicket {
  id: string;
  number: string;
  subject: string;
  status: string;
  priority: string | null;
  category: string | null;
  acceptsReplies: boolean;
  createdAt: string;
  updatedAt: string;
  lastReplyAt: string | null;
  lastReplyBy: 'customer' | 'operator' | null;
  replyCount: number;
  unreadCount: number;
  readThrough: string | null;
  version: number;
}

export interface StaffTicket extends CustomerTicket {
  touchedAt: string;
  writtenAt: string | null;
  waitingSince: string | null;
  /** The author of the last public reply. The name is null for a customer, and for some automatic messages. */
  lastAuthorKind: AuthorKind | null;
  lastAuthorName: string | null;
  noteCount: number;
  subscriberId: string;
  username: string;
  customerName: string;
}
