import type {Handler} from './handler.js';

/** Rejects like a browser's fetch if the request is aborted. The desk still completes the request. */
export const withAbort =
  (next: Handler): Handler =>
  request => {
    const {signal} = request;
    return new Promise((resolve, reject) => {
      const abort = () => reject(signal.reason);
      if (signal.aborted) return abort();
      signal.addEventListener('abort', abort);
      next(request)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', abort));
    });
  };
