import {describe, it} from 'node:test';

import {expect} from 'chai';

import {SupportError} from '../../../../src/contract/errors.js';
import type {TicketPage} from '../../../../src/contract/ticket.js';
import {TicketList} from '../../../../src/state/cache/ticket-list.js';
import {deferred} from '../../../support/deferred.js';
import {nextTask} from '../../../support/next-task.js';
import {answerSequence} from '../../../support/stub-backend.js';
import {idsOf, ticket, ticketPage} from '../../../support/ticket-fixtures.js';

function listOf(...pages: readonly (TicketPage | Promise<TicketPage> | Error)[]) {
  const {ask, calls} = answerSequence<string | null, TicketPage>(...pages);
  const list = new TicketList({listTickets: ({cursor}) => ask(cursor)});
  return {cursors: calls, list, shown: () => idsOf(list.state.value.value?.rows ?? [])};
}

describe('TicketList', () => {
  it('loads page by page, each by the cursor of the one before', async () => {
    const {list, cursors, shown} = listOf(ticketPage('f e', 'p2'), ticketPage('d c', 'p3'), ticketPage('b'));
    await list.load();
    expect(shown()).to.equal('f e');
    await list.loadMore();
    await list.loadMore();
    expect(shown()).to.equal('f e d c b');
    expect(cursors).to.eql([null, 'p2', 'p3']);
  });

  it('ends at a page without a cursor, not at an empty one', async () => {
    const {list, cursors} = listOf(ticketPage('a', 'p2'), ticketPage('', null));
    await list.load();
    await list.loadMore();
    await list.loadMore();
    expect(cursors).to.have.lengthOf(2);
    expect(list.state.value.value).to.include({cursor: null, pageStatus: 'idle'});
  });

  it('follows the cursor of an empty page', async () => {
    const {list, shown} = listOf(ticketPage('', 'p2'), ticketPage('b a', 'p3'));
    await list.load();
    expect(shown()).to.equal('b a');
    expect(list.state.value.value?.cursor).to.equal('p3');
  });

  it('shows a ticket once if a page has shifted between two requests', async () => {
    const {list, shown} = listOf(ticketPage('d c', 'p2'), ticketPage('c b'));
    await list.load();
    await list.loadMore();
    expect(shown()).to.equal('d c b');
  });

  const titled = (...rows: readonly (readonly [id: string, subject: string])[]): TicketPage => ({
    tickets: rows.map(([id, subject]) => ticket(id, {subject})),
    nextCursor: null,
  });

  for (const [what, pages, expected] of [
    ['one page', [titled(['t1', 'First'], ['t1', 'Second'], ['t3', 'Third'])], ['t1 First', ' Second', 't3 Third']],
    [
      'one page, three times',
      [titled(['t1', 'First'], ['t1', 'Second'], ['t1', 'Third'])],
      ['t1 First', ' Second', ' Third'],
    ],
    [
      'two pages',
      [{...titled(['t1', 'First']), nextCursor: 'p2'}, titled(['t1', 'Second'], ['t3', 'Third'])],
      ['t1 First', ' Second', 't3 Third'],
    ],
    ['two rows that are the same', [titled(['t1', 'First'], ['t1', 'First'])], ['t1 First']],
  ] as const) {
    it(`shows different tickets with one id, of which only the first can be opened: ${what}`, async () => {
      const {list} = listOf(...pages, pages[0]);
      await list.load();
      await list.loadMore();
      const rows = (): readonly string[] | undefined => list.value?.rows.map(({id, subject}) => `${id} ${subject}`);
      expect(rows()).to.eql(expected);
      list.update(ticket('t1', {subject: 'Changed'}));
      expect(rows()).to.eql(['t1 Changed', ...expected.slice(1)]);
    });
  }

  it('requests the next page once for several calls', async () => {
    const page = deferred<TicketPage>();
    const {list, cursors} = listOf(ticketPage('b', 'p2'), page.promise);
    await list.load();
    const loading = [list.loadMore(), list.loadMore()];
    expect(list.state.value.value?.pageStatus).to.equal('loading');
    page.resolve(ticketPage('a'));
    await Promise.all(loading);
    expect(cursors).to.have.lengthOf(2);
  });

  it('keeps its rows if the next page fails, and requests it again', async () => {
    const {list, cursors, shown} = listOf(ticketPage('b', 'p2'), new SupportError('network'), ticketPage('a'));
    await list.load();
    await list.loadMore();
    expect(list.state.value.value).to.include({pageStatus: 'failed', cursor: 'p2'});
    expect(list.state.value.status).to.equal('ready');
    await list.loadMore();
    expect(shown()).to.equal('b a');
    expect(cursors).to.eql([null, 'p2', 'p2']);
  });
});

describe('TicketList with a cursor that the server no longer knows', () => {
  const badCursor = new SupportError('invalid', {refusesCursor: true});

  it('loads the first page again, and continues from there', async () => {
    const first = deferred<TicketPage>();
    const {list, cursors, shown} = listOf(
      ...[ticketPage('f e', 'p2'), ticketPage('d c', 'p3'), badCursor],
      ...[first.promise, ticketPage('d c', 'q3')],
    );
    await list.load();
    await list.loadMore();
    const loading = list.loadMore();
    await nextTask();
    expect(list.state.value.value?.pageStatus).to.equal('loading');
    first.resolve(ticketPage('f e', 'q2'));
    await loading;
    expect(list.state.value.value).to.include({pageStatus: 'idle', cursor: 'q2'});
    await list.loadMore();
    expect(shown()).to.equal('f e d c');
    expect(cursors).to.eql([null, 'p2', 'p3', null, 'q2']);
  });

  it('keeps its rows if the first page fails too, and starts over on the next refresh', async () => {
    const {list, shown} = listOf(
      ...[ticketPage('f e', 'p2'), ticketPage('d c', 'p3'), badCursor],
      ...[new SupportError('network'), ticketPage('f e', 'q2')],
    );
    await list.load();
    await list.loadMore();
    await list.loadMore();
    expect(shown()).to.equal('f e d c');
    expect(list.state.value).to.include({status: 'failed'});
    expect(list.state.value.value).to.include({pageStatus: 'failed'});
    await list.refresh();
    expect(shown()).to.equal('f e');
    expect(list.state.value.value).to.include({pageStatus: 'idle', cursor: 'q2'});
  });
});

