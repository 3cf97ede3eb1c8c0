import type {CustomerReply, CustomerTicket, Position, Reply, StaffTicket, Subscriber, Ticket} from './rows.js';

/** Which tickets of a customer. */
export interface CustomerFilter {
  subscriberId: string;
  statuses?: readonly string[] | undefined;
  /** Part of the number or the subject. Case does not matter. */
  search?: string | undefined;
}

export interface CustomerListQuery extends CustomerFilter {
  limit: number;
  before?: Position | undefined;
}

export interface StaffListQuery {
  limit: number;
  before?: Position | undefined;
  status?: string | undefined;
  search?: string | undefined;
}

export interface WaitingListQuery {
  limit: number;
  after?: Position | undefined;
}

export interface ReplyQuery {
  limit: number;
  before?: Position | undefined;
}

export interface Changes {
  version: number;
  unread: number;
  tickets: CustomerTicket[];
}

/** A completed write, stored so that the same Idempotency-Key gets the same answer. */
export interface Receipt {
  subscriberId: string;
  key: string;
  fingerprint: string;
  answer: string;
  createdAt: string;
}

export interface SeedRows {
  subscribers: Subscriber[];
  tickets: Ticket[];
  replies: Reply[];
  numbers: {year: number; last: number}[];
}

export interface DeskReads {
  subscribers(): Promise<Subscriber[]>;
  subscriber(id: string): Promise<Subscriber | undefined>;

  /** Newest first. */
  customerTickets(query: CustomerListQuery): Promise<CustomerTicket[]>;
  countCustomerTickets(filter: CustomerFilter): Promise<number>;
  customerTicket(subscriberId: string, ticketId: string): Promise<CustomerTicket | undefined>;
  /** Read separately, because it can have megabytes. */
  description(ticketId: string): Promise<string>;
  /** The newest public replies before a position, oldest first. */
  publicReplies(ticketId: string, query: ReplyQuery): Promise<CustomerReply[]>;
  publicReply(ticketId: string, replyId: string): Promise<CustomerReply | undefined>;
  /** Tickets with unread replies or changes after a version. Newest activity first, at most a hundred. */
  changes(subscriberId: string, since: number | null): Promise<Changes>;

  /** Newest activity first. */
  staffTickets(query: StaffListQuery): Promise<StaffTicket[]>;
  /** Tickets on which a customer is waiting for staff, longest wait first. */
  waitingTickets(query: WaitingListQuery): Promise<StaffTicket[]>;
  countWaitingTickets(): Promise<number>;
  staffTicket(ticketId: string): Promise<StaffTicket | undefined>;
  /** Public replies and internal notes, oldest first. */
  allReplies(ticketId: string): Promise<Reply[]>;
}

export type TicketPatch = Partial<
  Pick<
    Ticket,
    'status' | 'statusChangedAt' | 'acceptsReplies' | 'readThrough' | 'waitingSince' | 'touchedAt' | 'version'
  >
>;

/** One transaction: all of its writes become visible, or none. */
export interface DeskWrites extends DeskReads {
  /** Blocks other writes for this subscriber until the transaction ends. */
  lockSubscriber(subscriberId: string): Promise<void>;
  nextVersion(subscriberId: string): Promise<number>;
  nextNumber(year: number): Promise<number>;
  insertTicket(ticket: Ticket): Promise<void>;
  insertReply(reply: Reply): Promise<void>;
  updateTicket(ticketId: string, patch: TicketPatch): Promise<void>;
  setAccountState(subscriberId: string, state: Subscriber['state']): Promise<void>;

  receipt(subscriberId: string, key: string): Promise<Receipt | undefined>;
  saveReceipt(receipt: Receipt): Promise<void>;
  deleteReceiptsBefore(time: string): Promise<void>;

  load(rows: SeedRows): Promise<void>;
}

export interface DeskStore extends DeskReads {
  write<T>(work: (writes: DeskWrites) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
