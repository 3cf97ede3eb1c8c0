import {readTolerantly} from '../contract/flaws.js';
import {isObject} from '../contract/primitives.js';
import {ReplyReceipt} from '../contract/ticket.js';
import {isAllowed} from './checked-backend.js';
import {receiptToWire} from './ticket-reads.js';

/**
 * Reads the reply that an event has, with its ticket. Returns undefined for an internal note, or if anything is wrong:
 * the ticket is requested then, so that no flaw need be reported.
 */
export function readAddedReply(ticketId: string, added: unknown): ReplyReceipt | undefined {
  const {output, flaws, fatal} = readTolerantly(ReplyReceipt, isObject(added) ? receiptToWire(added) : added);
  if (fatal || !flaws.every(isAllowed) || output.ticket.id !== ticketId || output.reply.isInternal) return undefined;
  return output;
}
