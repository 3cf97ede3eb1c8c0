import {requestTrackerBackend} from '../../adapters/request-tracker.js';
import {serveBackend, serverTransport, verifyJwt, type GatewayOptions, type JwtCustomer} from '../../gateway/index.js';
import type {RunningRequestTracker} from './request-tracker.js';

type Connection = Pick<RunningRequestTracker, 'url' | 'tokens'>;

const category = (value: string) => ({value, label: null, hint: null});

/** The gateway in front of Request Tracker. `sub` of the portal's tokens is the name or the address of the customer. */
export const requestTrackerGateway = (
  {url, tokens}: Connection,
  key: string,
  options: Partial<GatewayOptions<JwtCustomer>> = {},
): ((request: Request) => Promise<Response>) =>
  serveBackend({
    basePath: '/api',
    customer: verifyJwt({key}),
    backend: customer =>
      requestTrackerBackend({
        requestor: customer.id,
        account: 'portal',
        queue: 'General',
        categoryField: 'Category',
        lockedStatuses: ['rejected'],
        config: {categories: ['general', 'billing', 'connectivity'].map(category)},
      }),
    transport: serverTransport({baseUrl: url, token: tokens.portal}),
    // The adapter's counts and times are those of the correspondence.
    counts: 'backend',
    ...options,
  });

/** What an agent does in Request Tracker. */
export function requestTrackerStaff({url, tokens}: Connection) {
  const send = async (method: string, path: string, body: object): Promise<void> => {
    const response = await fetch(`${url}/${path}`, {
      method,
      headers: {Authorization: `token ${tokens.anna}`, 'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`Request Tracker has answered ${response.status}: ${await response.text()}`);
  };
  return {
    async note(id: string, text: string): Promise<undefined> {
      await send('POST', `ticket/${id}/comment`, {Content: text, ContentType: 'text/plain'});
    },
    reply: (id: string, text: string, type = 'text/plain') =>
      send('POST', `ticket/${id}/correspond`, {Content: text, ContentType: type}),
    lock: (id: string) => send('PUT', `ticket/${id}`, {Status: 'rejected'}),
    resolve: (id: string) => send('PUT', `ticket/${id}`, {Status: 'resolved'}),
  };
}
