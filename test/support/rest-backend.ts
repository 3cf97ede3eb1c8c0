import type {Credentials} from '../../src/client/authentication.js';
import {Http} from '../../src/client/http.js';
import {RestBackend} from '../../src/client/rest-backend.js';
import {SupportError} from '../../src/contract/errors.js';

/** Same-origin, as in most portals. */
export const apiBaseUrl = new URL('/api/', location.origin).href;

/** Credentials whose renewal fails. */
export const credentialsFor = (token: string): Credentials => ({
  token,
  renew: () => Promise.reject(new SupportError('unauthenticated', {status: 401})),
});

/** The default backend with the test’s own `fetch`. */
export const createRestBackend = (
  send: typeof fetch | undefined,
  credentials: Credentials = credentialsFor('token-1'),
  apiBase = apiBaseUrl,
): RestBackend => new RestBackend(new Http(apiBase, credentials, send));

/** Makes the client retry at once: with full jitter, `Math.random() === 0` is a delay of 0. */
export function disableRetryDelay(): void {
  const {random} = Math;
  before(() => {
    Math.random = () => 0;
  });
  after(() => {
    Math.random = random;
  });
}
