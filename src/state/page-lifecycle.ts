export type PageEvent =
  'visibilitychange' | 'focus' | 'pageshow' | 'online' | 'offline' | 'pointermove' | 'pointerdown' | 'keydown';

/** All that the state of a session needs to know about its page. The controllers pass the browser's own. */
export interface PageLifecycle {
  /** The base of relative addresses: `document.baseURI`. */
  readonly baseUrl: string;
  /** The page's origin; undefined if it is not HTTPS or localhost: on HTTP, the login page of any Wi-Fi may answer. */
  readonly secureOrigin: string | undefined;
  readonly isHidden: boolean;
  /** The browser's `navigator.onLine`. */
  readonly isOnline: boolean;
  /** Calls the listener on each of these events, until the returned function is called. */
  subscribe(events: readonly PageEvent[], listener: () => void): () => void;
}
