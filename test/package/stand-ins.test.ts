import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {build, type Rolldown} from 'vite';

import {withStandIns} from '../../.ci/build/stand-ins.js';
import {ticketConfigJson, ticketDetailJson, replyJson, ticketJson} from '../support/json-fixtures.js';

interface Outcome {
  readonly success: boolean;
  readonly data?: unknown;
  readonly error?: {readonly issues: readonly {readonly path: readonly PropertyKey[]}[]};
}
type Schema = {safeParse(value: unknown): Outcome};
type Schemas = Readonly<Record<string, Schema>>;

const modules = ['config', 'drafts', 'problem', 'reply', 'ticket', 'updates'];

/** Each schema of the contract, with one value that it takes. */
const samples: Readonly<Record<string, unknown>> = {
  TicketConfig: {...ticketConfigJson(), statuses: [{value: 'open', label: 'Open'}], limits: {subject: 80}},
  TicketDraft: {subject: 'Slow', description: 'Very', category: 'general', priority: 'normal'},
  ReplyDraft: {message: 'Hello'},
  Problem: {type: 'about:blank', detail: 'No', errors: [{pointer: '/subject', detail: 'Too long'}], retry_after: 3},
  Reply: replyJson({is_internal: false}),
  ReplyPage: {data: [replyJson(), replyJson({id: 7})], earlier_cursor: 'before'},
  TicketSummary: ticketJson(),
  TicketPage: {data: [ticketJson(), ticketJson({id: 2})], next_cursor: null},
  TicketDetail: ticketDetailJson(),
  ReplyReceipt: {reply: replyJson(), ticket: ticketJson()},
  Updates: {
    unread: 2,
    tickets: [{id: 1, ticket_number: 'TKT-1', subject: 'Slow', unread_count: 2}],
    poll_after: 60,
  },
  Change: {ticket_id: 't1'},
};

const strangers = [null, undefined, '', 'x', 0, 7.5, NaN, true, [], {}, [null], '2026-05-02T10:00:00+0200', {value: 1}];

/** The value itself, and all that it becomes when one thing anywhere in it is another, is missing, or is too many. */
function* variants(value: unknown): Generator {
  yield value;
  yield* strangers;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const {[key as never]: _, ...rest} = value;
    if (!Array.isArray(value)) yield rest;
    for (const other of variants(inner)) {
      yield Array.isArray(value) ? Object.assign([...value], {[key]: other}) : {...value, [key]: other};
    }
  }
  if (!Array.isArray(value)) yield {...value, one_more: 'thing', ['__proto__']: {x: 1}};
}

const plainly = ({success, data, error}: Outcome): object =>
  success ? {data} : {paths: error?.issues.map(({path}) => path)};

async function schemasOf(name: string): Promise<Schemas> {
  return (await import(`../../src/contract/${name}.js`)) as Schemas;
}

/** The same module, as the bundle has it. */
async function bundledSchemasOf(name: string): Promise<Schemas> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [withStandIns()],
    build: {
      write: false,
      minify: false,
      lib: {entry: fileURLToPath(new URL(`../../src/contract/${name}.ts`, import.meta.url)), formats: ['es']},
    },
  })) as Rolldown.RolldownOutput[];
  const {code} = built[0]!.output[0];
  assert(!code.includes('_zod'), 'the library itself is in it');
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Schemas;
}

describe('what stands in for zod in the bundle', async () => {
  const named = new Set<string>();

  for (const name of modules) {
    const [theirs, ours] = [await schemasOf(name), await bundledSchemasOf(name)];
    for (const [schema, real] of Object.entries(theirs).filter(([, {safeParse}]) => safeParse)) {
      named.add(schema);
      if (!(schema in samples)) continue;
      it(`takes, changes and refuses the same as zod: ${schema}`, () => {
        for (const value of variants(samples[schema])) {
          const expected = plainly(real.safeParse(value));
          assert.deepEqual(plainly(ours[schema]!.safeParse(value)), expected, JSON.stringify(value));
        }
      });
    }
  }

  it('was tried with every schema that answers and drafts are read by', () => {
    const parts = ['Author', 'Choice'];
    assert.deepEqual([...named].filter(name => !parts.includes(name)).sort(), Object.keys(samples).sort());
  });
});
