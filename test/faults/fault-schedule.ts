import {
  answer,
  dropAnswer,
  dropRequest,
  halfBody,
  html,
  latency,
  truncatedBody,
  type FaultStatus,
} from '../../demo/desk/fault-kinds.js';
import type {Fault} from '../../demo/desk/faults.js';
import type {Random} from '../../demo/desk/seed/random.js';

/** The probability of a fault, for writing and for reading requests. */
const probability = {writing: 0.45, reading: 0.12};

/** The least time for which a token is valid, in milliseconds. Without it, all customers would be signed out. */
const shortestTokenLifetime = 2000;

/** Chooses a fault, or none, at random for each request. */
export class FaultSchedule {
  readonly #random: Random;
  readonly #kinds: Readonly<Record<string, Fault>>;
  readonly #counts = new Map<string, number>();
  /** When the desk first accepted each token. */
  readonly #acceptedAt = new Map<string | null, number>();
  readonly #refusedTokens = new Set<string | null>();

  /** `idempotency`: the desk knows which requests are still running, and may respond with 409. */
  constructor(random: Random, {idempotency}: {readonly idempotency: boolean}) {
    this.#random = random;
    const soon = (status: FaultStatus): Fault => answer(status, {retryAfter: random.below(2)});
    this.#kinds = {
      'dropped request': dropRequest,
      'dropped answer': dropAnswer,
      latency: (request, next) => latency(random.between(50, 1500))(request, next),
      '401': this.#refuse,
      ...(idempotency && {'409 still running': (request, next) => soon(409)(request, next)}),
      '429': (request, next) => soon(429)(request, next),
      '500': answer(500),
      '502': answer(502),
      '503': answer(503),
      'half a body': forJson(halfBody),
      'truncated body': forJson(truncatedBody),
      'HTML for JSON': html,
    };
  }

  readonly fault: Fault = async (request, next) => {
    const token = request.headers.get('Authorization');
    if (this.#refusedTokens.has(token)) return answer(401)(request, next);
    const kind = this.#choose(request.method === 'POST' ? probability.writing : probability.reading);
    const isOld = performance.now() - (this.#acceptedAt.get(token) ?? Infinity) > shortestTokenLifetime;
    if (kind === undefined || (kind === '401' && !isOld)) {
      const response = await next(request);
      if (!this.#acceptedAt.has(token)) this.#acceptedAt.set(token, performance.now());
      return response;
    }
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    return this.#kinds[kind]!(request, next);
  };

  /** How often each kind of fault occurred. */
  get summary(): string {
    return [...this.#counts]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([kind, count]) => `${kind} ${count}`)
      .join(', ');
  }

  #choose(chance: number): string | undefined {
    // Both are drawn for each request, so that the seed's sequence does not depend on the kind of request.
    const hasFault = this.#random.chance(chance);
    const kind = this.#random.pick(Object.keys(this.#kinds));
    return hasFault ? kind : undefined;
  }

  /** Refuses a token during its request and from then on. The desk accepts the next one. */
  readonly #refuse: Fault = (request, next) => {
    this.#refusedTokens.add(request.headers.get('Authorization'));
    return answer(401)(request, next);
  };
}

/** Applies a fault to JSON responses only: a stream never ends, and an empty response cannot be cut in half. */
const forJson =
  (fault: Fault): Fault =>
  async (request, next) => {
    const response = await next(request);
    const isJson = response.body !== null && /json/.test(response.headers.get('Content-Type') ?? '');
    return isJson ? fault(request, async () => response) : response;
  };
