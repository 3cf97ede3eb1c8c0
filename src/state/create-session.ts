import {apiAddress} from '../client/api-address.js';
import {checkedBackend} from '../client/checked-backend.js';
import type {UpdatesHooks} from '../client/guarded-updates.js';
import {Http} from '../client/http.js';
import {createTransport} from '../client/transport.js';
import {updatesOperations, type Connection} from '../client/updates-operations.js';
import type {TicketBackend} from '../contract/backend.js';
import type {SupportError} from '../contract/errors.js';
import type {Persistence, SupportStorage} from '../contract/storage.js';
import type {TicketBackendFactory, Transport} from '../contract/transport.js';
import {hash} from '../internal/hash.js';
import {warnOnce} from '../internal/warn-once.js';
import {randomId} from '../internal/random-id.js';
import {CustomerStorage} from '../storage/customer-storage.js';
import {openStorage} from '../storage/open-storage.js';
import {AccessToken} from './auth/access-token.js';
import {subjectOf} from './auth/jwt.js';
import type {PageLifecycle} from './page-lifecycle.js';
import {reachabilityOf, serverOf} from './reachability.js';
import {Session} from './session.js';

/** How an element's host wants to be connected. */
export interface ConnectionOptions {
  readonly apiBase: string;
  readonly backend: TicketBackend | TicketBackendFactory | undefined;
  readonly fetch: typeof fetch | undefined;
  readonly persistence: Persistence;
  /** Replaces the browser's storage. */
  readonly storage: SupportStorage | undefined;
}

const pageId = randomId();
const identities = new WeakMap<object, number>();
let identityCount = 0;

/** A host's functions and backends are compared by identity. */
function identityOf(object: object | undefined): number {
  if (!object) return 0;
  const identity = identities.get(object) ?? ++identityCount;
  identities.set(object, identity);
  return identity;
}

/** Where requests go, and with what drafts are stored. A factory without `api-base` may ask the page's own server. */
function addressOf({backend, apiBase}: ConnectionOptions, page: PageLifecycle): string {
  if (backend && typeof backend === 'object') return page.baseUrl;
  return apiAddress(apiBase || (backend ? '/' : ''), page.baseUrl);
}

/** A backend is compared by identity, a factory by what it does: a template may create it with each update. */
function backendKey(options: ConnectionOptions, page: PageLifecycle): string | number {
  const {backend} = options;
  if (backend && typeof backend === 'object') return identityOf(backend);
  return addressOf(options, page) + (backend ? hash(String(backend)) : '');
}

/** Elements with the same key share a session. A renewed token keeps the key; another customer has another. */
export function sessionKey(options: ConnectionOptions, token: string, page: PageLifecycle): string {
  return JSON.stringify([backendKey(options, page), identityOf(options.fetch), subjectOf(token)]);
}

/** Creates a custom backend when it is first called. Its factory may throw: then again. */
function once(backend: TicketBackend | TicketBackendFactory, transport: () => Transport): () => TicketBackend {
  let created: TicketBackend | undefined;
  return () => (created ??= typeof backend === 'function' ? backend(transport()) : backend);
}

/** The composition root: connects a session to its backend and its storage. */
export function createSession(options: ConnectionOptions, token: string, page: PageLifecycle): Session {
  const subject = subjectOf(token);
  const key = sessionKey(options, token, page);
  const address = addressOf(options, page);
  const reachability = reachabilityOf(serverOf(key), page);
  const accessToken = new AccessToken(token, other => subjectOf(other) === subject);
  const onFlaw = (flaw: SupportError, isTolerated: boolean): void => {
    warnAboutFlaw(flaw, Boolean(options.backend));
    // Otherwise, the elements show the failure and report it.
    if (isTolerated) session.reportFlaw(flaw);
  };
  const http = new Http(address, accessToken, {
    fetch: options.fetch,
    probeOrigin: page.secureOrigin,
    isDebugging: () => session.debuggers.size > 0,
    onFlaw,
  });
  const hooks: UpdatesHooks = {
    beforeRequest() {
      const blockedBy = accessToken.blockedBy ?? reachability.blockedBy;
      if (blockedBy) throw blockedBy;
      return accessToken.renewIfExpiring();
    },
    onSuccess: () => reachability.recordSuccess(),
    onFailure(error) {
      accessToken.recordRefusal(error);
      reachability.recordFailure(error);
    },
    listTickets: async ({signal}) => (await session.loadMailbox()).readList(signal),
    onConfigMissing(error) {
      if (!session.config.value) session.reportFlaw(error);
      session.config.expire();
    },
  };
  const create = options.backend && once(options.backend, () => createTransport(http, address));
  const connection: Connection = {
    open: ({fromRest, reads, guard}) =>
      guard(create ? checkedBackend(create, reads, flaw => onFlaw(flaw, true)) : fromRest(http), hooks),
  };
  // The name is a hash: it has to be found again after a reload, and must show neither customer nor server to those who
  // inspect the device. Without persistence, no other tab shares it.
  const isPageOnly = options.persistence === 'none' && !options.storage;
  const name = `isp-support/${hash(isPageOnly ? pageId + key : `${address} ${subject}`)}/`;
  const storage = new CustomerStorage(options.storage ?? openStorage(options.persistence), name);
  const session: Session = new Session({
    backend: connection.open(updatesOperations),
    connection,
    loadMailbox: async () => (await import('./create-mailbox.js')).createMailbox,
    accessToken,
    page,
    reachability,
    storage,
    name,
  });
  return session;
}

/** Tells the developer of the server, or of the custom backend, who may not listen to `isp-error`. */
function warnAboutFlaw({path, reason}: SupportError, isCustom: boolean): void {
  const [who, guide] = isCustom ? ['backend', 'docs/backends.md'] : ['server', 'docs/servers.md'];
  warnOnce(`the ${who} breaks the contract at ${path}: ${reason}`, guide);
}
