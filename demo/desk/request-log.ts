import type {Handler} from './handler.js';

export interface LoggedRequest {
  method: string;
  path: string;
  search: string;
  /** Without authorization and cookies. */
  headers: Record<string, string>;
  status: number | 'pending' | 'dropped';
}

const secret = new Set(['authorization', 'cookie']);

export class RequestLog {
  readonly entries: LoggedRequest[] = [];

  wrap(next: Handler): Handler {
    return async request => {
      const {pathname, search} = new URL(request.url);
      const entry: LoggedRequest = {
        method: request.method,
        path: pathname,
        search,
        headers: Object.fromEntries([...request.headers].filter(([name]) => !secret.has(name))),
        status: 'pending',
      };
      this.entries.push(entry);
      // Limit the log in a demo server, which runs for a long time.
      if (this.entries.length > 1000) this.entries.shift();
      try {
        const response = await next(request);
        entry.status = response.status;
        return response;
      } catch (error) {
        entry.status = 'dropped';
        throw error;
      }
    };
  }
}
