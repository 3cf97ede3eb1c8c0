import {cases as access} from './cases/access.js';
import {cases as idempotency} from './cases/idempotency.js';
import {cases as reads} from './cases/reads.js';
import {cases as staff} from './cases/staff.js';
import {cases as transport} from './cases/transport.js';
import {cases as writes} from './cases/writes.js';
import {checkStatus, Client, Failure, reasonOf, Skipped} from './client.js';

/** All cases, in the order in which they run. */
export const cases = [...access, ...reads, ...writes, ...idempotency, ...transport, ...staff];

let count = 0;

/** What the cases have in common. */
class Trial {
  constructor({apiBase, token, tokens = {}, staff: hooks = {}, origin, timeout}) {
    this.base = apiBase;
    this.tokens = tokens;
    this.hooks = hooks;
    this.origin = origin ?? 'https://portal.example';
    this.token = token;
    this.timeout = timeout;
    this.me = new Client(apiBase, token, timeout);
    this.run = Math.random().toString(36).slice(2, 8);
  }

  /** A client with another token. Skips the case if there is none. */
  as(name) {
    if (!this.tokens[name]) throw new Skipped(`needs --${name}-token`);
    return new Client(this.base, this.tokens[name], this.timeout);
  }

  /** Calls a hook of the staff. Skips the case if there is none. */
  async staff(name, ...parameters) {
    if (!this.hooks[name]) throw new Skipped(`needs a staff hook with ${name}()`);
    const seconds = (this.timeout ?? 20) * 3;
    let timer;
    const expiry = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`it has not ended within ${seconds} seconds`)), seconds * 1000);
    });
    try {
      return await Promise.race([this.hooks[name](...parameters), expiry]);
    } catch (error) {
      throw new Failure(`the staff hook ${name}() has failed: ${reasonOf(error)}`, {cause: error});
    } finally {
      clearTimeout(timer);
    }
  }

  /** Skips a case before it writes, if a hook is missing. */
  needsStaff(...names) {
    const missing = names.find(name => !this.hooks[name]);
    if (missing) throw new Skipped(`needs a staff hook with ${missing}()`);
  }

  draft = (changes = {}) => ({
    subject: `Conformance ${this.run}-${++count}`,
    description: 'Written by the conformance kit.',
    ...changes,
  });

  key = () => ({'Idempotency-Key': `"conformance-${this.run}-${++count}"`});

  /** Creates a ticket of this run. */
  async ticket() {
    const made = await this.me.post('/tickets', this.draft(), this.key());
    checkStatus(made, 201);
    return made.json;
  }

  async reply(ticketId, message = 'A reply.') {
    const made = await this.me.post(`/tickets/${encodeURIComponent(ticketId)}/replies`, {message}, this.key());
    checkStatus(made, 201);
    return made.json;
  }

  detail = ticketId => this.me.get(`/tickets/${encodeURIComponent(ticketId)}`);

  /** Skips the case if the server does not offer the feature. */
  async needsFeature(name) {
    const {json} = await this.me.get('/ticket-config');
    if (json?.features?.[name] !== true) throw new Skipped(`features.${name} is not true`);
  }
}

/**
 * Tries a server, one case after the other. Yields the results.
 *
 * @param {object} options `apiBase`, `token`, and optionally `tokens`, `staff`, `origin`, `only`, `timeout`
 */
export async function* runConformance(options) {
  const trial = new Trial(options);
  for (const {id, name, see, run} of cases) {
    if (options.only?.length && !options.only.some(text => id.includes(text))) continue;
    yield {id, name, see, ...(await outcomeOf(() => run(trial)))};
  }
}

async function outcomeOf(run) {
  try {
    await run();
    return {outcome: 'passed', detail: ''};
  } catch (error) {
    if (error instanceof Skipped) return {outcome: 'skipped', detail: error.message};
    if (error instanceof Failure) return {outcome: 'failed', detail: error.message};
    return {outcome: 'failed', detail: `the kit could not go on: ${reasonOf(error)}`};
  }
}
