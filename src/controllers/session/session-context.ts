import {createContext} from '@lit/context';

import type {Session} from '../../state/session.js';

/** What an ancestor has for the elements within it: the customer's session, once there is one. */
export interface ProvidedSession {
  readonly session: Session | undefined;
}

/**
 * The context by which an element takes its session from an ancestor instead of opening its own.
 *
 * The key is ours alone: context requests are heard by the whole page, and a session speaks for a customer.
 */
export const sessionContext = createContext<ProvidedSession | undefined>(Symbol('isp-support-session'));
