import type {TicketBackend} from '../contract/backend.js';
import type {TicketConfig} from '../contract/config.js';
import type {SupportError} from '../contract/errors.js';
import type {Recipient} from './delivery.js';
import type {Pending, PendingReply, PendingTicket, Receipt} from './pending.js';
import type {Reachability} from './reachability.js';
import type {Resource} from './resource.js';
import type {TicketList} from './ticket-list.js';
import type {TicketThread} from './ticket-thread.js';

/** What is known of the server's side, as far as what is written shows in it. */
export interface Reading {
  readonly reachability: Reachability;
  readonly config: Resource<TicketConfig>;
  readonly tickets: TicketList;
  thread(ticketId: string): TicketThread;
}

/** What the outbox knows of the server: how something is sent, and how to find out what became of it. */
export class Server implements Recipient {
  readonly #backend: Pick<TicketBackend, 'createTicket' | 'addReply'>;
  readonly #known: Reading;
  readonly #signal: AbortSignal;
  /** Ids of what has arrived, and answers to an item already. */
  readonly #arrived = new Set<string>();

  constructor(backend: Pick<TicketBackend, 'createTicket' | 'addReply'>, known: Reading, signal: AbortSignal) {
    this.#backend = backend;
    this.#known = known;
    this.#signal = signal;
  }

  get obstacle(): SupportError | undefined {
    return this.#known.reachability.obstacle;
  }

  async send(item: Pending): Promise<Receipt> {
    return this.#noted(await (item.ticketId === null ? this.#open(item) : this.#reply(item)));
  }

  async find(item: Pending): Promise<Receipt | undefined> {
    const receipt = await (item.ticketId === null ? this.#findTicket(item) : this.#findReply(item));
    return receipt && this.#noted(receipt);
  }

  async promisesOnce(): Promise<boolean> {
    const {config} = this.#known;
    await (config.value ? undefined : config.refresh());
    if (!config.value) throw config.state.value.error as SupportError;
    return config.value.features.idempotentWrites;
  }

  #noted(receipt: Receipt): Receipt {
    this.#arrived.add((receipt.reply ?? receipt.ticket).id);
    return receipt;
  }

  async #open(item: PendingTicket): Promise<Receipt> {
    const {ticket} = await this.#backend.createTicket(item.draft, this.#writing(item));
    return {ticket};
  }

  async #reply(item: PendingReply): Promise<Receipt> {
    return this.#backend.addReply(item.ticketId, item.draft, this.#writing(item)).catch((error: unknown) => {
      // Where the ticket takes no replies any more, reading it again says so.
      if ((error as SupportError).code === 'conflict') void this.#known.thread(item.ticketId).reread();
      throw error;
    });
  }

  async #findTicket({draft, after}: PendingTicket): Promise<Receipt | undefined> {
    const {tickets} = this.#known;
    await tickets.reread();
    const {value, error} = tickets.state.value;
    if (error || !value) throw error as SupportError;
    const newer = value.rows.slice(0, value.rows.findIndex(({id}) => id === after) >>> 0);
    const ticket = newer.find(({id, subject}) => !this.#arrived.has(id) && isSame(subject, draft.subject));
    return ticket && {ticket};
  }

  async #findReply({ticketId, draft, after}: PendingReply): Promise<Receipt | undefined> {
    const thread = this.#known.thread(ticketId);
    await thread.reread();
    const {value, error} = thread.state.value;
    if (error || !value) throw error as SupportError;
    const newer = value.rows.slice(value.rows.findIndex(({id}) => id === after) + 1);
    const reply = newer.find(
      ({id, author, message}) => author.kind === 'customer' && !this.#arrived.has(id) && isSame(message, draft.message),
    );
    return reply && {ticket: value.ticket, reply};
  }

  #writing({key, at}: Pending): {idempotencyKey: string; writtenAt: string; signal: AbortSignal} {
    return {idempotencyKey: key, writtenAt: new Date(at).toISOString(), signal: this.#signal};
  }
}

/** Servers trim, and end lines in ways of their own. */
const isSame = (one: string, other: string): boolean => words(one) === words(other);

const words = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');
