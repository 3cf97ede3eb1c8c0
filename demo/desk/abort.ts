import type {Handler} from './handler.js';

/** Rejects as a browser's fetch does when the asker has gone. The desk still finishes what it has begun. */
export const withAbort =
  (next: Handler): Handler =>
  request => {
    const {signal} = request;
    return new Promise((resolve, reject) => {
      const leave = () => reject(signal.reason);
      if (signal.aborted) return leave();
      signal.addEventListener('abort', leave);
      next(request)
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', leave));
    });
  };
