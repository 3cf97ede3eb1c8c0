import type {TicketBackend} from '../../src/contract/backend.js';
import {Access} from '../../src/state/access.js';
import {Session} from '../../src/state/session.js';
import {backendWith} from './scripted-backend.js';

/** A session of a backend of which a test writes what it needs. */
export const sessionWith = (methods: Partial<TicketBackend> = {}): Session =>
  new Session(backendWith(methods), new Access('token-1', () => true));
