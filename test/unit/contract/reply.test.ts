import {describe, it} from 'node:test';

import {expect} from 'chai';
import {parse} from 'zod/v4/core';

import {readTolerantly} from '../../../src/contract/flaws.js';
import {Reply, ReplyPage} from '../../../src/contract/reply.js';
import {replyJson} from '../../support/json-fixtures.js';

describe('Reply', () => {
  it('is parsed from the fields of the REST contract', () => {
    expect(parse(Reply, replyJson())).to.eql({
      id: 'r1',
      author: {kind: 'operator', name: 'Anna'},
      message: 'We are looking at it.',
      createdAt: '2026-05-02T10:00:00.000Z',
      isInternal: false,
    });
  });

  for (const kind of ['customer', 'operator', 'system']) {
    it(`is by the ${kind} if its author's kind says so, whatever the name`, () => {
      expect(parse(Reply, replyJson({author: {kind, name: 'You'}})).author).to.eql({kind, name: 'You'});
    });
  }

  for (const author of [{kind: 'agent'}, {kind: null}, {}, {display_name: 'Anna', type: 'customer'}]) {
    it(`is by the operator, which is reported, for the author ${JSON.stringify(author)}`, () => {
      const {output, flaws} = readTolerantly(Reply, replyJson({author}));
      expect(output.author).to.eql({kind: 'operator', name: null});
      expect(flaws.map(({path}) => path)).to.eql(['author.kind']);
    });
  }

  for (const kind of ['Customer', 'CUSTOMER']) {
    it(`is by the customer, which is reported, for the kind ${kind}`, () => {
      const {output, flaws} = readTolerantly(Reply, replyJson({author: {kind, name: null}}));
      expect(output.author.kind).to.equal('customer');
      expect(flaws.map(({path}) => path)).to.eql(['author.kind']);
    });
  }

  for (const [author, name] of [
    [undefined, null],
    [null, null],
    [7.5, '7.5'],
    ['NOC', 'NOC'],
    [[], null],
  ] as const) {
    it(`is by the operator for the author ${JSON.stringify(author) ?? 'undefined'}, which is a flaw`, () => {
      const {output, flaws, fatal} = readTolerantly(Reply, replyJson({author}));
      expect(output.author).to.eql({kind: 'operator', name});
      expect(flaws.map(({path}) => path)).to.eql(['author']);
      expect(fatal).to.be.undefined;
    });
  }

  for (const invisible of ['\u3164', '\u200b\u2060', ' \u00ad\ufeff\n', '\u202e']) {
    it(`has an empty message and name if these show nothing: ${JSON.stringify(invisible)}`, () => {
      const {message, author} = parse(
        Reply,
        replyJson({message: invisible, author: {kind: 'operator', name: invisible}}),
      );
      expect([message, author.name]).to.eql(['', '']);
    });
  }

  it('keeps invisible characters between visible ones', () => {
    expect(parse(Reply, replyJson({message: 'Sl\u00adow \ud83d\udc69\u200d\ud83d\udcbb'})).message).to.equal(
      'Sl\u00adow \ud83d\udc69\u200d\ud83d\udcbb',
    );
  });

  it('is empty if its message cannot be read', () => {
    expect(readTolerantly(Reply, replyJson({message: null})).output.message).to.equal('');
  });

  it('keeps the line breaks of its message, and removes control characters from the author’s name', () => {
    const {message, author} = parse(
      Reply,
      replyJson({message: 'a\n\tb', author: {kind: 'operator', name: 'An\u202Ena\n(Support)'}}),
    );
    expect(message).to.equal('a\n\tb');
    expect(author.name).to.equal('Anna (Support)');
  });

  const isInternal = (value: unknown): boolean =>
    readTolerantly(Reply, replyJson({is_internal: value})).output.isInternal;

  for (const isPublic of [false, null, undefined, 0, '0', 'false', '']) {
    it(`is public if is_internal is ${JSON.stringify(isPublic) ?? 'undefined'}`, () => {
      expect(isInternal(isPublic)).to.be.false;
    });
  }

  for (const isNote of [true, 1, 'true', 'yes', {}, []]) {
    it(`is an internal note if is_internal is ${JSON.stringify(isNote)}`, () => {
      expect(isInternal(isNote)).to.be.true;
    });
  }
});

describe('ReplyPage', () => {
  it('is sorted by time, equal times as they came, and says that it was not', () => {
    const times = ['12:00', '11:00', '11:00', null, '10:00'];
    const data = times.map((time, id) => replyJson({id, created_at: time && `2026-05-02T${time}:00Z`}));
    const {output, flaws} = readTolerantly(ReplyPage, {data, earlier_cursor: null});
    expect(output.replies.map(reply => reply.id).join(' ')).to.equal('4 1 2 3 0');
    expect(flaws).to.deep.include({path: 'data', reason: 'not sorted, oldest first'});
  });

  it('keeps the order of equal times, and has the cursor of the earlier page', () => {
    const page = parse(ReplyPage, {data: [replyJson({id: 1}), replyJson({id: 2})], earlier_cursor: 'before'});
    expect(page.replies.map(reply => reply.id)).to.eql(['1', '2']);
    expect(page.earlierCursor).to.equal('before');
  });

  it('has no cursor at the start of the thread', () => {
    expect(parse(ReplyPage, {data: []})).to.eql({replies: [], earlierCursor: null});
  });
});
