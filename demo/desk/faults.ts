import type {Handler} from './handler.js';

/** A middleware that simulates a failure. */
export type Fault = (request: Request, next: Handler) => Promise<Response>;

export interface Match {
  method?: string;
  /** Path below the API base: `*` matches one segment, `**` matches any rest. */
  path?: string;
  /** The number of matching requests. Default: 1. */
  times?: number;
}

interface Rule {
  method: string | undefined;
  path: RegExp;
  remaining: number;
  fault: Fault;
}

/** The faults of the desk. Rules that match the same request are nested in the order in which they were set. */
export class Faults {
  #rules: Rule[] = [];

  constructor(readonly base: string) {}

  set({method, path = '/**', times = 1}: Match, fault: Fault): () => void {
    const rule = {method: method?.toUpperCase(), path: patternOf(this.base + path), remaining: times, fault};
    this.#rules.push(rule);
    return () => {
      this.#rules = this.#rules.filter(each => each !== rule);
    };
  }

  clear() {
    this.#rules = [];
  }

  wrap(next: Handler): Handler {
    return request => {
      const {pathname} = new URL(request.url);
      const matching = this.#rules.filter(
        rule => (!rule.method || rule.method === request.method) && rule.path.test(pathname),
      );
      for (const rule of matching) rule.remaining -= 1;
      this.#rules = this.#rules.filter(rule => rule.remaining > 0);
      return matching.reduceRight<Handler>(
        (inner, {fault}) =>
          matched =>
            fault(matched, inner),
        next,
      )(request);
    };
  }
}

const patternOf = (path: string) =>
  new RegExp(
    `^${path
      .split(/(\*\*|\*)/)
      .map(part => (part === '**' ? '.*' : part === '*' ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')))
      .join('')}$`,
  );
