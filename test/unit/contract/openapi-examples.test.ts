import {describe, it} from 'node:test';

import {expect} from 'chai';
import {safeParse, type $ZodType} from 'zod/v4/core';

import {TicketConfig} from '../../../src/contract/config.js';
import {ReplyDraft, TicketDraft} from '../../../src/contract/drafts.js';
import {problemOf} from '../../../src/contract/problem.js';
import {ReplyPage} from '../../../src/contract/reply.js';
import {ReplyReceipt, TicketDetail, TicketPage} from '../../../src/contract/ticket.js';
import {Updates} from '../../../src/contract/updates.js';
import {readContractExamples, type ContractExample} from '../../support/openapi-examples.js';

const responseSchemas: Readonly<Record<string, $ZodType>> = {
  'listTickets 200': TicketPage,
  'createTicket 201': TicketDetail,
  'getTicket 200': TicketDetail,
  'listReplies 200': ReplyPage,
  'addReply 201': ReplyReceipt,
  'getTicketConfig 200': TicketConfig,
  'getTicketUpdates 200': Updates,
};

const requestSchemas: Readonly<Record<string, $ZodType>> = {createTicket: TicketDraft, addReply: ReplyDraft};

/** The form fills in the defaults before it sends a ticket. */
const withDefaults = ({operation, value}: ContractExample): unknown =>
  operation === 'createTicket' ? {category: '', priority: '', ...(value as object)} : value;

const examples = await readContractExamples();

const isProblem = ({mediaType}: ContractExample): boolean => mediaType === 'application/problem+json';
const isRequest = ({section}: ContractExample): boolean => section === 'request';
/** Events are parsed one by one, not as a whole. */
const isStream = ({mediaType}: ContractExample): boolean => mediaType === 'text/event-stream';

const responses = examples.filter(example => !isProblem(example) && !isRequest(example) && !isStream(example));
const requests = examples.filter(example => isRequest(example) && example.operation !== 'markRead');
const problems = examples.filter(isProblem);

const title = ({operation, section, name}: ContractExample): string => `${operation} ${section}, ${name}`;

function expectParsed(schema: $ZodType, value: unknown): void {
  const {data, error} = safeParse(schema, value);
  expect(data, JSON.stringify(error?.issues)).to.exist;
}

describe('The examples of docs/openapi.yaml', () => {
  it('exist for every body of every operation', () => {
    expect(examples.filter(({value}) => value === undefined).map(title)).to.eql([]);
    expect(new Set(examples.map(({operation}) => operation))).to.have.lengthOf(9);
  });

  it('belong to bodies that have a schema', () => {
    expect([...new Set(responses.map(({operation, section}) => `${operation} ${section}`))].sort()).to.eql(
      Object.keys(responseSchemas).sort(),
    );
    expect([...new Set(requests.map(({operation}) => operation))].sort()).to.eql(Object.keys(requestSchemas).sort());
  });

  for (const example of responses) {
    it(`are parsed by the response schema: ${title(example)}`, () => {
      expectParsed(responseSchemas[`${example.operation} ${example.section}`]!, example.value);
    });
  }

  for (const example of requests) {
    it(`are parsed by the request schema: ${title(example)}`, () => {
      expectParsed(requestSchemas[example.operation]!, withDefaults(example));
    });
  }

  for (const example of problems) {
    it(`describe the problem in words: ${title(example)}`, () => {
      expect(problemOf(example.value).detail).to.match(/\w+ \w+/);
    });
  }

  it('use the text of the specification if subject and description are empty', () => {
    const empty = problems.find(
      ({operation, section, name}) => `${operation} ${section} ${name}` === 'createTicket 422 empty',
    );
    const {detail, fields} = problemOf(empty?.value);
    expect(detail).to.equal('Subject and description are required');
    expect([...fields.keys()]).to.eql(['subject', 'description']);
  });

  it('contain no internal note', () => {
    expect(JSON.stringify(examples)).not.to.match(/"is_internal":(?!false)/);
  });
});
