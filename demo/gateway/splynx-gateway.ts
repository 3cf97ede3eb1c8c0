import {splynxBackend} from '../../adapters/splynx.js';
import {serveBackend, serverTransport, verifyJwt, type GatewayOptions, type JwtCustomer} from '../../gateway/index.js';

/** The path of the API. */
export const splynxPath = '/api/2.0/';

/** The gateway in front of Splynx. `sub` of the portal's tokens is the ID of the customer there. */
export const splynxGateway = (
  origin: string,
  key: string,
  options: Partial<GatewayOptions<JwtCustomer>> = {},
): ((request: Request) => Promise<Response>) =>
  serveBackend({
    basePath: '/api',
    customer: verifyJwt({key}),
    backend: ({id}) => splynxBackend({customerId: id, apiKey: 'key', apiSecret: 'secret', timeZone: 'Asia/Kathmandu'}),
    transport: serverTransport({baseUrl: origin + splynxPath}),
    ...options,
  });

/** What an agent does in Splynx. */
export function splynxStaff(origin: string) {
  const send = async (method: string, path: string, body: object): Promise<void> => {
    const response = await fetch(`${origin}${splynxPath}admin/support/${path}`, {
      method,
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`Splynx has answered ${response.status}: ${await response.text()}`);
  };
  const write = (id: string, message: string, type: 'message' | 'note') =>
    send('POST', 'ticket-messages', {ticket_id: id, author_type: 'admin', message_type: type, message});
  return {
    async note(id: string, text: string): Promise<undefined> {
      await write(id, text, 'note');
    },
    reply: (id: string, text: string) => write(id, text, 'message'),
    resolve: (id: string) => send('PUT', `tickets/${id}`, {status_id: 3}),
  };
}
