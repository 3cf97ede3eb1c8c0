import type {PageEvent, PageLifecycle} from '../../state/page-lifecycle.js';

/** `visibilitychange` fires on the document and reaches the window only in newer engines (Safari 14.1). */
const targetOf = (event: PageEvent): EventTarget => (event === 'visibilitychange' ? document : window);

/** The page that the script runs in. */
export const browserPage: PageLifecycle = {
  get baseUrl() {
    return document.baseURI;
  },

  get secureOrigin() {
    const {origin} = location;
    return isSecureContext && origin.startsWith('http') ? origin : undefined;
  },

  get isHidden() {
    return document.hidden;
  },

  get isOnline() {
    return navigator.onLine;
  },

  subscribe(events, listener) {
    for (const event of events) targetOf(event).addEventListener(event, listener);
    return () => {
      for (const event of events) targetOf(event).removeEventListener(event, listener);
    };
  },
};
