import type {ChangeFeed} from './change-feed.js';
import type {DeskConfig} from './config.js';
import type {DeskStore} from './store/store.js';
import type {Tokens} from './tokens.js';

/** The dependencies of every part of the desk. */
export interface DeskContext {
  store: DeskStore;
  tokens: Tokens;
  feed: ChangeFeed;
  config: DeskConfig;
  now: () => Date;
  newId: () => string;
  /** Milliseconds between the comment lines of an event stream. The contract requires one every 25 seconds. */
  heartbeat: number;
}
