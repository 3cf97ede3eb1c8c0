// `npm run start:gateway`: a portal, the gateway, and Request Tracker 5 behind it.
import {randomBytes} from 'node:crypto';
import {fileURLToPath} from 'node:url';
import {serve} from '@hono/node-server';
import {ensureBuilt} from '../build.js';
import {portal} from './portal.js';
import {requestTrackerGateway} from './request-tracker-gateway.js';
import {startRequestTracker, whyNoRequestTracker} from './request-tracker.js';

const reason = whyNoRequestTracker();
if (reason) throw new Error(`Request Tracker 5 is not here: ${reason}`);
ensureBuilt();
console.log('Starting Request Tracker 5. The first time, it is set up.');
const rt = await startRequestTracker(fileURLToPath(new URL('../.data/request-tracker', import.meta.url)));
const key = randomBytes(32).toString('hex');
const fetch = portal({gateway: requestTrackerGateway(rt, key), key, customer: 'lena'});
serve({fetch, hostname: '127.0.0.1', port: Number(process.env['PORT'] ?? 5173)}, ({port}) => {
  console.log(
    `The portal of Lena: http://localhost:${port}\nRequest Tracker (root, password): ${new URL(rt.url).origin}`,
  );
});
