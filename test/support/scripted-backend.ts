import type {TicketBackend} from '../../src/contract/backend.js';
import {SupportError} from '../../src/contract/errors.js';

/** A backend of which a test writes what it needs; the rest is not there. */
export function backendWith(methods: Partial<TicketBackend>): Required<TicketBackend> {
  const absent = (): Promise<never> => Promise.reject(new SupportError('not_found'));
  return {
    getConfig: absent,
    listTickets: absent,
    getTicket: absent,
    listReplies: absent,
    createTicket: absent,
    addReply: absent,
    getUpdates: absent,
    markRead: absent,
    listen: absent,
    ...methods,
  };
}

/** Answers one after the other, and keeps what it was asked. */
export function inTurn<Argument, Answer>(...answers: readonly (Answer | Promise<Answer> | Error)[]) {
  const asked: Argument[] = [];
  const ask = async (argument: Argument): Promise<Answer> => {
    asked.push(argument);
    const answer = answers[asked.length - 1];
    if (answer === undefined) throw new Error(`Nobody expected to be asked ${asked.length} times`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return {asked, ask};
}

export const aSignal = (): AbortSignal => new AbortController().signal;
