import type {TicketBackend} from '../../src/contract/backend.js';
import {SupportError} from '../../src/contract/errors.js';

/** A backend with the methods that a test needs. All others reject with `not_found`. */
export function stubBackend(methods: Partial<TicketBackend>): Required<TicketBackend> {
  const notFound = (): Promise<never> => Promise.reject(new SupportError('not_found'));
  return {
    getConfig: notFound,
    listTickets: notFound,
    getTicket: notFound,
    listReplies: notFound,
    createTicket: notFound,
    addReply: notFound,
    getUpdates: notFound,
    markRead: notFound,
    listen: notFound,
    ...methods,
  };
}

/** A function that returns the answers in order and records its arguments. */
export function answerSequence<Argument, Answer>(...answers: readonly (Answer | Promise<Answer> | Error)[]) {
  const calls: Argument[] = [];
  const ask = async (argument: Argument): Promise<Answer> => {
    calls.push(argument);
    const answer = answers[calls.length - 1];
    if (answer === undefined) throw new Error(`Unexpected call number ${calls.length}`);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return {calls, ask};
}

export const newSignal = (): AbortSignal => new AbortController().signal;
