import type {Credentials} from '../../src/client/authorization.js';
import {Http} from '../../src/client/http.js';
import {RestBackend} from '../../src/client/rest-backend.js';
import {SupportError} from '../../src/contract/errors.js';

export const address = 'https://portal.example/api/';

/** A customer whose host has no other token. */
export const withToken = (token: string): Credentials => ({
  token,
  renew: () => Promise.reject(new SupportError('unauthenticated', {status: 401})),
});

/** The default contract, spoken through a fetch of the test's own. */
export const restBackend = (
  send: typeof fetch | undefined,
  credentials: Credentials = withToken('token-1'),
): RestBackend => new RestBackend(new Http(address, credentials, send));

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
