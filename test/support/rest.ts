import type {Credentials} from '../../src/client/authentication.js';
import {Http} from '../../src/client/http.js';
import {RestBackend} from '../../src/client/rest-backend.js';
import {SupportError} from '../../src/contract/errors.js';

/** On the page's own server, as most are. */
export const address = new URL('/api/', location.origin).href;

/** A customer whose host has no other token. */
export const withToken = (token: string): Credentials => ({
  token,
  renew: () => Promise.reject(new SupportError('unauthenticated', {status: 401})),
});

/** The default contract, spoken through a fetch of the test's own. */
export const restBackend = (
  send: typeof fetch | undefined,
  credentials: Credentials = withToken('token-1'),
  apiBase = address,
): RestBackend => new RestBackend(new Http(apiBase, credentials, send));

/** What the client waits between two attempts is drawn by lot, from nothing on. In these tests it draws nothing. */
export function withoutBackOff(): void {
  const {random} = Math;
  before(() => {
    Math.random = () => 0;
  });
  after(() => {
    Math.random = random;
  });
}
