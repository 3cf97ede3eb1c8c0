import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../../src/contract/errors.js';
import type {ReplyPage} from '../../../../src/contract/reply.js';
import type {TicketDetail} from '../../../../src/contract/ticket.js';
import {Revalidator} from '../../../../src/state/cache/revalidator.js';
import {TicketThread} from '../../../../src/state/cache/ticket-thread.js';
import {deferred} from '../../../support/deferred.js';
import {FakePage} from '../../../support/fake-page.js';
import {FakeTime} from '../../../support/fake-time.js';
import {nextTask} from '../../../support/next-task.js';
import {answerSequence} from '../../../support/stub-backend.js';
import {detail, idsOf, receipt, reply, ticket} from '../../../support/ticket-fixtures.js';

type Responses<Response> = readonly (Response | Promise<Response> | Error)[];

function threadOf(details: Responses<TicketDetail>, pages: Responses<ReplyPage> = []) {
  const newest = answerSequence<string, TicketDetail>(...details);
  const earlier = answerSequence<string, ReplyPage>(...pages);
  const loadedStatuses: string[] = [];
  const backend = {
    getTicket: newest.ask,
    listReplies: (_: string, {cursor}: {cursor: string}) => earlier.ask(cursor),
  };
  const thread = new TicketThread(backend, 't1', ({status}) => loadedStatuses.push(status));
  const value = () => thread.state.value.value!;
  return {
    thread,
    loadedStatuses,
    value,
    ticketIds: newest.calls,
    cursors: earlier.calls,
    shown: () => idsOf(value().rows),
  };
}

const page = (ids: string, earlierCursor: string | null = null): ReplyPage => ({
  replies: ids
    .split(' ')
    .filter(Boolean)
    .map(id => reply(id)),
  earlierCursor,
});

const newestPage = (ids: string, earlierCursor: string | null) => detail('t1', ids, {earlierCursor});

