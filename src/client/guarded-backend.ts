import type {ReadOptions, TicketBackend, TicketQuery, WriteOptions} from '../contract/backend.js';
import type {ReplyDraft, TicketDraft} from '../contract/drafts.js';
import type {ReplyPage} from '../contract/reply.js';
import {sortByCreation} from '../contract/rows.js';
import type {ReplyReceipt, TicketDetail, TicketPage} from '../contract/ticket.js';
import {absent, GuardedUpdates, type RequestHooks} from './guarded-updates.js';
import {publicDetail, publicReplies} from './internal-notes.js';

/** Holds tickets and their replies to the same rules as well: no internal note, and one order of rows. */
export class GuardedBackend extends GuardedUpdates implements Required<TicketBackend> {
  readonly #backend: TicketBackend;

  constructor(backend: TicketBackend, hooks: RequestHooks) {
    super(backend, {...hooks, listTickets: options => this.listTickets({cursor: null}, options)});
    this.#backend = backend;
  }

  async listTickets(query: TicketQuery, options: ReadOptions): Promise<TicketPage> {
    return this.ask(options, async () => {
      const page = await this.#backend.listTickets(query, options);
      const tickets = sortByCreation(page.tickets, 'newest first');
      return tickets === page.tickets ? page : {...page, tickets};
    });
  }

  async getTicket(ticketId: string, options: ReadOptions): Promise<TicketDetail> {
    return this.askOne(options, 'not_found', async () =>
      publicDetail(await this.#backend.getTicket(ticketId, options)),
    );
  }

  async listReplies(ticketId: string, query: {cursor: string}, options: ReadOptions): Promise<ReplyPage> {
    return this.askOne(options, 'not_found', async () => {
      const page = await (this.#backend.listReplies?.(ticketId, query, options) ?? absent());
      return {...page, replies: sortByCreation(publicReplies(page.replies), 'oldest first')};
    });
  }

  async createTicket(draft: TicketDraft, options: WriteOptions): Promise<TicketDetail> {
    return this.askOne(options, 'invalid', async () => publicDetail(await this.#backend.createTicket(draft, options)));
  }

  async addReply(ticketId: string, draft: ReplyDraft, options: WriteOptions): Promise<ReplyReceipt> {
    return this.askOne(options, 'conflict', () => this.#backend.addReply(ticketId, draft, options));
  }
}
