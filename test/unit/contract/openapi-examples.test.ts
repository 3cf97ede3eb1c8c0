import {expect} from '@open-wc/testing';

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

const answers: Readonly<Record<string, Schema>> = {
  'listTickets 200': TicketPage,
  'createTicket 201': TicketDetail,
  'getTicket 200': TicketDetail,
  'listReplies 200': ReplyPage,
  'addReply 201': ReplyReceipt,
  'getTicketConfig 200': TicketConfig,
  'getTicketUpdates 200': Updates,
};

/** What a customer left out of the form has a default before it is sent. */
const requests: Readonly<Record<string, Schema>> = {
  createTicket: {safeParse: said => TicketDraft.safeParse({category: '', priority: '', ...(said as object)})},
  addReply: ReplyDraft,
};

const examples = await readContractExamples();

const isProblem = ({mediaType}: ContractExample): boolean => mediaType === 'application/problem+json';
const isRequest = ({section}: ContractExample): boolean => section === 'request';
/** Events are read as they come, not parsed as a whole. */
const isStream = ({mediaType}: ContractExample): boolean => mediaType === 'text/event-stream';

const answered = examples.filter(example => !isProblem(example) && !isRequest(example) && !isStream(example));
const spoken = examples.filter(example => isRequest(example) && example.operation !== 'markRead');
const problems = examples.filter(isProblem);

const title = ({operation, section, name}: ContractExample): string => `${operation} ${section}, ${name}`;

function expectRead(schema: Schema, value: unknown): void {
  const {data, error} = schema.safeParse(value);
  expect(data, JSON.stringify(error?.issues)).to.exist;
}

describe('the examples of docs/openapi.yaml', () => {
  it('are there for every body of every operation', () => {
    expect(examples.filter(({value}) => value === undefined).map(title)).to.eql([]);
    expect(new Set(examples.map(({operation}) => operation))).to.have.lengthOf(9);
  });

  it('are of answers that we have a schema for, each of them', () => {
    expect([...new Set(answered.map(({operation, section}) => `${operation} ${section}`))].sort()).to.eql(
      Object.keys(answers).sort(),
    );
    expect([...new Set(spoken.map(({operation}) => operation))].sort()).to.eql(Object.keys(requests).sort());
  });

  for (const example of answered) {
    it(`are read as ${title(example)}`, () => {
      expectRead(answers[`${example.operation} ${example.section}`]!, example.value);
    });
  }

  for (const example of spoken) {
    it(`are what we say as ${title(example)}`, () => expectRead(requests[example.operation]!, example.value));
  }

  for (const example of problems) {
    it(`say in words what is wrong as ${title(example)}`, () => {
      expect(Problem.parse(example.value).serverMessage).to.match(/\w+ \w+/);
    });
  }

  it('say the serverMessage of the specification where subject and description are empty', () => {
    const empty = problems.find(
      ({operation, section, name}) => `${operation} ${section} ${name}` === 'createTicket 422 empty',
    );
    const {serverMessage, fields} = Problem.parse(empty?.value);
    expect(serverMessage).to.equal('Subject and description are required');
    expect([...fields.keys()]).to.eql(['subject', 'description']);
  });

  it('hold no internal note', () => {
    expect(JSON.stringify(examples)).not.to.match(/"is_internal":(?!false)/);
  });
});
