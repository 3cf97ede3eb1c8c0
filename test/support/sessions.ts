import type {TicketBackend} from '../../src/contract/backend.js';
import {Access} from '../../src/state/auth/access-token.js';
import {CustomerStorage} from '../../src/storage/customer-storage.js';
import type {Receipt} from '../../src/state/outbox/outbox-item.js';
import {Session} from '../../src/state/session.js';
import {MemoryStorage} from '../../src/storage/memory-storage.js';
import {backendWith} from './scripted-backend.js';

let customers = 0;

/** A storage that is nobody else's. */
export const newStorage = (): CustomerStorage => new CustomerStorage(new MemoryStorage(), `customer ${customers++}/`);

/** A session of a backend of which a test writes what it needs. */
export const sessionWith = (methods: Partial<TicketBackend> = {}, storage = newStorage()): Session =>
  new Session({
    backend: backendWith(methods),
    access: new Access('token-1', () => true),
    storage,
    name: `session ${customers++}/`,
  });

/** What the server makes of the next thing that arrives. */
export const nextReceipt = ({mail}: Session): Promise<Receipt> =>
  new Promise(resolve => {
    const stop = mail.onSent((_, receipt) => {
      stop();
      resolve(receipt);
      return true;
    });
  });

/** Resolves when the outbox shows what a test waits for. */
export const untilOutbox = ({mail}: Session, isSo: () => boolean): Promise<void> =>
  new Promise(resolve => {
    const look = (): void => {
      if (!isSo()) return;
      stop();
      resolve();
    };
    const stop = mail.outbox.items.state.subscribe(look);
    queueMicrotask(look);
  });
