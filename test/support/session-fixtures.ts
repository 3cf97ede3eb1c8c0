import type {TicketBackend} from '../../src/contract/backend.js';
import {AccessToken} from '../../src/state/auth/access-token.js';
import type {ServerState} from '../../src/state/outbox/backend-transport.js';
import type {Receipt} from '../../src/state/outbox/outbox-item.js';
import {createMailbox, mailboxOf} from '../../src/state/create-mailbox.js';
import {Session} from '../../src/state/session.js';
import {CustomerStorage} from '../../src/storage/customer-storage.js';
import {MemoryStorage} from '../../src/storage/memory-storage.js';
import {FakePage} from './fake-page.js';
import {nextMessageTask} from './next-task.js';
import {stubBackend} from './stub-backend.js';
import {provideWebLocks} from './web-locks.js';

provideWebLocks();

let customers = 0;
const open: Session[] = [];

/** A storage that no other customer uses. */
export const createCustomerStorage = (): CustomerStorage =>
  new CustomerStorage(new MemoryStorage(), `customer ${customers++}/`);

/** A session of a backend that has the given methods. Sessions with the same name are tabs of one customer. */
export function createTestSession(
  methods: Partial<TicketBackend> = {},
  storage = createCustomerStorage(),
  name = `session ${customers++}/`,
  page = new FakePage(),
  loadMailbox = () => Promise.resolve(createMailbox),
): Session {
  const accessToken = new AccessToken('token-1', () => true);
  const backend = stubBackend(methods);
  const session = new Session({
    backend,
    connection: {open: () => backend as never},
    loadMailbox,
    accessToken,
    page,
    storage,
    name,
  });
  open.push(session);
  return session;
}

/** The part of a session that a transport reads. */
export function serverState(session: Session): ServerState {
  const {accessToken, reachability, config} = session;
  const mailbox = mailboxOf(session);
  return {accessToken, reachability, config, tickets: mailbox.tickets, thread: id => mailbox.thread(id)};
}

/** For `afterEach`: an open BroadcastChannel keeps Node running. */
export function disposeSessions(): void {
  for (const session of open.splice(0)) session.dispose();
}

/** The receipt of the next item that is sent. */
export const nextReceipt = (session: Session): Promise<Receipt> =>
  new Promise(resolve => {
    const unsubscribe = session.onSent((_, receipt) => {
      unsubscribe();
      resolve(receipt);
      return true;
    });
  });

/** Resolves when the items of the outbox meet a condition. Not every change of theirs is reported. */
export async function waitUntilOutbox(isMet: () => boolean): Promise<void> {
  while (!isMet()) await nextMessageTask();
}
