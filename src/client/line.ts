import {exchange} from './exchange.js';
import {own} from './http-request.js';

/** How long the page's server may take, in milliseconds. The customer waits for the words meanwhile. */
const patience = 3000;

/**
 * Whether the line is known to be up though a server did not answer: the page's own, if that is another, does. What does not
 * answer either may be kept from it by the page's policy, and says nothing.
 *
 * HEAD, because a service worker's cache has no answer to that.
 */
export async function isLineUp(send: typeof fetch, address: string): Promise<boolean> {
  const {origin} = location;
  // A page without https may be answered by anybody's login page.
  if (!isSecureContext || !origin.startsWith('http') || address.startsWith(`${origin}/`)) return false;
  const options: RequestInit = {method: 'HEAD', credentials: 'omit', cache: 'no-store', redirect: 'manual'};
  const toRequest = (limit: AbortSignal): Request => new Request(origin, own({...options, signal: limit}));
  return exchange(send, toRequest, new AbortController().signal, patience).then(
    () => true,
    () => false,
  );
}
