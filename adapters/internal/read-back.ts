import type {ReadOptions, ReplyReceipt, TicketDetail, Transport} from 'isp-support-elements';

import {sentReply} from './thread.js';

/**
 * Reads what was written. What was sent has arrived, so that a failure here is `uncertain`: nothing may be sent again
 * without a look at the ticket.
 */
export async function readBack<Output>(
  transport: Transport,
  {signal}: ReadOptions,
  read: () => Promise<Output>,
): Promise<Output> {
  try {
    return await read();
  } catch (cause) {
    signal.throwIfAborted();
    throw transport.error('uncertain', {cause});
  }
}

/**
 * The reply that was sent, with the ticket as it is then: the reply may have changed the status, and some servers
 * answer without having stored it.
 */
export const storedReply = (
  transport: Transport,
  options: ReadOptions,
  message: string,
  read: () => Promise<TicketDetail>,
  find = sentReply,
): Promise<ReplyReceipt> =>
  readBack(transport, options, async () => {
    const {ticket, replies} = await read();
    const reply = find(replies, message);
    if (!reply) throw transport.error('bad_response', {path: 'replies', reason: 'no reply of the customer'});
    return {reply, ticket};
  });
