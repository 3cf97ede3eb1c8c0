import {whmcsBackend} from '../../adapters/whmcs.js';
import {serveBackend, serverTransport, verifyJwt, type GatewayOptions, type JwtCustomer} from '../../gateway/index.js';

/** The path of the API. */
export const whmcsPath = '/includes/';

const credentials = {identifier: 'id', secret: 'secret'};

/** The gateway in front of WHMCS. `sub` of the portal's tokens is the ID of the client there. */
export const whmcsGateway = (
  origin: string,
  key: string,
  options: Partial<GatewayOptions<JwtCustomer>> = {},
): ((request: Request) => Promise<Response>) =>
  serveBackend({
    basePath: '/api',
    customer: verifyJwt({key}),
    backend: ({id}) => whmcsBackend({customerId: id, ...credentials, departmentId: '2', timeZone: 'Asia/Kathmandu'}),
    transport: serverTransport({baseUrl: origin + whmcsPath}),
    ...options,
  });

/** What an agent does in WHMCS. Its tickets have no status that means resolved. */
export function whmcsStaff(origin: string) {
  const call = async (parameters: Readonly<Record<string, string>>): Promise<void> => {
    const body = new URLSearchParams({...credentials, responsetype: 'json', ...parameters});
    const response = await fetch(`${origin}${whmcsPath}api.php`, {method: 'POST', body});
    const {result, message} = (await response.json()) as {result: string; message?: string};
    if (result !== 'success') throw new Error(`WHMCS has answered: ${message}`);
  };
  return {
    async note(id: string, message: string): Promise<undefined> {
      await call({action: 'AddTicketNote', ticketid: id, message});
    },
    reply: (id: string, message: string) =>
      call({action: 'AddTicketReply', ticketid: id, adminusername: 'anna', message}),
  };
}
