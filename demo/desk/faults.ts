import type {Handler} from './handler.js';

/** One way to go wrong, wrapped around the desk's own answer. */
export type Fault = (request: Request, next: Handler) => Promise<Response>;

export interface Match {
  method?: string;
  /** Below the API's base: `*` stands for one segment, `**` for any rest. */
  path?: string;
  /** How often; once unless said otherwise. */
  times?: number;
}

interface Rule {
  method: string | undefined;
  path: RegExp;
  left: number;
  fault: Fault;
}

/** The switches of the desk. Rules that match one request are nested in the order in which they were set. */
export class Faults {
  #rules: Rule[] = [];

  constructor(readonly base: string) {}

  set({method, path = '/**', times = 1}: Match, fault: Fault): () => void {
    const rule = {method: method?.toUpperCase(), path: patternOf(this.base + path), left: times, fault};
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
      for (const rule of matching) rule.left -= 1;
      this.#rules = this.#rules.filter(rule => rule.left > 0);
      return matching.reduceRight<Handler>(
        (inner, {fault}) =>
          asked =>
            fault(asked, inner),
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
