import {readAddedReply} from '../client/added-reply.js';
import {ticketOperations} from '../client/ticket-operations.js';
import {Mailbox} from './mailbox.js';
import type {Session} from './session.js';

/** Connects the mailbox of a session to its backend. */
export const createMailbox = (session: Session): Mailbox =>
  new Mailbox(session, session.connection.open(ticketOperations), readAddedReply);

/** The mailbox of a session. What imports this is not part of a bundle that has only the banner. */
export function mailboxOf(session: Session): Mailbox;
export function mailboxOf(session: Session | undefined): Mailbox | undefined;
export function mailboxOf(session: Session | undefined): Mailbox | undefined {
  return session?.mailbox(createMailbox);
}
