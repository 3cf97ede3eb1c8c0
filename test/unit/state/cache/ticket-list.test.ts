import {expect} from '@open-wc/testing';

import {SupportError} from '../../../../src/contract/errors.js';
import type {TicketPage} from '../../../../src/contract/ticket.js';
import {TicketList} from '../../../../src/state/cache/ticket-list.js';
import {deferred} from '../../../support/deferred.js';
import {nextTask} from '../../../support/next-task.js';
import {answerSequence} from '../../../support/stub-backend.js';
import {idsOf, ticket, ticketPage} from '../../../support/ticket-fixtures.js';

function listOf(...pages: readonly (TicketPage | Promise<TicketPage> | Error)[]) {
  const {ask, asked} = answerSequence<string | null, TicketPage>(...pages);
  const list = new TicketList({listTickets: ({cursor}) => ask(cursor)});
  return {asked, list, shown: () => idsOf(list.state.value.value?.rows ?? [])};
}

describe('the ticket list', () => {
  it('is read page by page, each from where the last one led', async () => {
    const {list, asked, shown} = listOf(ticketPage('f e', 'p2'), ticketPage('d c', 'p3'), ticketPage('b'));
    await list.load();
    expect(shown()).to.equal('f e');
    await list.loadMore();
    await list.loadMore();
    expect(shown()).to.equal('f e d c b');
    expect(asked).to.eql([null, 'p2', 'p3']);
  });

  it('ends where a page leads nowhere, and only there', async () => {
    const {list, asked} = listOf(ticketPage('a', 'p2'), ticketPage('', null));
    await list.load();
    await list.loadMore();
    await list.loadMore();
    expect(asked).to.have.lengthOf(2);
    expect(list.state.value.value).to.include({cursor: null, more: 'idle'});
  });

  it('follows an empty page that leads on', async () => {
    const {list, shown} = listOf(ticketPage('', 'p2'), ticketPage('b a', 'p3'));
    await list.load();
    expect(shown()).to.equal('b a');
    expect(list.state.value.value?.cursor).to.equal('p3');
  });

  it('shows a ticket once where a page moved between two readings', async () => {
    const {list, shown} = listOf(ticketPage('d c', 'p2'), ticketPage('c b'));
    await list.load();
    await list.loadMore();
    expect(shown()).to.equal('d c b');
  });

  it('asks for the next page once however often it is wanted', async () => {
    const page = deferred<TicketPage>();
    const {list, asked} = listOf(ticketPage('b', 'p2'), page.promise);
    await list.load();
    const more = [list.loadMore(), list.loadMore()];
    expect(list.state.value.value?.pageStatus).to.equal('loading');
    page.resolve(ticketPage('a'));
    await Promise.all(more);
    expect(asked).to.have.lengthOf(2);
  });

  it('keeps its rows when the next page fails, and asks for it again', async () => {
    const {list, asked, shown} = listOf(ticketPage('b', 'p2'), new SupportError('network'), ticketPage('a'));
    await list.load();
    await list.loadMore();
    expect(list.state.value.value).to.include({more: 'failed', cursor: 'p2'});
    expect(list.state.value.status).to.equal('ready');
    await list.loadMore();
    expect(shown()).to.equal('b a');
    expect(asked).to.eql([null, 'p2', 'p2']);
  });
});

describe('the ticket list, from a cursor that the server does not know any more', () => {
  const badCursor = new SupportError('invalid', {refusesCursor: true});

  it('starts over, and goes on from there', async () => {
    const first = deferred<TicketPage>();
    const {list, asked, shown} = listOf(
      ...[ticketPage('f e', 'p2'), ticketPage('d c', 'p3'), badCursor],
      ...[first.promise, ticketPage('d c', 'q3')],
    );
    await list.load();
    await list.loadMore();
    const more = list.loadMore();
    await nextTask();
    expect(list.state.value.value?.pageStatus).to.equal('loading');
    first.resolve(ticketPage('f e', 'q2'));
    await more;
    expect(list.state.value.value).to.include({more: 'idle', cursor: 'q2'});
    await list.loadMore();
    expect(shown()).to.equal('f e d c');
    expect(asked).to.eql([null, 'p2', 'p3', null, 'q2']);
  });

  it('keeps its rows when it cannot start over, and does when it can', async () => {
    const {list, shown} = listOf(
      ...[ticketPage('f e', 'p2'), ticketPage('d c', 'p3'), badCursor],
      ...[new SupportError('network'), ticketPage('f e', 'q2')],
    );
    await list.load();
    await list.loadMore();
    await list.loadMore();
    expect(shown()).to.equal('f e d c');
    expect(list.state.value).to.include({status: 'failed'});
    expect(list.state.value.value).to.include({more: 'failed'});
    await list.refresh();
    expect(shown()).to.equal('f e');
    expect(list.state.value.value).to.include({more: 'idle', cursor: 'q2'});
  });
});

