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

/** How often something goes wrong, by whether it is something that is written. */
const chances = {writing: 0.45, reading: 0.12};

/** So long a token serves at the least, in milliseconds. A desk that takes back each as soon as it is given has nobody signed in. */
const shortestTerm = 2000;

/** Everything that can become of a request, drawn anew for each. */
export class Weather {
  /** How often each kind was met. */
  readonly met = new Map<string, number>();
  readonly #random: Random;
  readonly #kinds: Readonly<Record<string, Fault>>;
  /** When the desk has first taken a token, and those that it takes no more. */
  readonly #taken = new Map<string | null, number>();
  readonly #refused = new Set<string | null>();

  /** `promisesOnce`: the desk knows what it is still busy with. */
  constructor(random: Random, {promisesOnce}: {readonly promisesOnce: boolean}) {
    this.#random = random;
    const soon = (status: FaultStatus): Fault => answer(status, {retryAfter: random.below(2)});
    this.#kinds = {
      'dropped request': dropRequest,
      'dropped answer': dropAnswer,
      latency: (request, next) => latency(random.between(50, 1500))(request, next),
      '401': this.#refuse,
      ...(promisesOnce && {'409 still running': (request, next) => soon(409)(request, next)}),
      '429': (request, next) => soon(429)(request, next),
      '500': answer(500),
      '502': answer(502),
      '503': answer(503),
      'half a body': ofBodies(halfBody),
      'truncated body': ofBodies(truncatedBody),
      'HTML for JSON': html,
    };
  }

  readonly fault: Fault = async (request, next) => {
    const token = request.headers.get('Authorization');
    if (this.#refused.has(token)) return answer(401)(request, next);
    const kind = this.#draw(request.method === 'POST' ? chances.writing : chances.reading);
    const isOld = performance.now() - (this.#taken.get(token) ?? Infinity) > shortestTerm;
    if (kind === undefined || (kind === '401' && !isOld)) {
      const answered = await next(request);
      if (!this.#taken.has(token)) this.#taken.set(token, performance.now());
      return answered;
    }
    this.met.set(kind, (this.met.get(kind) ?? 0) + 1);
    return this.#kinds[kind]!(request, next);
  };

  #draw(chance: number): string | undefined {
    const isCalm = !this.#random.chance(chance);
    const kind = this.#random.pick(Object.keys(this.#kinds));
    return isCalm ? undefined : kind;
  }

  /** A token ends while its request is on its way, and for good. One that is given in its place is taken. */
  readonly #refuse: Fault = (request, next) => {
    this.#refused.add(request.headers.get('Authorization'));
    return answer(401)(request, next);
  };
}

/** A stream has no end to wait for, and an answer without a body no half. */
const ofBodies =
  (fault: Fault): Fault =>
  async (request, next) => {
    const whole = await next(request);
    const isJson = whole.body !== null && /json/.test(whole.headers.get('Content-Type') ?? '');
    return isJson ? fault(request, async () => whole) : whole;
  };
