import type {SupportError, Transport} from 'isp-support-elements';

/**
 * Reads a ticket by the customer's own token. Many servers answer 403 for a ticket of another customer, which would say
 * that it exists, and that this account has no access to tickets at all.
 */
export const ownTicket = <Output>(transport: Transport, reading: Promise<Output>): Promise<Output> =>
  reading.catch((cause: unknown) => {
    if ((Object(cause) as SupportError).code === 'forbidden') throw transport.error('not_found', {status: 403});
    throw cause;
  });