describe('TicketThread', () => {
  it('loads its newest page and the description first', async () => {
    const {thread, value, shown, ticketIds} = threadOf([newestPage('e f', 'before e')]);
    await thread.load();
    expect(shown()).to.equal('e f');
    expect(value()).to.include({description: 'Description of t1', canReply: true, cursor: 'before e'});
    expect(ticketIds).to.eql(['t1']);
  });

  it('puts earlier pages before the loaded replies, up to the first reply', async () => {
    const {thread, shown, cursors} = threadOf([newestPage('e f', 'before e')], [page('c d', 'before c'), page('a b')]);
    await thread.load();
    await thread.loadEarlier();
    expect(shown()).to.equal('c d e f');
    await thread.loadEarlier();
    await thread.loadEarlier();
    expect(shown()).to.equal('a b c d e f');
    expect(cursors).to.eql(['before e', 'before c']);
  });

  it('follows the cursor of an empty earlier page', async () => {
    const {thread, shown, cursors} = threadOf([newestPage('c', 'before c')], [page('', 'further'), page('a b')]);
    await thread.load();
    await thread.loadEarlier();
    expect(shown()).to.equal('a b c');
    expect(cursors).to.eql(['before c', 'further']);
  });

  it('shows a reply once if pages overlap', async () => {
    const {thread, shown} = threadOf([newestPage('c d', 'before c')], [page('b c')]);
    await thread.load();
    await thread.loadEarlier();
    expect(shown()).to.equal('b c d');
  });

  it('requests an earlier page once for several calls', async () => {
    const answer = deferred<ReplyPage>();
    const {thread, value, cursors} = threadOf([newestPage('b', 'before b')], [answer.promise]);
    await thread.load();
    const loading = [thread.loadEarlier(), thread.loadEarlier()];
    expect(value().pageStatus).to.equal('loading');
    answer.resolve(page('a'));
    await Promise.all(loading);
    expect(cursors).to.have.lengthOf(1);
  });

  it('keeps its replies if an earlier page fails, and requests it again', async () => {
    const {thread, value, shown} = threadOf([newestPage('b', 'before b')], [new SupportError('network'), page('a')]);
    await thread.load();
    await thread.loadEarlier();
    expect(value().pageStatus).to.equal('failed');
    expect(thread.state.value.status).to.equal('ready');
    await thread.loadEarlier();
    expect(shown()).to.equal('a b');
  });

  it('loads page after page while more are wanted, one request at a time', async () => {
    const pages = [deferred<ReplyPage>(), deferred<ReplyPage>(), deferred<ReplyPage>()];
    const {thread, value, shown, cursors} = threadOf(
      [newestPage('g', 'before g')],
      pages.map(({promise}) => promise),
    );
    await thread.load();
    const added = thread.loadEarlier(() => true);
    const states = [];
    for (const [index, content] of [page('e f', 'before e'), page('c d', 'before c'), page('a b')].entries()) {
      expect(cursors).to.have.lengthOf(index + 1);
      states.push([shown(), value().pageStatus]);
      pages[index]!.resolve(content);
      await nextTask();
    }
    expect(await added).to.equal(6);
    expect(states).to.eql([
      ['g', 'loading'],
      ['e f g', 'loading'],
      ['c d e f g', 'loading'],
    ]);
    expect(shown()).to.equal('a b c d e f g');
    expect(value()).to.include({pageStatus: 'idle', cursor: null});
  });

  it('stops after the page that was requested when no more are wanted', async () => {
    const {thread, value, cursors} = threadOf(
      [newestPage('g', 'before g')],
      [page('e f', 'before e'), page('c d', 'before c'), page('a b')],
    );
    await thread.load();
    expect(await thread.loadEarlier(() => cursors.length < 2)).to.equal(4);
    expect(value()).to.include({pageStatus: 'idle', cursor: 'before c'});
  });

  it('keeps the pages that were loaded before one fails, and continues from there', async () => {
    const {thread, value, shown, cursors} = threadOf(
      [newestPage('e', 'before e')],
      [page('c d', 'before c'), new SupportError('unavailable'), page('a b')],
    );
    await thread.load();
    expect(await thread.loadEarlier(() => true)).to.equal(2);
    expect(value().pageStatus).to.equal('failed');
    expect(shown()).to.equal('c d e');
    expect(await thread.loadEarlier(() => true)).to.equal(2);
    expect(shown()).to.equal('a b c d e');
    expect(cursors).to.eql(['before e', 'before c', 'before c']);
  });

  it('does not count a reply that an earlier page repeats', async () => {
    const {thread} = threadOf([newestPage('c d', 'before c')], [page('b c', 'before b'), page('a b')]);
    await thread.load();
    expect(await thread.loadEarlier(() => true)).to.equal(2);
  });

  it('reports the ticket each time it has been loaded', async () => {
    const resolved = detail('t1', '', {ticket: ticket('t1', {status: 'resolved'})});
    const {thread, loadedStatuses} = threadOf([detail('t1', ''), resolved]);
    await thread.load();
    await thread.refresh();
    expect(loadedStatuses).to.eql(['open', 'resolved']);
  });
});

describe('TicketThread in the course of time', () => {
  let time: FakeTime;

  beforeEach(() => {
    time = new FakeTime();
  });

  afterEach(() => time.restore());

  it('is revalidated by a view that loads it more than a second after another, and not before', async () => {
    const {thread, ticketIds} = threadOf([detail('t1', 'a'), detail('t1', 'a')]);
    await thread.load();
    time.advance(1_000);
    await thread.load();
    expect(ticketIds).to.have.lengthOf(1);
    time.advance(1);
    await thread.load();
    expect(ticketIds).to.have.lengthOf(2);
  });

  it('is polled three times as often as the list', async () => {
    const requests: string[] = [];
    const backend = {
      getTicket: async (id: string) => {
        requests.push(id);
        return detail(id, 'a');
      },
      listReplies: () => Promise.reject(new SupportError('not_found')),
    };
    const revalidator = new Revalidator(() => Promise.reject(new SupportError('not_found')), new FakePage());
    const thread = new TicketThread(backend, 't1', () => {}, revalidator);
    await thread.load();
    const unwatch = thread.watch();
    await time.advanceAsync(60_000);
    unwatch?.();
    expect(requests).to.have.lengthOf(4);
  });
});

