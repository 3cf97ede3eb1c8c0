import {after, describe, it} from 'node:test';

import {expect} from 'chai';
import {safeParse} from 'zod/v4/core';

import {Choice, TicketConfig} from '../../../src/contract/config.js';
import {readTolerantly} from '../../../src/contract/flaws.js';
import {rowsOf} from '../../../src/contract/primitives.js';
import {Reply, ReplyPage} from '../../../src/contract/reply.js';
import {ReplyReceipt, TicketDetail, TicketPage, TicketSummary} from '../../../src/contract/ticket.js';
import {TicketChange, Updates} from '../../../src/contract/updates.js';
import {fieldsOf, leavesOf, replaceAt, sampleOf, type Schema, type SchemaField} from '../../support/schema-fields.js';

const schemas: Readonly<Record<string, Schema>> = {
  TicketConfig,
  Reply,
  ReplyPage,
  TicketSummary,
  TicketPage,
  TicketDetail,
  ReplyReceipt,
  Updates,
  TicketChange,
};

/** Without these, nothing of a response can be shown. */
const indispensable = new Set(['ReplyPage data', 'TicketPage data', 'TicketDetail id', 'ReplyReceipt reply']);

const variants: Readonly<Record<string, unknown>> = {
  missing: undefined,
  null: null,
  'the empty text': '',
  'an object': {unknown: 1},
  'an empty array': [],
  true: true,
  'a number as text': '3',
  'a text as number': 1234,
  'an absurdly large number': 1e21,
  'a negative number': -1,
  'an absurdly long text': 'x'.repeat(100_000),
};

/** The leaves of two values that differ. */
function differences(one: unknown, other: unknown): string[] {
  const [before, now] = [new Map(leavesOf(one)), new Map(leavesOf(other))];
  return [...new Set([...before.keys(), ...now.keys()])].filter(path => !Object.is(before.get(path), now.get(path)));
}

const isYes = (value: unknown): boolean => !([undefined, null, '', false] as unknown[]).includes(value);

const isNumberText = (value: unknown): boolean => value === '3';

/** Whether nothing has to be said about a value. */
const mayBeSilent = ({path, sample}: SchemaField, value: unknown): boolean =>
  value === undefined ||
  value === null ||
  typeof value === typeof sample ||
  // The only ids that are numbers.
  /(?:^|_)id$/.test(String(path.at(-1)));

let count = 0;
after(() => console.log(`contract-flaws: ${count} flawed responses`));

for (const [name, schema] of Object.entries(schemas)) {
  const sample = sampleOf(schema);
  const whole = readTolerantly(schema, sample);

  describe(`A response of ${name}`, () => {
    it('has no flaw if it is as the contract has it', () => {
      expect(whole.flaws).to.eql([]);
      expect(safeParse(schema, sample).success).to.be.true;
    });

    for (const field of fieldsOf(schema, sample)) {
      const path = field.path.join('.');
      // A choice without a value cannot be chosen, and is left out.
      const lost =
        field.path.at(-1) === 'value' ? [sampleOf(rowsOf(Choice)), 'and the next in its place'] : field.sample;
      const size = [...leavesOf(lost)].length;
      const isNote = field.path.at(-1) === 'is_internal';

      for (const [what, value] of Object.entries(variants)) {
        count++;
        const {output, flaws, fatal} = readTolerantly(schema, replaceAt(sample, field.path, value));

        if (isNote && isYes(value)) {
          it(`is shown without what is internal if ${path} is ${what}, and that is said`, () => {
            expect(flaws.map(flaw => flaw.path)).to.include(path);
            const isHidden = fatal ? fatal.path === 'id' : differences(whole.output, output).length > 0;
            expect(isHidden || name === 'TicketSummary' || path.startsWith('ticket.')).to.be.true;
          });
        } else if (fatal) {
          it(`is refused if ${path} is ${what}, by this path`, () => {
            expect(indispensable).to.include(`${name} ${path}`);
            expect(fatal.path).to.equal(path);
            expect(fatal.reason).to.match(/missing|instead of|not exact/);
          });
        } else {
          it(`keeps everything else if ${path} is ${what}`, () => {
            expect(differences(whole.output, output).length, JSON.stringify(output)).to.be.at.most(size);
          });

          it(`says so if ${path} is ${what}, unless the contract allows it`, () => {
            const said = flaws.map(flaw => flaw.path);
            expect(said.filter(each => each !== path && !each.startsWith(`${path}.`))).to.eql([]);
            expect(said.length > 0 || mayBeSilent(field, value), JSON.stringify(flaws)).to.be.true;
            expect(JSON.stringify(flaws)).not.to.contain('xxx');
          });

          if (typeof field.sample === 'number' && isNumberText(value)) {
            it(`has the number if ${path} is ${what}`, () => {
              expect([...leavesOf(output)].some(([, leaf]) => leaf === (path.endsWith('poll_after') ? 5 : 3))).to.be
                .true;
            });
          }

          if (/^\w+ 0$/.test(String(field.sample)) && value === 1234) {
            it(`has the digits if ${path} is ${what}`, () => {
              expect([...leavesOf(output)].some(([, leaf]) => leaf === '1234')).to.be.true;
            });
          }
        }
      }
    }
  });
}