describe('TicketList.refresh', () => {
  it('puts new tickets on top, and keeps the later pages', async () => {
    const {list, cursors, shown} = listOf(ticketPage('d c', 'p2'), ticketPage('b a'), ticketPage('e d', 'p2'));
    await list.load();
    await list.loadMore();
    await list.refresh();
    expect(shown()).to.equal('e d c b a');
    expect(list.state.value.value?.cursor).to.be.null;
    expect(cursors).to.eql([null, 'p2', null]);
  });

  it('keeps the cursor', async () => {
    const {list, cursors} = listOf(
      ticketPage('f e', 'p2'),
      ticketPage('d c', 'p3'),
      ticketPage('f e', 'p2'),
      ticketPage('b a'),
    );
    await list.load();
    await list.loadMore();
    await list.refresh();
    await list.loadMore();
    expect(cursors).to.eql([null, 'p2', null, 'p3']);
  });

  it('shows the changes of its rows', async () => {
    const changed = {...ticketPage('', null), tickets: [ticket('b', {status: 'resolved'}), ticket('a')]};
    const {list} = listOf(ticketPage('b a'), changed);
    await list.load();
    await list.refresh();
    expect(list.state.value.value?.rows[0]?.status).to.equal('resolved');
  });

  it('keeps the objects of unchanged rows, so that views can skip them', async () => {
    const changed = {...ticketPage('', null), tickets: [ticket('b', {status: 'resolved'}), ticket('a')]};
    const {list} = listOf(ticketPage('b a'), changed);
    await list.load();
    const [before, same] = list.state.value.value!.rows;
    await list.refresh();
    const {rows} = list.state.value.value!;
    expect(rows[0]).not.to.equal(before);
    expect(rows[1]).to.equal(same);
  });

  it('shows a new ticket if the response with it was out of date and the next one brings nothing new', async () => {
    // The client answers a 304 with the object that it has.
    const changed = ticketPage('b a', 'p2');
    const held = deferred<TicketPage>();
    const {list, shown} = listOf(ticketPage('a', 'p2'), held.promise, changed);
    await list.load();
    const loaded = list.revalidate();
    void list.revalidate();
    held.resolve(changed);
    await loaded;
    expect(shown()).to.equal('b a');
  });

  it('drops the cached rows if the first page no longer overlaps with them', async () => {
    const {list, shown} = listOf(ticketPage('d c', 'p2'), ticketPage('b a'), ticketPage('y x', 'p9'));
    await list.load();
    await list.loadMore();
    await list.refresh();
    expect(shown()).to.equal('y x');
    expect(list.state.value.value?.cursor).to.equal('p9');
  });

  it('drops tickets that the server no longer has', async () => {
    const {list, shown} = listOf(ticketPage('e d', 'p2'), ticketPage('c b'), ticketPage('e c', 'p2'));
    await list.load();
    await list.loadMore();
    await list.refresh();
    expect(shown()).to.equal('e c b');
  });

  it('shows the rows of the first page alone if no page follows it', async () => {
    const {list, shown} = listOf(ticketPage('c b a'), ticketPage('c a'));
    await list.load();
    await list.refresh();
    expect(shown()).to.equal('c a');
  });
});

describe('TicketList with a ticket from elsewhere', () => {
  it('prepends a new ticket', async () => {
    const {list, shown} = listOf(ticketPage('b a'));
    await list.load();
    list.prepend(ticket('c'));
    expect(shown()).to.equal('c b a');
  });

  it('does not repeat a new ticket that was loaded meanwhile', async () => {
    const {list, shown} = listOf(ticketPage('c b'));
    await list.load();
    list.prepend(ticket('c'));
    expect(shown()).to.equal('c b');
  });

  it('shows a new ticket even if the first request was sent before it was created', async () => {
    const first = deferred<TicketPage>();
    const {list, shown} = listOf(first.promise, ticketPage('c b a'));
    const loaded = list.load();
    list.prepend(ticket('c'));
    first.resolve(ticketPage('b a'));
    await loaded;
    expect(shown()).to.equal('c b a');
  });

  it('replaces a ticket by its newer version', async () => {
    const {list} = listOf(ticketPage('b a'));
    await list.load();
    list.update(ticket('a', {status: 'open', unreadCount: 2}));
    expect(list.state.value.value?.rows[1]).to.include({id: 'a', unreadCount: 2});
  });

  it('does not change, and sends no further request, for a version that it has already', async () => {
    const refreshed = deferred<TicketPage>();
    const {list, cursors} = listOf(ticketPage('b a'), refreshed.promise);
    await list.load();
    const before = list.state.value.value;
    const refreshing = list.refresh();
    list.update(ticket('a'));
    list.update(ticket('elsewhere'));
    expect(list.state.value.value).to.equal(before);
    refreshed.resolve(ticketPage('b a'));
    await refreshing;
    expect(cursors).to.have.lengthOf(2);
  });
});
