import type {OutboxItem, Receipt} from './outbox/outbox-item.js';

/** A message between the tabs of one customer. Each makes the receiver load the stored data again. */
export interface TabMessage {
  readonly sent?: {readonly item: OutboxItem; readonly receipt: Receipt};
  /** The key of an item that the customer has cancelled. */
  readonly cancelled?: string;
  readonly hasLoggedOut?: boolean;
}
