import {Http, type HttpOptions, type RequestAuth} from '../../src/client/http.js';
import {RestBackend} from '../../src/client/rest-backend.js';
import {SupportError} from '../../src/contract/errors.js';
import {AccessToken} from '../../src/state/auth/access-token.js';

/** On the same server as the page, as in most portals. */
export const apiBaseUrl = 'https://portal.example/api/';

/** A customer's token, and the way to get another one. */
export interface Credentials {
  readonly token: string;
  renew(refused: string): Promise<string>;
}

/** Credentials whose renewal fails. */
export const credentialsFor = (token: string): Credentials => ({
  token,
  renew: () => Promise.reject(new SupportError('unauthenticated', {status: 401})),
});

/** Authenticates requests with these credentials, whose token may change at any time. */
export function authFor(credentials: Credentials): RequestAuth {
  const access = new AccessToken(credentials.token, () => true);
  access.sources.add({
    provider: credentials,
    requestToken: async () =>
      credentials.renew(access.value).catch((error: unknown) => {
        if (error instanceof SupportError && error.code === 'unauthenticated') return '';
        throw error;
      }),
    adopt: () => undefined,
  });
  return {
    withToken: (request, signal) => {
      access.replaceWith(credentials.token);
      return access.withToken(request, signal);
    },
  };
}

/** The default backend with the test’s own `fetch`. */
export const createRestBackend = (
  send: typeof fetch | undefined,
  credentials: Credentials = credentialsFor('token-1'),
  {apiBase = apiBaseUrl, probeOrigin}: Pick<HttpOptions, 'probeOrigin'> & {readonly apiBase?: string} = {},
): RestBackend => new RestBackend(new Http(apiBase, authFor(credentials), {fetch: send, probeOrigin}));

/** Makes the client retry at once in this test file: with full jitter, `Math.random() === 0` is a delay of 0. */
export function disableRetryDelay(): void {
  Math.random = () => 0;
}
