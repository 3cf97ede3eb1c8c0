import {apiAddress} from '../client/api-address.js';
import {GuardedBackend} from '../client/guarded-backend.js';
import {Http} from '../client/http.js';
import {RestBackend} from '../client/rest-backend.js';
import type {TicketBackend} from '../contract/backend.js';
import type {Persistence, SupportStorage} from '../contract/storage.js';
import {Access} from './auth/access-token.js';
import {CustomerStorage} from '../storage/customer-storage.js';
import {hashOf} from '../internal/hash.js';
import {reachabilityOf, serverOf} from './reachability.js';
import {Session} from './session.js';
import {subjectOf} from './auth/jwt.js';
import {randomId} from '../internal/random-id.js';
import {openStorage} from '../storage/open-storage.js';

/** Where a customer's tickets are, as an element was told. */
export interface Desk {
  readonly apiBase: string;
  readonly backend: TicketBackend | undefined;
  readonly fetch: typeof fetch | undefined;
  /** How long what the customer writes is kept. */
  readonly persistence: Persistence;
  /** In place of the page's own storage. */
  readonly storage: SupportStorage | undefined;
}

const page = randomId();
const identities = new WeakMap<object, number>();
let counted = 0;

/** Functions and backends of a host are told apart by who they are. */
function identityOf(thing: object | undefined): number {
  if (!thing) return 0;
  const identity = identities.get(thing) ?? ++counted;
  identities.set(thing, identity);
  return identity;
}

/** Elements with the same key share a session. A rotated token keeps it; another customer never gets it. */
export function sessionKey(desk: Desk, token: string): string {
  const address = desk.backend ? identityOf(desk.backend) : apiAddress(desk.apiBase, document.baseURI);
  return JSON.stringify([address, identityOf(desk.fetch), subjectOf(token)]);
}

export function openSession(desk: Desk, token: string): Session {
  const subject = subjectOf(token);
  const key = sessionKey(desk, token);
  const server = desk.backend ? document.baseURI : apiAddress(desk.apiBase, document.baseURI);
  const reachability = reachabilityOf(serverOf(key));
  const access = new Access(token, other => subjectOf(other) === subject);
  const backend = new GuardedBackend(desk.backend ?? new RestBackend(new Http(server, access, desk.fetch)), {
    enter() {
      const obstacle = access.refusal.value ?? reachability.obstacle;
      if (obstacle) throw obstacle;
      return access.prepare();
    },
    succeed: () => reachability.succeed(),
    fail(error) {
      access.note(error);
      reachability.fail(error);
    },
  });
  // What outlives the page is found again by who and where, and says neither to those who read the device. What does not is
  // no other tab's business.
  const isPageOnly = desk.persistence === 'none' && !desk.storage;
  const name = `isp-support/${hashOf(isPageOnly ? page + key : `${server} ${subject}`)}/`;
  const storage = new CustomerStorage(desk.storage ?? openStorage(desk.persistence), name);
  return new Session({backend, access, reachability, storage, name});
}