describe('TicketThread.refresh', () => {
  it('appends new replies, and keeps the earlier pages', async () => {
    const {thread, value, shown} = threadOf(
      [newestPage('c d', 'before c'), newestPage('d e', 'before d')],
      [page('a b', 'before a')],
    );
    await thread.load();
    await thread.loadEarlier();
    await thread.refresh();
    expect(shown()).to.equal('a b c d e');
    expect(value().cursor).to.equal('before a');
  });

  it('keeps the objects of unchanged replies, so that views can skip them', async () => {
    const {thread, value} = threadOf([newestPage('a b', null), newestPage('a b c', null)], []);
    await thread.load();
    const before = value().rows;
    await thread.refresh();
    expect(value().rows.slice(0, 2)).to.have.ordered.members(before);
    expect(value().rows[0]).to.equal(before[0]);
  });

  it('drops a reply that the server no longer has', async () => {
    const {thread, shown} = threadOf([newestPage('c d e', 'before c'), newestPage('b c e', 'before b')], [page('a b')]);
    await thread.load();
    await thread.loadEarlier();
    await thread.refresh();
    expect(shown()).to.equal('a b c e');
  });

  it('drops a reply of a thread with one page that the server no longer has', async () => {
    const {thread, shown} = threadOf([detail('t1', 'a b c'), detail('t1', 'a c')]);
    await thread.load();
    await thread.refresh();
    expect(shown()).to.equal('a c');
  });

  it('drops the cached replies if the newest page no longer overlaps with them', async () => {
    const {thread, value, shown} = threadOf(
      [newestPage('c d', 'before c'), newestPage('x y', 'before x')],
      [page('a b')],
    );
    await thread.load();
    await thread.loadEarlier();
    await thread.refresh();
    expect(shown()).to.equal('x y');
    expect(value().cursor).to.equal('before x');
  });

  for (const failures of [0, 1]) {
    it(`shows a new reply if the response with it was out of date and the next one ${failures ? 'fails and the one after it ' : ''}brings nothing new`, async () => {
      // The client answers a 304 with the object that it has.
      const changed = newestPage('a b', null);
      const held = deferred<TicketDetail>();
      const errors = Array.from({length: failures}, () => new SupportError('network'));
      const {thread, shown} = threadOf([newestPage('a', null), held.promise, ...errors, changed, changed]);
      await thread.load();
      const loaded = thread.revalidate();
      void thread.revalidate();
      held.resolve(changed);
      await loaded;
      for (let attempt = 0; attempt < failures; attempt++) await thread.revalidate();
      expect(shown()).to.equal('a b');
    });
  }

  it('keeps its replies if it fails', async () => {
    const {thread, shown} = threadOf([detail('t1', 'a b'), new SupportError('unavailable')]);
    await thread.load();
    await thread.refresh();
    expect(shown()).to.equal('a b');
    expect(thread.state.value.error?.code).to.equal('unavailable');
  });
});

describe('TicketThread with a cursor that the server no longer knows', () => {
  it('loads the newest page again, and continues from there', async () => {
    const {thread, value, shown, cursors} = threadOf(
      [newestPage('e f', 'before e'), newestPage('e f', 'second cursor')],
      [page('c d', 'before c'), new SupportError('invalid', {refusesCursor: true}), page('c d')],
    );
    await thread.load();
    await thread.loadEarlier();
    await thread.loadEarlier();
    expect(shown()).to.equal('e f');
    expect(value()).to.include({pageStatus: 'idle', cursor: 'second cursor'});
    await thread.loadEarlier();
    expect(shown()).to.equal('c d e f');
    expect(cursors).to.eql(['before e', 'before c', 'second cursor']);
  });
});

