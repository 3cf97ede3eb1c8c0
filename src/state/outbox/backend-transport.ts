import type {TicketBackend} from '../../contract/backend.js';
import type {TicketConfig} from '../../contract/config.js';
import type {SupportError} from '../../contract/errors.js';
import {Arrivals, type Readable} from './reconcile.js';
import type {Recipient} from './delivery.js';
import type {Pending, PendingReply, PendingTicket, Receipt} from './outbox-item.js';
import type {Reachability} from '../reachability.js';
import type {Resource} from '../cache/resource.js';

/** What is known of the server's side, as far as what is written shows in it. */
export interface Reading extends Readable {
  readonly reachability: Reachability;
  readonly config: Resource<TicketConfig>;
  end(): void;
}

/** What the outbox knows of the server: how something is sent, and how to find out what became of it. */
export class Server implements Recipient {
  readonly #backend: Pick<TicketBackend, 'createTicket' | 'addReply'>;
  readonly #known: Reading;
  readonly #signal: AbortSignal;
  readonly #arrivals: Arrivals;

  constructor(backend: Pick<TicketBackend, 'createTicket' | 'addReply'>, known: Reading, signal: AbortSignal) {
    this.#backend = backend;
    this.#known = known;
    this.#signal = signal;
    this.#arrivals = new Arrivals(known);
  }

  get obstacle(): SupportError | undefined {
    return this.#known.reachability.obstacle;
  }

  async send(item: Pending): Promise<Receipt> {
    return this.#noted(await (item.ticketId === null ? this.#open(item) : this.#reply(item)));
  }

  async find(item: Pending): Promise<Receipt | undefined> {
    const receipt = await (item.ticketId === null ? this.#arrivals.ticket(item) : this.#arrivals.reply(item));
    return receipt && this.#noted(receipt);
  }

  async promisesOnce(): Promise<boolean> {
    const {config} = this.#known;
    await (config.value ? undefined : config.refresh());
    if (!config.value) throw config.state.value.error as SupportError;
    return config.value.features.idempotentWrites;
  }

  #noted(receipt: Receipt): Receipt {
    this.#arrivals.note((receipt.reply ?? receipt.ticket).id);
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

  #writing({key, at}: Pending): {idempotencyKey: string; writtenAt: string; signal: AbortSignal} {
    return {idempotencyKey: key, writtenAt: new Date(at).toISOString(), signal: this.#signal};
  }
}
