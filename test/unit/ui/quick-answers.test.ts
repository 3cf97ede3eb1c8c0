import {describe, it} from 'node:test';

import {expect} from 'chai';

import {defaultConfig, type TicketConfig} from '../../../src/contract/config.js';
import type {Reply} from '../../../src/contract/reply.js';
import {createTranslator} from '../../support/translator.js';
import {isSupportsTurn, quickAnswers, type Conversation} from '../../../src/ui/thread/quick-answers.js';
import {reply, ticket} from '../../support/ticket-fixtures.js';

const t = createTranslator('en');
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

type Kind = Reply['author']['kind'];

/** A ticket that was opened ten days ago, with these messages: who wrote, how many hours ago, and what. */
const conversation = (status: string, ...messages: readonly [Kind, number, string?][]): Conversation => ({
  ticket: ticket('1', {status, createdAt: hoursAgo(240)}),
  rows: messages.map(([kind, hours, message = 'Text'], index) =>
    reply(`${index}`, {author: {kind, name: null}, createdAt: hoursAgo(hours), message}),
  ),
});

const configured = (changes: Partial<TicketConfig>): TicketConfig => ({...defaultConfig, ...changes});
const keysFor = (thread: Conversation, config = defaultConfig): string =>
  quickAnswers(thread, config, t)
    .map(({key}) => key.replace('answer.', ''))
    .join(' ');

describe('the quick answers of a resolved ticket', () => {
  it('say whether it is solved', () => {
    expect(keysFor(conversation('resolved', ['operator', 1]))).to.equal('solved notSolved');
    expect(keysFor(conversation('resolved'))).to.equal('solved notSolved');
    expect(keysFor(conversation('resolved', ['customer', 1]))).to.equal('solved notSolved');
  });

  it('have the built-in text, or the operator’s as it is', () => {
    const quickReplies = {solved: ' Solved! ', notSolved: 'Not yet.', anyUpdate: null};
    const texts = (config: TicketConfig) => quickAnswers(conversation('resolved'), config, t).map(({text}) => text);
    expect(texts(defaultConfig)).to.deep.equal([t('answer.solved.text'), '']);
    expect(texts(configured({quickReplies}))).to.deep.equal([' Solved! ', 'Not yet.']);
  });

  it('do not ask again what the customer has answered, until the customer has written something else', () => {
    const solved = t('answer.solved.text');
    expect(keysFor(conversation('resolved', ['operator', 3], ['customer', 2, solved]))).to.equal('notSolved');
    expect(keysFor(conversation('resolved', ['customer', 3, solved], ['operator', 2]))).to.equal('notSolved');
    expect(keysFor(conversation('resolved', ['customer', 3, solved], ['system', 2]))).to.equal('notSolved');
    const again = conversation('resolved', ['customer', 9, solved], ['customer', 3, 'It is back.'], ['operator', 2]);
    expect(keysFor(again)).to.equal('solved notSolved');
  });
});

describe('the quick answer “Any update?”', () => {
  for (const [name, thread] of [
    ['a new ticket without an answer', conversation('open')],
    ['a ticket whose customer wrote last', conversation('open', ['operator', 60], ['customer', 25])],
    ['a ticket on which support is working', conversation('in_progress', ['operator', 25])],
    ['a ticket with an automatic message since', conversation('open', ['customer', 25], ['system', 1])],
  ] as const) {
    it(`is offered after a day of silence: ${name}`, () => {
      expect(keysFor(thread)).to.equal('anyUpdate');
    });
  }

  for (const [name, thread] of [
    ['the customer wrote less than a day ago', conversation('open', ['customer', 23])],
    ['support wrote less than a day ago', conversation('in_progress', ['customer', 60], ['operator', 23])],
    ['support has answered', conversation('open', ['operator', 60])],
    ['it is the customer’s turn', conversation('pending', ['operator', 60])],
    ['the ticket is closed', conversation('closed', ['customer', 60])],
    ['the status is the operator’s own', conversation('engineer_booked', ['customer', 60])],
    ['the time cannot be read', {ticket: ticket('1', {createdAt: null}), rows: []}],
  ] as const) {
    it(`is not offered if ${name}`, () => {
      expect(keysFor(thread)).to.equal('');
    });
  }

  it('is not offered before the usual time to answer', () => {
    const answers = {...defaultConfig.answers, usualMinutes: 3 * 24 * 60};
    expect(keysFor(conversation('open', ['customer', 71]), configured({answers}))).to.equal('');
    expect(keysFor(conversation('open', ['customer', 73]), configured({answers}))).to.equal('anyUpdate');
  });
});

describe('a quick answer', () => {
  for (const key of ['solved', 'notSolved', 'anyUpdate'] as const) {
    it(`is switched off by false: ${key}`, () => {
      const config = configured({quickReplies: {...defaultConfig.quickReplies, [key]: false}});
      for (const status of ['open', 'resolved']) expect(keysFor(conversation(status), config)).not.to.include(key);
      expect(keysFor(conversation('open'), config) + keysFor(conversation('resolved'), config)).not.to.equal('');
    });
  }
});

describe('it is support’s turn', () => {
  it('while nobody has answered what the customer wrote', () => {
    expect(isSupportsTurn(conversation('open'))).to.be.true;
    expect(isSupportsTurn(conversation('in_progress', ['operator', 2], ['customer', 1]))).to.be.true;
    expect(isSupportsTurn(conversation('open', ['customer', 2], ['system', 1]))).to.be.true;
  });

  it('until support has answered, or asks, or is done', () => {
    expect(isSupportsTurn(conversation('open', ['operator', 1]))).to.be.false;
    for (const status of ['pending', 'resolved', 'closed', 'engineer_booked'])
      expect(isSupportsTurn(conversation(status, ['customer', 1]))).to.be.false;
  });
});
