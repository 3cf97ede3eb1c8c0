import type {BrowserDesk} from '../../demo/desk/browser.js';

/** A desk’s `fetch` that records the abort signal of each request. */
export function signalRecordingFetch(desk: BrowserDesk): {
  fetch: typeof fetch;
  readonly signals: readonly AbortSignal[];
} {
  const signals: AbortSignal[] = [];
  return {
    signals,
    fetch: (input, init) => {
      const request = new Request(input, init);
      signals.push(request.signal);
      return desk.fetch(request);
    },
  };
}
