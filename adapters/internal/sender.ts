import type {Transport, TransportRequest} from 'isp-support-elements';

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
