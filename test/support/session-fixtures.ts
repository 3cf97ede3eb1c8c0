import type {TicketBackend} from '../../src/contract/backend.js';
import {AccessToken} from '../../src/state/auth/access-token.js';
import {CustomerStorage} from '../../src/storage/customer-storage.js';
import type {Receipt} from '../../src/state/outbox/outbox-item.js';
import {Session} from '../../src/state/session.js';
import {MemoryStorage} from '../../src/storage/memory-storage.js';
import {FakePage} from './fake-page.js';
import {stubBackend} from './stub-backend.js';

let customers = 0;

/** An empty storage for a new customer. */
export const createCustomerStorage = (): CustomerStorage =>
  new CustomerStorage(new MemoryStorage(), `customer ${customers++}/`);

/** A session whose backend has the methods that a test needs. */
export const createTestSession = (methods: Partial<TicketBackend> = {}, storage = createCustomerStorage()): Session =>
  new Session({
    backend: stubBackend(methods),
    access: new AccessToken('token-1', () => true),
    page: new FakePage(),
    storage,
    name: `session ${customers++}/`,
  });

/** Resolves with the receipt of the next item that is delivered. */
export const nextReceipt = (session: Session): Promise<Receipt> =>
  new Promise(resolve => {
    const stop = session.onSent((_, receipt) => {
      stop();
      resolve(receipt);
      return true;
    });
  });

/** Resolves when a condition on the outbox holds. */
export const waitUntilOutbox = (session: Session, condition: () => boolean): Promise<void> =>
  new Promise(resolve => {
    const check = (): void => {
      if (!condition()) return;
      stop();
      resolve();
    };
    const stop = session.outbox.store.items.subscribe(check);
    queueMicrotask(check);
  });
