import {serveBackend, type Customer, type GatewayOptions} from '../../../gateway/index.js';
import {FakeHelpdesk} from './fake-backend.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- Tests assert on the values.
  readonly json: any;
}

type Headers_ = Readonly<Record<string, string>>;

/** A gateway in front of a fake helpdesk. The token is the ID of the customer. */
export function createGateway(options: Partial<GatewayOptions<Customer>> = {}) {
  const helpdesk = new FakeHelpdesk();
  const errors: unknown[] = [];
  const handle = serveBackend({
    customer(request) {
      const id = /^Bearer (.+)$/.exec(request.headers.get('Authorization') ?? '')?.[1];
      if (id === 'barred') throw {code: 'forbidden'};
      if (id === 'deleted') throw {code: 'gone'};
      return id === undefined || id === 'expired' ? null : {id};
    },
    backend: ({id}) => helpdesk.backendOf(id),
    basePath: '/api',
    now: () => helpdesk.now,
    onError: error => errors.push(error),
    ...options,
  });
  const call = async (
    who: string,
    method: string,
    path: string,
    {body, headers = {}}: {readonly body?: unknown; readonly headers?: Headers_} = {},
  ): Promise<Answer> => {
    const response = await handle(
      new Request(`https://desk.example/api/customer${path}`, {
        method,
        headers: {
          ...(who && {Authorization: `Bearer ${who}`}),
          ...(body !== undefined && {'Content-Type': 'application/json'}),
          ...headers,
        },
        ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
      }),
    );
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json');
    return {status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined};
  };
  const as = (who: string) => ({
    get: (path: string, headers: Headers_ = {}) => call(who, 'GET', path, {headers}),
    post: (path: string, body: unknown, headers: Headers_ = {}) => call(who, 'POST', path, {body, headers}),
    put: (path: string, body: unknown) => call(who, 'PUT', path, {body}),
  });
  return {helpdesk, errors, handle, call, as};
}

let keys = 0;
export const newKey = (): Headers_ => ({'Idempotency-Key': `"8e03978e-40d5-43dd-bc93-${++keys}"`});
