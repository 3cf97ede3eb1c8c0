import type {SupportError} from '../../contract/errors.js';
import type {ObservableValue} from '../../internal/observable-value.js';
import type {SentListener, Session} from '../../state/session.js';
import type {Observed} from './subscriptions.js';

/** The session of an element, as its controllers see it. Another session may take its place at any update. */
export interface SessionObserver {
  /** Undefined as long as there is no token, or no server to use it for. */
  readonly value: Session | undefined;
  /** Renders the host whenever what `pick` returns changes. `pick` is called at each update. */
  observe<Value>(pick: (session: Session | undefined) => ObservableValue<Value> | undefined): Observed<Value>;
  /**
   * Fires `isp-error` for each error that `pick` returns, after the host has shown it. The refusal of the account is
   * reported once, by the session itself.
   */
  reportError(pick: () => SupportError | undefined): void;
  /** Calls the listener whenever something has been sent, as long as the host is connected. */
  onSent(listener: SentListener): void;
}