describe('TicketThread with a reply from elsewhere', () => {
  it('appends the customer’s reply at once, and replaces the ticket by the server’s version', async () => {
    const {thread, value, shown} = threadOf([detail('t1', 'a', {ticket: ticket('t1', {status: 'resolved'})})]);
    await thread.load();
    thread.appendReply(receipt('t1', 'hello', {status: 'open'}));
    expect(shown()).to.equal('a reply hello');
    expect(value().ticket).to.include({status: 'open', replyCount: 2});
  });

  it('does not repeat a reply that was loaded meanwhile', async () => {
    const {thread, value} = threadOf([detail('t1', 'a', {replies: [reply('a'), reply('reply hello')]})]);
    await thread.load();
    thread.appendReply(receipt('t1', 'hello'));
    expect(value().rows).to.have.lengthOf(2);
  });

  it('counts the replies itself if all are loaded, and takes the server’s count otherwise', async () => {
    const whole = threadOf([detail('t1', 'a')]);
    await whole.thread.load();
    whole.thread.appendReply(receipt('t1', 'hello', {replyCount: 7}));
    expect(whole.value().ticket.replyCount).to.equal(2);

    const end = threadOf([newestPage('a', 'before a')]);
    await end.thread.load();
    end.thread.appendReply(receipt('t1', 'hello', {replyCount: 7}));
    expect(end.value().ticket.replyCount).to.equal(7);
  });

  it('keeps the reply if a response arrives that was requested before it', async () => {
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

  it('replaces the ticket by its newer version', async () => {
    const {thread, value} = threadOf([detail('t1', 'a')]);
    await thread.load();
    thread.updateTicket(ticket('t1', {unreadCount: 0, status: 'pending'}));
    expect(value().ticket.status).to.equal('pending');
    expect(value().rows).to.have.lengthOf(1);
  });
});

describe('TicketThread of a server that gives messages the same ids', () => {
  const numbered = (message: string, id = '1', changes = {}) => reply(id, {message, ...changes});
  const messagesOf = (rows: readonly {message: string}[]): string => rows.map(({message}) => message).join(' ');
  const newest = (messages: string, earlierCursor: string | null = null, id = '1') =>
    detail('t1', '', {replies: messages.split(' ').map(message => numbered(message, id)), earlierCursor});

  for (const id of ['1', '']) {
    it(`shows two different messages with the id “${id}”, also after it is loaded again`, async () => {
      const {thread, value} = threadOf([newest('a b', null, id), newest('a b c', null, id)]);
      await thread.load();
      expect(messagesOf(value().rows)).to.equal('a b');
      await thread.refresh();
      expect(messagesOf(value().rows)).to.equal('a b c');
    });
  }

  it('shows pages that number their replies anew', async () => {
    const earlier = {replies: [numbered('a'), numbered('b', '2')], earlierCursor: null};
    const detailed = newest('c', 'p2');
    const {thread, value} = threadOf([detailed, newest('c d', 'p2')], [earlier]);
    await thread.load();
    await thread.loadEarlier();
    expect(messagesOf(value().rows)).to.equal('a b c');
    await thread.refresh();
    expect(messagesOf(value().rows)).to.equal('a b c d');
  });

  it('shows a message once that two pages repeat', async () => {
    const {thread, value} = threadOf(
      [newest('b c', 'p2')],
      [{replies: [numbered('a'), numbered('b')], earlierCursor: null}],
    );
    await thread.load();
    await thread.loadEarlier();
    expect(messagesOf(value().rows)).to.equal('a b c');
  });

  it('does not show a reply that the server marks as internal in its receipt', async () => {
    const {thread, shown} = threadOf([detail('t1', 'a')]);
    await thread.load();
    const {ticket: after} = receipt('t1', 'x');
    thread.appendReply({reply: reply('note', {isInternal: true}), ticket: after});
    expect(shown()).to.equal('a');
  });
});
