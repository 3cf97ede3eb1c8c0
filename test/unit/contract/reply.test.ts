import {describe, it} from 'node:test';

import {expect} from 'chai';

import {Reply, ReplyPage} from '../../../src/contract/reply.js';
import {replyJson} from '../../support/json-fixtures.js';

describe('Reply', () => {
  it('is parsed from the fields of the REST contract', () => {
    expect(Reply.parse(replyJson())).to.eql({
      id: 'r1',
      author: {kind: 'operator', name: 'Anna'},
      message: 'We are looking at it.',
      createdAt: '2026-05-02T10:00:00.000Z',
      isInternal: false,
    });
  });

  for (const kind of ['customer', 'operator', 'system']) {
    it(`is by the ${kind} if its author's kind says so, whatever the name`, () => {
      expect(Reply.parse(replyJson({author: {kind, name: 'You'}})).author).to.eql({kind, name: 'You'});
    });
  }

  for (const author of [{kind: 'robot'}, {kind: null}, {}]) {
    it(`is by the operator, never by the customer, for the author ${JSON.stringify(author)}`, () => {
      expect(Reply.parse(replyJson({author})).author).to.eql({kind: 'operator', name: null});
    });
  }

  it('is rejected without an author', () => {
    expect(Reply.safeParse(replyJson({author: undefined})).success).to.be.false;
  });

  it('keeps the line breaks of its message, and removes control characters from the author’s name', () => {
    const {message, author} = Reply.parse(
      replyJson({message: 'a\n\tb', author: {kind: 'operator', name: 'An\u202Ena\n(Support)'}}),
    );
    expect(message).to.equal('a\n\tb');
    expect(author.name).to.equal('Anna (Support)');
  });

  for (const isPublic of [false, null, undefined]) {
    it(`is public if is_internal is ${String(isPublic)}`, () => {
      expect(Reply.parse(replyJson({is_internal: isPublic})).isInternal).to.be.false;
    });
  }

  for (const isNote of [true, 1, 'true', 'yes', 'false', 0, {}, []]) {
    it(`is an internal note if is_internal is ${JSON.stringify(isNote)}`, () => {
      expect(Reply.parse(replyJson({is_internal: isNote})).isInternal).to.be.true;
    });
  }
});

describe('ReplyPage', () => {
  it('keeps the order of the server, and has the cursor of the earlier page', () => {
    const page = ReplyPage.parse({data: [replyJson({id: 1}), replyJson({id: 2})], earlier_cursor: 'before'});
    expect(page.replies.map(reply => reply.id)).to.eql(['1', '2']);
    expect(page.earlierCursor).to.equal('before');
  });

  it('has no cursor at the start of the thread', () => {
    expect(ReplyPage.parse({data: []})).to.eql({replies: [], earlierCursor: null});
  });
});
