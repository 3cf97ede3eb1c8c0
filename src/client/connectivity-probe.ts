import {nullProto} from '../internal/null-proto.js';
import type {KyClient} from './ky-client.js';

/** How long the page's own server may take to answer. The customer waits for the error message meanwhile. */
const probeTimeoutMs = 3000;

/**
 * Whether scripts of the page have had a response from its own server. Otherwise, its policy may allow requests to the
 * API alone, and one to the page's server would be a violation, which browsers report to the host.
 */
const isOriginAllowed = (origin: string): boolean =>
  (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).some(
    ({name, initiatorType}) => name.startsWith(`${origin}/`) && /fetch|http/.test(initiatorType),
  );

/**
 * Whether the device is known to be connected: it is if the page's own server answers. If that server does not answer
 * either, or is not asked, nothing is known.
 *
 * HEAD, because a service worker cannot answer it from its cache.
 */
export async function isConnectionUp(client: KyClient, origin: string): Promise<boolean> {
  if (!isOriginAllowed(origin)) return false;
  const method = 'HEAD';
  const options: RequestInit = {method, credentials: 'omit', cache: 'no-store', redirect: 'manual'};
  const response = client.send({
    url: origin,
    method,
    toRequest: signal => new Request(origin, nullProto({...options, signal})),
    read: async () => true,
    timeout: probeTimeoutMs,
    signal: new AbortController().signal,
  });
  return response.catch(() => false);
}
