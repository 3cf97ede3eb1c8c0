import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {requestTrackerGateway, requestTrackerStaff} from '../../../demo/gateway/request-tracker-gateway.js';
import {startRequestTracker} from '../../../demo/gateway/request-tracker.js';
import {key, origins, serve, tokenOf, type TriedServer} from './servers.js';

/** The gateway in front of a live Request Tracker, whose data are in a temporary folder. */
export async function requestTracker(): Promise<TriedServer> {
  const folder = mkdtempSync(join(tmpdir(), 'request-tracker-'));
  const rt = await startRequestTracker(folder);
  const {apiBase, close} = await serve(requestTrackerGateway(rt, key, {origins, rateLimit: false, timeout: 60}));
  return {
    apiBase,
    token: await tokenOf('lena'),
    tokens: {other: await tokenOf("omar.o'neil@customer.example"), expired: await tokenOf('lena', -60)},
    staff: requestTrackerStaff(rt),
    // One request at a time, each in about 0.2 s, and a list takes three.
    timeout: 60,
    async close() {
      await close();
      await rt.stop();
      rmSync(folder, {recursive: true});
    },
  };
}