describe('the ticket list, read again', () => {
  it('has what is new on top, and keeps the later pages', async () => {
    const {list, asked, shown} = listOf(ticketPage('d c', 'p2'), ticketPage('b a'), ticketPage('e d', 'p2'));
    await list.load();
    await list.loadMore();
    await list.refresh();
    expect(shown()).to.equal('e d c b a');
    expect(list.state.value.value?.cursor).to.be.null;
    expect(asked).to.eql([null, 'p2', null]);
  });

  it('goes on from where it was', async () => {
    const {list, asked} = listOf(
      ticketPage('f e', 'p2'),
      ticketPage('d c', 'p3'),
      ticketPage('f e', 'p2'),
      ticketPage('b a'),
    );
    await list.load();
    await list.loadMore();
    await list.refresh();
    await list.loadMore();
    expect(asked).to.eql([null, 'p2', null, 'p3']);
  });

  it('shows what has changed in its rows', async () => {
    const changed = {...ticketPage('', null), tickets: [ticket('b', {status: 'resolved'}), ticket('a')]};
    const {list} = listOf(ticketPage('b a'), changed);
    await list.load();
    await list.refresh();
    expect(list.state.value.value?.rows[0]?.status).to.equal('resolved');
  });

  it('has what has not changed as the very same, so that nobody looks at it again', async () => {
    const changed = {...ticketPage('', null), tickets: [ticket('b', {status: 'resolved'}), ticket('a')]};
    const {list} = listOf(ticketPage('b a'), changed);
    await list.load();
    const [before, same] = list.state.value.value!.rows;
    await list.refresh();
    const {rows} = list.state.value.value!;
    expect(rows[0]).not.to.equal(before);
    expect(rows[1]).to.equal(same);
  });

  it('starts over where the first page no longer reaches what was there', async () => {
    const {list, shown} = listOf(ticketPage('d c', 'p2'), ticketPage('b a'), ticketPage('y x', 'p9'));
    await list.load();
    await list.loadMore();
    await list.refresh();
    expect(shown()).to.equal('y x');
    expect(list.state.value.value?.cursor).to.equal('p9');
  });

  it('has no ticket that the server no longer has', async () => {
    const {list, shown} = listOf(ticketPage('e d', 'p2'), ticketPage('c b'), ticketPage('e c', 'p2'));
    await list.load();
    await list.loadMore();
    await list.refresh();
    expect(shown()).to.equal('e c b');
  });

  it('has no other rows than its one page, where it is the only one', async () => {
    const {list, shown} = listOf(ticketPage('c b a'), ticketPage('c a'));
    await list.load();
    await list.refresh();
    expect(shown()).to.equal('c a');
  });
});

describe('the ticket list, told of a ticket', () => {
  it('has a new one on top', async () => {
    const {list, shown} = listOf(ticketPage('b a'));
    await list.load();
    list.prepend(ticket('c'));
    expect(shown()).to.equal('c b a');
  });

  it('has it once, where it was listed meanwhile', async () => {
    const {list, shown} = listOf(ticketPage('c b'));
    await list.load();
    list.prepend(ticket('c'));
    expect(shown()).to.equal('c b');
  });

  it('has it even where the first reading set out before it was opened', async () => {
    const first = deferred<TicketPage>();
    const {list, shown} = listOf(first.promise, ticketPage('c b a'));
    const loaded = list.load();
    list.prepend(ticket('c'));
    first.resolve(ticketPage('b a'));
    await loaded;
    expect(shown()).to.equal('c b a');
  });

  it('shows it as it is known better now', async () => {
    const {list} = listOf(ticketPage('b a'));
    await list.load();
    list.update(ticket('a', {status: 'open', unreadCount: 2}));
    expect(list.state.value.value?.rows[1]).to.include({id: 'a', unreadCount: 2});
  });

  it('does not read again, and tells nobody, where it is known as well already', async () => {
    const refreshed = deferred<TicketPage>();
    const {list, asked} = listOf(ticketPage('b a'), refreshed.promise);
    await list.load();
    const before = list.state.value.value;
    const again = list.refresh();
    list.update(ticket('a'));
    list.update(ticket('elsewhere'));
    expect(list.state.value.value).to.equal(before);
    refreshed.resolve(ticketPage('b a'));
    await again;
    expect(asked).to.have.lengthOf(2);
  });
});
