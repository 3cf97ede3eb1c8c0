/** A message as a helpdesk stores it. */
export interface StoredReply {
  readonly id: number;
  readonly by: 'customer' | 'staff' | 'note';
  readonly text: string;
  readonly at: Date;
}

/** A ticket as a helpdesk stores it. */
export interface StoredTicket {
  readonly id: number;
  readonly customerId: string;
  readonly subject: string;
  /** The description. Some helpdesks get it after the ticket. */
  text: string;
  readonly at: Date;
  /** `open`: the customer has written last, and not for the first time. */
  status: 'new' | 'open' | 'answered' | 'resolved';
  readonly replies: StoredReply[];
}

/** What a fixture of a helpdesk stores. */
export interface HelpdeskStore {
  /** Names of the customers by their ID. */
  readonly customers: Readonly<Record<string, string>>;
  /** The newest first. */
  readonly tickets: readonly StoredTicket[];
  addTicket(customerId: string, subject: string, text: string): StoredTicket;
  addReply(ticket: StoredTicket, by: StoredReply['by'], text: string): StoredReply;
}

export const ticketIn = ({tickets}: Pick<HelpdeskStore, 'tickets'>, id: unknown): StoredTicket | undefined =>
  tickets.find(ticket => String(ticket.id) === String(id));

const statusAfter = {customer: 'open', staff: 'answered'} as const;

/** A store in memory. */
export function memoryStore(customers: Readonly<Record<string, string>>): HelpdeskStore {
  const tickets: StoredTicket[] = [];
  let ids = 1000;
  return {
    customers,
    tickets,
    addTicket(customerId, subject, text) {
      const ticket: StoredTicket = {
        ...{id: ++ids, customerId, subject, text},
        ...{at: new Date(), status: 'new', replies: []},
      };
      tickets.unshift(ticket);
      return ticket;
    },
    addReply(ticket, by, text) {
      const reply = {id: ++ids, by, text, at: new Date()};
      ticket.replies.push(reply);
      if (by !== 'note') ticket.status = statusAfter[by];
      return reply;
    },
  };
}
