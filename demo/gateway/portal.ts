import {readFileSync} from 'node:fs';
import {SignJWT} from 'jose';

const file = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

interface PortalOptions {
  /** The gateway, whose path is `/api`. */
  readonly gateway: (request: Request) => Promise<Response>;
  /** What the portal signs tokens with. */
  readonly key: string;
  /** The customer that is signed in. */
  readonly customer: string;
  readonly now?: () => number;
}

/** A portal with one page, of one customer, on the origin of the gateway. */
export function portal({
  gateway,
  key,
  customer,
  now = Date.now,
}: PortalOptions): (request: Request) => Promise<Response> {
  const text = (body: string, type: string): Response => new Response(body, {headers: {'Content-Type': type}});
  return async request => {
    const {pathname} = new URL(request.url);
    if (pathname.startsWith('/api/')) return gateway(request);
    if (pathname === '/') return text(file('page.html'), 'text/html');
    if (pathname === '/page.js') return text(file('page.js'), 'text/javascript');
    if (pathname === '/isp-support.js') return text(file('../../dist/standalone/isp-support.js'), 'text/javascript');
    if (pathname !== '/token') return new Response('', {status: 404});
    const token = new SignJWT({sub: customer, exp: Math.floor(now() / 1000) + 900}).setProtectedHeader({alg: 'HS256'});
    return text(await token.sign(new TextEncoder().encode(key)), 'text/plain');
  };
}
