import {expect} from '@open-wc/testing';

import {SupportError} from '../../../../src/contract/errors.js';
import type {ReplyPage} from '../../../../src/contract/reply.js';
import type {TicketDetail} from '../../../../src/contract/ticket.js';
import {TicketThread} from '../../../../src/state/cache/ticket-thread.js';
import {deferred} from '../../../support/deferred.js';
import {answerSequence} from '../../../support/stub-backend.js';
import {detail, idsOf, receipt, reply, ticket} from '../../../support/ticket-fixtures.js';

type Answers<Answer> = readonly (Answer | Promise<Answer> | Error)[];

function threadOf(details: Answers<TicketDetail>, pages: Answers<ReplyPage> = []) {
  const opened = answerSequence<string, TicketDetail>(...details);
  const earlier = answerSequence<string, ReplyPage>(...pages);
  const read: string[] = [];
  const backend = {
    getTicket: opened.ask,
    listReplies: (_: string, {cursor}: {cursor: string}) => earlier.ask(cursor),
  };
  const thread = new TicketThread(backend, 't1', ({status}) => read.push(status));
  const value = () => thread.state.value.value!;
  return {thread, read, value, opened: opened.asked, earlier: earlier.asked, shown: () => idsOf(value().rows)};
}

const page = (ids: string, earlierCursor: string | null = null): ReplyPage => ({
  replies: ids
    .split(' ')
    .filter(Boolean)
    .map(id => reply(id)),
  earlierCursor,
});

const newest = (ids: string, earlierCursor: string | null) => detail('t1', ids, {earlierCursor});

describe('a thread', () => {
  it('is opened at its newest page, with the description', async () => {
    const {thread, value, shown, opened} = threadOf([newest('e f', 'before e')]);
    await thread.load();
    expect(shown()).to.equal('e f');
    expect(value()).to.include({description: 'Description of t1', canReply: true, cursor: 'before e'});
    expect(opened).to.eql(['t1']);
  });

  it('puts earlier pages before what is there, until it starts', async () => {
    const {thread, shown, earlier} = threadOf([newest('e f', 'before e')], [page('c d', 'before c'), page('a b')]);
    await thread.load();
    await thread.loadEarlier();
    expect(shown()).to.equal('c d e f');
    await thread.loadEarlier();
    await thread.loadEarlier();
    expect(shown()).to.equal('a b c d e f');
    expect(earlier).to.eql(['before e', 'before c']);
  });

  it('follows an earlier page that is empty and leads on', async () => {
    const {thread, shown, earlier} = threadOf([newest('c', 'before c')], [page('', 'further'), page('a b')]);
    await thread.load();
    await thread.loadEarlier();
    expect(shown()).to.equal('a b c');
    expect(earlier).to.eql(['before c', 'further']);
  });

  it('shows a reply once where pages overlap', async () => {
    const {thread, shown} = threadOf([newest('c d', 'before c')], [page('b c')]);
    await thread.load();
    await thread.loadEarlier();
    expect(shown()).to.equal('b c d');
  });

  it('asks for an earlier page once however often it is wanted', async () => {
    const answer = deferred<ReplyPage>();
    const {thread, value, earlier} = threadOf([newest('b', 'before b')], [answer.promise]);
    await thread.load();
    const both = [thread.loadEarlier(), thread.loadEarlier()];
    expect(value().pageStatus).to.equal('loading');
    answer.resolve(page('a'));
    await Promise.all(both);
    expect(earlier).to.have.lengthOf(1);
  });

  it('keeps what is there when an earlier page fails, and asks for it again', async () => {
    const {thread, value, shown} = threadOf([newest('b', 'before b')], [new SupportError('network'), page('a')]);
    await thread.load();
    await thread.loadEarlier();
    expect(value().pageStatus).to.equal('failed');
    expect(thread.state.value.status).to.equal('ready');
    await thread.loadEarlier();
    expect(shown()).to.equal('a b');
  });

  it('tells what the ticket is like each time it has been read', async () => {
    const resolved = detail('t1', '', {ticket: ticket('t1', {status: 'resolved'})});
    const {thread, read} = threadOf([detail('t1', ''), resolved]);
    await thread.load();
    await thread.refresh();
    expect(read).to.eql(['open', 'resolved']);
  });
});

