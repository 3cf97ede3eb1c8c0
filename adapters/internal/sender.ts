import type {SupportError, Transport, TransportRequest} from 'isp-support-elements';

/** A response whose body is not checked yet. */
export interface Answer {
  readonly headers: Headers;
  readonly body: unknown;
}

/** Sends requests with the options that all requests of an adapter have. */
export const senderOf =
  (transport: Transport, common: Partial<TransportRequest> = {}) =>
  (path: string, request: TransportRequest): Promise<Answer> =>
    transport.request(path, {...common, ...request});

/** The same with a key of staff: what the helpdesk forbids, it forbids to the operator, and not to the customer. */
export const staffSenderOf = (
  transport: Transport,
  common: Partial<TransportRequest> = {},
): ReturnType<typeof senderOf> => {
  const send = senderOf(transport, common);
  return (path, request) =>
    send(path, request).catch((error: unknown) => {
      const {code, status} = Object(error) as SupportError;
      throw code === 'forbidden' || code === 'gone' ? transport.error('unavailable', {status}) : error;
    });
};
