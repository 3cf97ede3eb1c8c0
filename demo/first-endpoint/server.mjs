import {createServer} from 'node:http';
import {jwtVerify} from 'jose';

const key = new TextEncoder().encode(process.env.PORTAL_KEY);

/** Replace it with a query. `customer` is the `sub` of the portal's token. */
const ticketsOf = async customer => [
  {
    id: '1',
    ticket_number: 'TKT-1',
    subject: `The first ticket of ${customer}`,
    status: 'open',
    priority: null,
    category: null,
    created_at: '2026-05-03T19:12:40Z',
    updated_at: '2026-05-03T19:12:40Z',
    last_reply_at: null,
    last_reply_by: null,
    reply_count: 0,
  },
];

const unauthenticated = {title: 'A valid token is needed', status: 401, error: 'A valid token is needed'};
const notServed = {title: 'Nothing is served here', status: 404, error: 'Nothing is served here'};

async function answer({method, url, headers}) {
  const token = headers.authorization?.replace(/^Bearer /, '') ?? '';
  const {payload} = await jwtVerify(token, key, {algorithms: ['HS256'], requiredClaims: ['sub', 'exp']});
  if (method !== 'GET' || new URL(url, 'http://any').pathname !== '/api/customer/tickets') return notServed;
  return {data: await ticketsOf(payload.sub), next_cursor: null};
}

createServer(async (request, response) => {
  const body = await answer(request).catch(() => unauthenticated);
  response.writeHead(body.status ?? 200, {
    'Content-Type': body.status ? 'application/problem+json' : 'application/json',
    'Cache-Control': 'no-store',
    ...(body.status === 401 && {'WWW-Authenticate': 'Bearer'}),
  });
  response.end(JSON.stringify(body));
}).listen(process.env.PORT ?? 8080, '127.0.0.1');
