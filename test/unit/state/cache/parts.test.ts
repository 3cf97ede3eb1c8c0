import {expect} from '@open-wc/testing';

import {PageSplitter} from '../../../../src/state/cache/parts.js';
import {TicketList} from '../../../../src/state/cache/ticket-list.js';
import {TicketThread} from '../../../../src/state/cache/ticket-thread.js';
import {supportErrorOf} from '../../../support/rejection.js';
import {answerSequence} from '../../../support/stub-backend.js';
import {detail, idsOf, ticketPage} from '../../../support/ticket-fixtures.js';

/** So many ids, in order: from `x0` on. */
const ids = (count: number, from = 0): string =>
  Array.from({length: count}, (_, index) => `x${from + index}`).join(' ');

const rows = (count: number) =>
  ids(count)
    .split(' ')
    .map(id => ({id}));

describe('a list that is handed over all at once', () => {
  const listOf = (...pages: Parameters<typeof ticketPage>[]) => {
    const {ask, asked} = answerSequence<string | null, ReturnType<typeof ticketPage>>(
      ...pages.map(page => ticketPage(...page)),
    );
    const list = new TicketList({listTickets: ({cursor}) => ask(cursor)});
    return {list, asked, shown: () => idsOf(list.state.value.value?.rows ?? [])};
  };

  it('is shown in parts, and nothing more is asked for until the last', async () => {
    const {list, asked, shown} = listOf([ids(101), 'p2'], [ids(2, 101)]);
    await list.load();
    expect(shown()).to.equal(ids(30));
    for (let parts = 1; parts < 4; parts++) await list.loadMore();
    expect(shown()).to.equal(ids(101));
    expect(asked).to.eql([null]);
    await list.loadMore();
    expect(shown()).to.equal(ids(103));
    expect(asked).to.eql([null, 'p2']);
    expect(list.state.value.value?.cursor).to.equal(null);
  });

  it('keeps what was shown when it is read again, with what is new on top, and goes on from there', async () => {
    const {list, shown} = listOf([ids(101)], [`new ${ids(101)}`]);
    await list.load();
    await list.loadMore();
    await list.refresh();
    expect(shown()).to.equal(`new ${ids(60)}`);
    await list.loadMore();
    expect(shown()).to.equal(`new ${ids(90)}`);
  });

  it('is not shown in parts where it is a page of a usual length', async () => {
    const {list, shown} = listOf([ids(100)]);
    await list.load();
    expect(shown()).to.equal(ids(100));
  });
});

describe('a thread that is handed over all at once', () => {
  it('is shown from its end, and earlier replies part by part', async () => {
    const thread = new TicketThread(
      {getTicket: async () => detail('t1', ids(101), {earlierCursor: null}), listReplies: () => Promise.reject()},
      't1',
      () => {},
    );
    const shown = (): string => idsOf(thread.state.value.value?.rows ?? []);
    await thread.load();
    expect(shown()).to.equal(ids(30, 71));
    await thread.loadEarlier();
    expect(shown()).to.equal(ids(60, 41));
    await thread.loadEarlier();
    await thread.loadEarlier();
    expect(shown()).to.equal(ids(101));
    expect(thread.state.value.value?.cursor).to.equal(null);
  });
});

describe('a part', () => {
  it('is the very same while the page is', () => {
    const parts = new PageSplitter();
    const page = rows(101);
    expect(parts.split(page, null)).to.equal(parts.split(page, null));
  });

  it('is refused as an old cursor is where its row has gone: all is read anew', async () => {
    const parts = new PageSplitter();
    const {cursor} = parts.split(rows(101), null);
    parts.split(rows(101).slice(31).concat(rows(200).slice(101)), null);
    const failure = await supportErrorOf((async () => parts.pageAt(cursor))());
    expect(failure.refusesCursor).to.be.true;
  });
});
