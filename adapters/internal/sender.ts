import type {SupportError, Transport, TransportRequest} from 'isp-support-elements';

/** A response whose body is not checked yet. */
export interface Answer {
  readonly headers: Headers;
  readonly body: unknown;
}

/**
 * Sends requests with the options that all requests of an adapter have. A text in place of JSON, such as the page of a
 * firewall or of a sign-in, is no answer of the helpdesk, whatever its status.
 */
export const senderOf =
  (transport: Transport, common: Partial<TransportRequest> = {}) =>
  async (path: string, request: TransportRequest): Promise<Answer> => {
    const answer: Answer = await transport.request(path, {...common, ...request});
    if (typeof answer.body !== 'string' || answer.body === '') return answer;
    throw transport.error('bad_response', {path: 'body', reason: 'not JSON'});
  };

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