describe('a thread, read again', () => {
  it('has what is new at its end, beneath the earlier pages', async () => {
    const {thread, value, shown} = threadOf(
      [newest('c d', 'before c'), newest('d e', 'before d')],
      [page('a b', 'before a')],
    );
    await thread.load();
    await thread.loadEarlier();
    await thread.refresh();
    expect(shown()).to.equal('a b c d e');
    expect(value().cursor).to.equal('before a');
  });

  it('has what has not changed as the very same, so that nobody looks at it again', async () => {
    const {thread, value} = threadOf([newest('a b', null), newest('a b c', null)], []);
    await thread.load();
    const before = value().rows;
    await thread.refresh();
    expect(value().rows.slice(0, 2)).to.have.ordered.members(before);
    expect(value().rows[0]).to.equal(before[0]);
  });

  it('loses a reply that the server no longer has', async () => {
    const {thread, shown} = threadOf([newest('c d e', 'before c'), newest('b c e', 'before b')], [page('a b')]);
    await thread.load();
    await thread.loadEarlier();
    await thread.refresh();
    expect(shown()).to.equal('a b c e');
  });

  it('loses a reply of a short thread just as well', async () => {
    const {thread, shown} = threadOf([detail('t1', 'a b c'), detail('t1', 'a c')]);
    await thread.load();
    await thread.refresh();
    expect(shown()).to.equal('a c');
  });

  it('starts over where the newest page no longer reaches what was there', async () => {
    const {thread, value, shown} = threadOf([newest('c d', 'before c'), newest('x y', 'before x')], [page('a b')]);
    await thread.load();
    await thread.loadEarlier();
    await thread.refresh();
    expect(shown()).to.equal('x y');
    expect(value().cursor).to.equal('before x');
  });

  it('keeps what is there when it fails', async () => {
    const {thread, shown} = threadOf([detail('t1', 'a b'), new SupportError('unavailable')]);
    await thread.load();
    await thread.refresh();
    expect(shown()).to.equal('a b');
    expect(thread.state.value.error?.code).to.equal('unavailable');
  });
});

describe('a thread, from a cursor that the server does not know any more', () => {
  it('starts over at its newest page, and goes on from there', async () => {
    const {thread, value, shown, earlier} = threadOf(
      [newest('e f', 'before e'), newest('e f', 'anew')],
      [page('c d', 'before c'), new SupportError('invalid', {refusesCursor: true}), page('c d')],
    );
    await thread.load();
    await thread.loadEarlier();
    await thread.loadEarlier();
    expect(shown()).to.equal('e f');
    expect(value()).to.include({more: 'idle', cursor: 'anew'});
    await thread.loadEarlier();
    expect(shown()).to.equal('c d e f');
    expect(earlier).to.eql(['before e', 'before c', 'anew']);
  });
});

describe('a thread, told of a reply of the customer’s own', () => {
  it('has it at its end at once, and the ticket as the server says', async () => {
    const {thread, value, shown} = threadOf([detail('t1', 'a', {ticket: ticket('t1', {status: 'resolved'})})]);
    await thread.load();
    thread.appendReply(receipt('t1', 'hello', {status: 'open'}));
    expect(shown()).to.equal('a reply hello');
    expect(value().ticket).to.include({status: 'open', replyCount: 2});
  });

  it('has it once, where it was read meanwhile', async () => {
    const {thread, value} = threadOf([detail('t1', 'a', {replies: [reply('a'), reply('reply hello')]})]);
    await thread.load();
    thread.appendReply(receipt('t1', 'hello'));
    expect(value().rows).to.have.lengthOf(2);
  });

  it('counts what it can see, where that is the whole thread, and else believes the server', async () => {
    const whole = threadOf([detail('t1', 'a')]);
    await whole.thread.load();
    whole.thread.appendReply(receipt('t1', 'hello', {replyCount: 7}));
    expect(whole.value().ticket.replyCount).to.equal(2);

    const end = threadOf([newest('a', 'before a')]);
    await end.thread.load();
    end.thread.appendReply(receipt('t1', 'hello', {replyCount: 7}));
    expect(end.value().ticket.replyCount).to.equal(7);
  });

  it('does not lose it to an answer that was on its way', async () => {
    const late = deferred<TicketDetail>();
    const {thread, shown} = threadOf([
      detail('t1', 'a'),
      late.promise,
      detail('t1', 'a', {replies: [reply('a'), reply('reply hello')]}),
    ]);
    await thread.load();
    const refreshed = thread.refresh();
    thread.appendReply(receipt('t1', 'hello'));
    late.resolve(detail('t1', 'a'));
    await refreshed;
    expect(shown()).to.equal('a reply hello');
  });

  it('shows the ticket as it is known better now', async () => {
    const {thread, value} = threadOf([detail('t1', 'a')]);
    await thread.load();
    thread.updateTicket(ticket('t1', {unreadCount: 0, status: 'pending'}));
    expect(value().ticket.status).to.equal('pending');
    expect(value().rows).to.have.lengthOf(1);
  });
});
