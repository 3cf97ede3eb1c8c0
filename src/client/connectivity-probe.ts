import {nullProto} from '../internal/null-proto.js';
import type {KyClient} from './ky-client.js';

/** How long the page's own server may take to answer. The customer waits for the error message meanwhile. */
const probeTimeoutMs = 3000;

/**
 * Whether the device is known to be connected: it is if the page's own server answers. If that server does not answer
 * either, the page's policy may have blocked the request, which proves nothing.
 *
 * HEAD, because a service worker cannot answer it from its cache.
 */
export async function isConnectionUp(client: KyClient, origin: string): Promise<boolean> {
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
