import type {ChangeFeed} from './change-feed.js';
import type {TicketConfig} from './config.js';
import type {DeskStore} from './store/store.js';
import type {Tokens} from './tokens.js';

/** What every part of the desk works with. */
export interface DeskContext {
  store: DeskStore;
  tokens: Tokens;
  feed: ChangeFeed;
  config: TicketConfig;
  now: () => Date;
  newId: () => string;
  /** Milliseconds between comment lines of an event stream. The contract promises one every 25 seconds. */
  heartbeat: number;
}
