import {createContext} from '@lit/context';

import type {Session} from '../../state/session.js';

/** What an ancestor provides to the elements within it: the customer's session, once there is one. */
export interface ProvidedSession {
  readonly session: Session | undefined;
}

/**
 * The context from which an element takes its session, instead of opening its own.
 *
 * The key is a private symbol: the whole page can hear context requests, and a session acts in a customer's name.
 */
export const sessionContext = createContext<ProvidedSession | undefined>(Symbol('isp-support-session'));
