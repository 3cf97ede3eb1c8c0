import type {Reply, TicketBackend, TicketConfig, TicketDetail, TicketSummary} from 'isp-support-elements';

type FakeTicket = Omit<TicketDetail, 'replies' | 'earlierCursor' | 'canReply'> & {replies: Reply[]; canReply: boolean};

/** A helpdesk with the tickets of several customers, which counts internal notes as careless ones do. */
export class FakeHelpdesk {
  now = Date.parse('2026-05-03T12:00:00Z');
  /** Replies in one page of a thread. */
  pageSize = 100;
  config: Partial<TicketConfig> = {};
  /** The version of the updates. */
  version: string | null = null;
  readonly calls: string[] = [];
  readonly #tickets = new Map<string, FakeTicket[]>();
  #ids = 0;
  /** Called before and after each write. */
  onWrite: (when: 'before' | 'after') => Promise<void> | void = () => {};

  backendOf(customerId: string): TicketBackend {
    const tickets = this.#of(customerId);
    const find = (id: string): FakeTicket => {
      const ticket = tickets.find(each => each.ticket.id === id);
      if (!ticket) throw {code: 'not_found'};
      return ticket;
    };
    const page = (all: readonly Reply[], end: number) => {
      const start = Math.max(0, end - this.pageSize);
      return {replies: all.slice(start, end), earlierCursor: start > 0 ? String(start) : null};
    };
    const detail = (found: FakeTicket): TicketDetail => ({
      ...structuredClone(found),
      ...page(found.replies, found.replies.length),
    });
    return {
      getConfig: async () => this.config,
      listTickets: async ({cursor}) => {
        if (cursor !== null) throw {code: 'invalid', refusesCursor: true};
        this.calls.push('listTickets');
        return {tickets: tickets.map(({ticket}) => structuredClone(ticket)), nextCursor: null};
      },
      getTicket: async id => {
        this.calls.push('getTicket');
        return detail(find(id));
      },
      listReplies: async (id, {cursor}) => page(find(id).replies, Number(cursor)),
      createTicket: async draft => {
        this.calls.push('createTicket');
        await this.onWrite('before');
        const ticket = this.add(customerId, draft.subject, draft.description);
        await this.onWrite('after');
        return detail(find(ticket.id));
      },
      addReply: async (id, {message}) => {
        this.calls.push('addReply');
        const found = find(id);
        if (!found.canReply) throw {code: 'conflict', serverMessage: 'This ticket is locked.'};
        await this.onWrite('before');
        const reply = this.#write(found, {kind: 'customer', name: null}, message, false);
        await this.onWrite('after');
        return {reply, ticket: structuredClone(found.ticket)};
      },
      getUpdates: async () => {
        const unread = tickets.map(({ticket}) => ticket).filter(({unreadCount}) => unreadCount);
        const rows = unread.map(({id, number, subject, unreadCount}) => ({
          id,
          number,
          subject,
          unreadCount: unreadCount ?? 0,
        }));
        return {
          unread: rows.reduce((sum, {unreadCount}) => sum + unreadCount, 0),
          tickets: rows,
          pollAfter: null,
          version: this.version,
        };
      },
      markRead: async id => {
        Object.assign(find(id).ticket, {unreadCount: 0});
      },
    };
  }

  add(customerId: string, subject = 'Slow', description = 'Since Monday'): TicketSummary {
    const id = String(++this.#ids);
    const time = this.#tick();
    const ticket: TicketSummary = {
      id,
      number: `TKT-${id}`,
      subject,
      status: 'open',
      priority: 'normal',
      category: 'general',
      createdAt: time,
      updatedAt: time,
      lastReplyAt: null,
      lastReplyBy: null,
      replyCount: 0,
      unreadCount: 0,
    };
    this.#of(customerId).unshift({ticket, description, canReply: true, replies: []});
    return ticket;
  }

  answer(customerId: string, ticketId: string, message: string, isInternal = false): Reply {
    return this.#write(this.#find(customerId, ticketId), {kind: 'operator', name: 'Anna'}, message, isInternal);
  }

  lock(customerId: string, ticketId: string): void {
    this.#find(customerId, ticketId).canReply = false;
  }

  resolve(customerId: string, ticketId: string): void {
    Object.assign(this.#find(customerId, ticketId).ticket, {status: 'resolved'});
  }

  texts(customerId: string): readonly string[] {
    return this.#of(customerId).flatMap(({ticket, replies}) => [
      ticket.subject,
      ...replies.map(({message}) => message),
    ]);
  }

  #of(customerId: string): FakeTicket[] {
    const tickets = this.#tickets.get(customerId) ?? [];
    this.#tickets.set(customerId, tickets);
    return tickets;
  }

  #find = (customerId: string, id: string): FakeTicket => this.#of(customerId).find(each => each.ticket.id === id)!;

  #write({ticket, replies}: FakeTicket, author: Reply['author'], message: string, isInternal: boolean): Reply {
    const createdAt = this.#tick();
    const reply = {id: String(++this.#ids), author, message, createdAt, isInternal};
    replies.push(reply);
    if (author.kind === 'customer') Object.assign(ticket, {status: 'open'});
    Object.assign(ticket, {
      updatedAt: createdAt,
      lastReplyAt: createdAt,
      lastReplyBy: author.kind,
      replyCount: replies.length,
      unreadCount: author.kind === 'customer' ? 0 : ticket.unreadCount! + 1,
    });
    return reply;
  }

  #tick(): string {
    return new Date((this.now += 1000)).toISOString();
  }
}
