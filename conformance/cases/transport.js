import {check, checkStatus, Client, shown} from '../client.js';

const cors = 'docs/servers.md#other-requirements-of-clients-on-slow-or-unreliable-connections';
const caches = 'docs/openapi.yaml#/info/description';
const events = 'docs/openapi.yaml#/paths/~1customer~1ticket-events/get';

const requested = 'authorization,content-type,if-none-match,idempotency-key,accept-language,last-event-id';
const exposed = ['ETag', 'Location', 'Retry-After', 'Date', 'X-Request-Id', 'WWW-Authenticate', 'Idempotent-Replayed'];

const namesIn = text => (text ?? '').split(',').map(name => name.trim().toLowerCase());

function checkAllowed({headers}, origin) {
  const allowed = headers.get('Access-Control-Allow-Origin');
  check(['*', origin].includes(allowed), `Access-Control-Allow-Origin is ${shown(allowed)}`);
}

export const cases = [
  {
    id: 'cors.preflight',
    name: 'A preflight request needs no token, and allows Authorization by name',
    see: cors,
    async run({base, origin}) {
      for (const method of ['GET', 'POST', 'PUT']) {
        const response = await new Client(base).send('OPTIONS', '/tickets', {
          headers: {
            Origin: origin,
            'Access-Control-Request-Method': method,
            'Access-Control-Request-Headers': requested,
          },
        });
        check(response.status < 300, `the status was ${response.status}`);
        checkAllowed(response, origin);
        const allowed = namesIn(response.headers.get('Access-Control-Allow-Headers'));
        const missing = requested.split(',').filter(name => !allowed.includes(name));
        check(missing.length === 0, `Access-Control-Allow-Headers lacks ${missing.join(', ')}`);
      }
    },
  },
  {
    id: 'cors.success',
    name: 'Responses may be read by the portal, with all headers that the elements use',
    see: cors,
    async run({me, origin}) {
      const response = await me.get('/tickets', {Origin: origin});
      checkStatus(response, 200);
      checkAllowed(response, origin);
      const names = namesIn(response.headers.get('Access-Control-Expose-Headers'));
      const missing = exposed.filter(name => !names.includes(name.toLowerCase()));
      check(missing.length === 0, `Access-Control-Expose-Headers lacks ${missing.join(', ')}`);
    },
  },
  {
    id: 'cors.failure',
    name: 'Failures may be read by the portal too: else a 401 looks like a broken connection',
    see: cors,
    run: async ({base, origin}) => checkAllowed(await new Client(base).get('/tickets', {Origin: origin}), origin),
  },
  {
    id: 'caches.no-store',
    name: 'No response may be stored on the disk of a shared device',
    see: caches,
    async run({me}) {
      for (const path of ['/tickets', '/ticket-config']) {
        const {headers} = await me.get(path);
        const value = headers.get('Cache-Control');
        check(/no-store/.test(value ?? ''), `Cache-Control of ${path} is ${shown(value)}`);
      }
    },
  },
  {
    id: 'events.comment',
    name: 'An event stream begins with a line at once, or within 25 seconds',
    see: events,
    async run({me}) {
      const aborter = new AbortController();
      const timer = setTimeout(() => aborter.abort(new Error('no line came within 25 seconds')), 25_000);
      try {
        for await (const line of me.lines('/ticket-events', aborter.signal)) if (line) break;
      } finally {
        clearTimeout(timer);
        aborter.abort();
      }
    },
  },
];
