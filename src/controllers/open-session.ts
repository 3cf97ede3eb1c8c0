import {apiAddress} from '../client/api-address.js';
import {GuardedBackend} from '../client/guarded-backend.js';
import {Http} from '../client/http.js';
import {RestBackend} from '../client/rest-backend.js';
import type {TicketBackend} from '../contract/backend.js';
import {Access} from '../state/access.js';
import {draftsOf} from '../state/drafts.js';
import {Session} from '../state/session.js';
import {subjectOf} from '../state/subject.js';

/** Where a customer's tickets are, as an element was told. */
export interface Desk {
  readonly apiBase: string;
  readonly backend: TicketBackend | undefined;
  readonly fetch: typeof fetch | undefined;
}

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
  const access = new Access(token, other => subjectOf(other) === subject);
  const backend =
    desk.backend ?? new RestBackend(new Http(apiAddress(desk.apiBase, document.baseURI), access, desk.fetch));
  const guarded = new GuardedBackend(backend, error => access.note(error));
  return new Session(guarded, access, draftsOf(sessionKey(desk, token)));
}
