import {comparePositions, isBefore, newestFirst, oldestFirst} from './order.js';
import {customerTicketOf, publicRepliesOf, staffTicketOf} from './memory-view.js';
import type {MemoryTables} from './memory-tables.js';
import type {Reply, Ticket} from './rows.js';
import type {
  CustomerFilter,
  CustomerListQuery,
  DeskReads,
  ReplyQuery,
  StaffListQuery,
  WaitingListQuery,
} from './store.js';

const changesAtMost = 100;

export class MemoryReads implements DeskReads {
  constructor(protected readonly tables: MemoryTables) {}

  async subscribers() {
    return [...this.tables.subscribers.values()].sort((a, b) => (a.username < b.username ? -1 : 1));
  }

  async subscriber(id: string) {
    return this.tables.subscribers.get(id);
  }

  async customerTickets({limit, before, ...filter}: CustomerListQuery) {
    return this.#owned(filter)
      .filter(ticket => !before || isBefore({at: ticket.createdAt, id: ticket.id}, before))
      .sort(newestFirst(ticket => ticket.createdAt))
      .slice(0, limit)
      .map(ticket => this.#customerTicket(ticket));
  }

  async countCustomerTickets(filter: CustomerFilter) {
    return this.#owned(filter).length;
  }

  async customerTicket(subscriberId: string, ticketId: string) {
    const ticket = this.tables.tickets.get(ticketId);
    return ticket?.subscriberId === subscriberId ? this.#customerTicket(ticket) : undefined;
  }

  async description(ticketId: string) {
    return this.tables.tickets.get(ticketId)?.description ?? '';
  }

  async publicReplies(ticketId: string, {limit, before}: ReplyQuery) {
    return publicRepliesOf(this.#replies(ticketId))
      .filter(reply => !before || isBefore({at: reply.createdAt, id: reply.id}, before))
      .slice(-limit);
  }

  async publicReply(ticketId: string, replyId: string) {
    return publicRepliesOf(this.#replies(ticketId)).find(reply => reply.id === replyId);
  }

  async changes(subscriberId: string, since: number | null) {
    const version = this.tables.subscribers.get(subscriberId)?.version ?? 0;
    const tickets = this.#owned({subscriberId}).map(ticket => ({ticket, seen: this.#customerTicket(ticket)}));
    return {
      version,
      unread: tickets.reduce((sum, {seen}) => sum + seen.unreadCount, 0),
      tickets: tickets
        .filter(({ticket, seen}) => seen.unreadCount > 0 || ticket.version > (since ?? version))
        .map(({seen}) => seen)
        .sort(newestFirst(ticket => ticket.updatedAt))
        .slice(0, changesAtMost),
    };
  }

  async staffTickets({limit, before, status, search}: StaffListQuery) {
    const text = search?.toLowerCase() ?? '';
    return [...this.tables.tickets.values()]
      .filter(ticket => !status || ticket.status === status)
      .filter(ticket => !before || isBefore({at: ticket.touchedAt, id: ticket.id}, before))
      .map(ticket => this.#staffTicket(ticket))
      .filter(({number, subject, username}) => `${number}\n${subject}\n${username}`.toLowerCase().includes(text))
      .sort(newestFirst(ticket => ticket.touchedAt))
      .slice(0, limit);
  }

  async waitingTickets({limit, after}: WaitingListQuery) {
    return this.#waiting()
      .filter(({at, id}) => !after || isBefore(after, {at, id}))
      .sort(comparePositions)
      .slice(0, limit)
      .map(({ticket}) => this.#staffTicket(ticket));
  }

  async countWaitingTickets() {
    return this.#waiting().length;
  }

  async staffTicket(ticketId: string) {
    const ticket = this.tables.tickets.get(ticketId);
    return ticket && this.#staffTicket(ticket);
  }

  async allReplies(ticketId: string) {
    return [...this.#replies(ticketId)].sort(oldestFirst);
  }

  #owned({subscriberId, statuses, search = ''}: CustomerFilter) {
    const text = search.toLowerCase();
    return [...this.tables.tickets.values()].filter(
      ({number, subject, status, ...ticket}) =>
        ticket.subscriberId === subscriberId &&
        (!statuses || statuses.includes(status)) &&
        `${number}\n${subject}`.toLowerCase().includes(text),
    );
  }

  #waiting() {
    return [...this.tables.tickets.values()].flatMap(ticket =>
      ticket.waitingSince === null ? [] : [{at: ticket.waitingSince, id: ticket.id, ticket}],
    );
  }

  #replies(ticketId: string): readonly Reply[] {
    return this.tables.replies.get(ticketId) ?? [];
  }

  #customerTicket(ticket: Ticket) {
    return customerTicketOf(ticket, this.#replies(ticket.id));
  }

  #staffTicket(ticket: Ticket) {
    return staffTicketOf(ticket, this.#replies(ticket.id), this.tables.subscribers.get(ticket.subscriberId));
  }
}
