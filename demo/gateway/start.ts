// `npm run start:gateway`: a portal, the gateway, and Request Tracker 5 behind it, or with `-- splynx` or `-- whmcs` a
// fixture of one of these.
import {randomBytes} from 'node:crypto';
import {fileURLToPath} from 'node:url';
import {serve} from '@hono/node-server';
import {ensureBuilt} from '../build.js';
import {isFixture, openFixture} from './fixture-portal.js';
import {portal} from './portal.js';
import {requestTrackerGateway} from './request-tracker-gateway.js';
import {startRequestTracker, whyNoRequestTracker} from './request-tracker.js';

async function openRequestTracker(key: string) {
  const reason = whyNoRequestTracker();
  if (reason) throw new Error(`Request Tracker 5 is not here: ${reason}`);
  console.log('Starting Request Tracker 5. The first time, it is set up.');
  const rt = await startRequestTracker(fileURLToPath(new URL('../.data/request-tracker', import.meta.url)));
  return {
    gateway: requestTrackerGateway(rt, key),
    customer: 'lena',
    notice: `Request Tracker (root, password): ${new URL(rt.url).origin}`,
  };
}

const [name = 'request-tracker'] = process.argv.slice(2);
if (name !== 'request-tracker' && !isFixture(name)) {
  throw new Error(`There is no ${name} here: request-tracker, splynx or whmcs.`);
}
ensureBuilt();
const key = randomBytes(32).toString('hex');
const {notice, ...opened} = isFixture(name) ? await openFixture(name, key) : await openRequestTracker(key);
const fetch = portal({...opened, key});
serve({fetch, hostname: '127.0.0.1', port: Number(process.env['PORT'] ?? 5173)}, ({port}) =>
  console.log(`The portal of Lena: http://localhost:${port}\n${notice}`),
);
