import {describe, it} from 'node:test';

import {expect} from 'chai';

import {TicketConfig} from '../../../src/contract/config.js';
import {ReplyDraft, TicketDraft} from '../../../src/contract/drafts.js';
import {Problem} from '../../../src/contract/problem.js';
import {ReplyPage} from '../../../src/contract/reply.js';
import {ReplyReceipt, TicketDetail, TicketPage} from '../../../src/contract/ticket.js';
import {Updates} from '../../../src/contract/updates.js';
import {readContractExamples, type ContractExample} from '../../support/openapi-examples.js';

interface Schema {
  safeParse(value: unknown): {
    readonly data?: unknown;
    readonly error?: {readonly issues: readonly unknown[]} | undefined;
  };
}

const responseSchemas: Readonly<Record<string, Schema>> = {
  'listTickets 200': TicketPage,
  'createTicket 201': TicketDetail,
  'getTicket 200': TicketDetail,
  'listReplies 200': ReplyPage,
  'addReply 201': ReplyReceipt,
  'getTicketConfig 200': TicketConfig,
  'getTicketUpdates 200': Updates,
};

/** The form fills in the defaults before it sends a ticket. */
const requestSchemas: Readonly<Record<string, Schema>> = {
  createTicket: {safeParse: body => TicketDraft.safeParse({category: '', priority: '', ...(body as object)})},
  addReply: ReplyDraft,
};

const examples = await readContractExamples();

const isProblem = ({mediaType}: ContractExample): boolean => mediaType === 'application/problem+json';
const isRequest = ({section}: ContractExample): boolean => section === 'request';
/** Events are parsed one by one, not as a whole. */
const isStream = ({mediaType}: ContractExample): boolean => mediaType === 'text/event-stream';

const responses = examples.filter(example => !isProblem(example) && !isRequest(example) && !isStream(example));
const requests = examples.filter(example => isRequest(example) && example.operation !== 'markRead');
const problems = examples.filter(isProblem);

const title = ({operation, section, name}: ContractExample): string => `${operation} ${section}, ${name}`;

function expectParsed(schema: Schema, value: unknown): void {
  const {data, error} = schema.safeParse(value);
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
      expectParsed(requestSchemas[example.operation]!, example.value);
    });
  }

  for (const example of problems) {
    it(`describe the problem in words: ${title(example)}`, () => {
      expect(Problem.parse(example.value).detail).to.match(/\w+ \w+/);
    });
  }

  it('use the text of the specification if subject and description are empty', () => {
    const empty = problems.find(
      ({operation, section, name}) => `${operation} ${section} ${name}` === 'createTicket 422 empty',
    );
    const {detail, fields} = Problem.parse(empty?.value);
    expect(detail).to.equal('Subject and description are required');
    expect([...fields.keys()]).to.eql(['subject', 'description']);
  });

  it('contain no internal note', () => {
    expect(JSON.stringify(examples)).not.to.match(/"is_internal":(?!false)/);
  });
});
