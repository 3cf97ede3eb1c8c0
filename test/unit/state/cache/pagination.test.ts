import {after, before, describe, it} from 'node:test';

import {expect} from 'chai';

import {
  appendNew,
  PageSplitter,
  readNonEmptyPage,
  replaceRow,
  reuseUnchanged,
} from '../../../../src/state/cache/pagination.js';
import {TicketList} from '../../../../src/state/cache/ticket-list.js';
import {TicketThread} from '../../../../src/state/cache/ticket-thread.js';
import {captureConsole} from '../../../support/captured-console.js';
import {supportErrorOf} from '../../../support/rejection.js';
import {answerSequence} from '../../../support/stub-backend.js';
import {detail, idsOf, ticketPage} from '../../../support/ticket-fixtures.js';

const rows = (ids: string) => [...ids].map(id => ({id, text: ''}));

describe('appendNew', () => {
  it('keeps the order of both', () => {
    expect(idsOf(appendNew(rows('ab'), rows('cd')))).to.equal('a b c d');
  });

  it('skips rows with a known id, as of a page that has shifted', () => {
    expect(idsOf(appendNew(rows('abc'), rows('cbd')))).to.equal('a b c d');
    expect(idsOf(appendNew(rows(''), rows('aba')))).to.equal('a b');
  });

  it('does not change its arguments', () => {
    const before = rows('a');
    appendNew(before, rows('b'));
    expect(idsOf(before)).to.equal('a');
  });
});

describe('replaceRow', () => {
  it('keeps the position of the row', () => {
    const changed = replaceRow(rows('abc'), {id: 'b', text: 'new'});
    expect(changed.map(row => row.id + row.text)).to.eql(['a', 'bnew', 'c']);
  });

  it('returns the same array if nothing changes', () => {
    const before = rows('abc');
    expect(replaceRow(before, {id: 'b', text: ''})).to.equal(before);
    expect(replaceRow(before, {id: 'x', text: 'new'})).to.equal(before);
  });
});

describe('reuseUnchanged', () => {
  it('returns the cached object for each row that has not changed', () => {
    const cached = rows('ab');
    const reused = reuseUnchanged(
      [
        {id: 'b', text: ''},
        {id: 'a', text: 'new'},
        {id: 'c', text: ''},
      ],
      cached,
    );
    expect(reused.map(row => row.id + row.text)).to.eql(['b', 'anew', 'c']);
    expect(reused[0]).to.equal(cached[1]);
  });
});

describe('readNonEmptyPage', () => {
  let output: ReturnType<typeof captureConsole>;
  before(() => (output = captureConsole()));
  after(() => {
    output.stop();
    expect(output.lines.join()).to.match(/^[^,]*the server’s pages have no end/);
    expect(output.lines, 'said once').to.have.lengthOf(1);
  });

  const server = (pages: Readonly<Record<string, {rows: {id: string}[]; cursor: string | null}>>) => {
    const cursors: (string | null)[] = [];
    const read = async (cursor: string | null) => {
      cursors.push(cursor);
      return pages[cursor ?? 'first']!;
    };
    return {cursors, read};
  };

  it('returns the first page if it has rows', async () => {
    const {cursors, read} = server({first: {rows: rows('a'), cursor: 'next'}});
    expect(await readNonEmptyPage(null, read)).to.eql({rows: rows('a'), cursor: 'next'});
    expect(cursors).to.eql([null]);
  });

  it('follows the cursor of an empty page', async () => {
    const {cursors, read} = server({
      first: {rows: [], cursor: '2'},
      '2': {rows: [], cursor: '3'},
      '3': {rows: rows('a'), cursor: '4'},
    });
    expect(await readNonEmptyPage(null, read)).to.eql({rows: rows('a'), cursor: '4'});
    expect(cursors).to.eql([null, '2', '3']);
  });

  it('returns an empty page without a cursor', async () => {
    const {read} = server({first: {rows: [], cursor: null}});
    expect(await readNonEmptyPage(null, read)).to.eql({rows: [], cursor: null});
  });

  for (const [what, again] of Object.entries({'empty pages': rows(''), 'pages of known rows': rows('ab')})) {
    it(`ends after 10 ${what}, each with a new cursor`, async () => {
      let asked = 0;
      const endless = async () => ({rows: again, cursor: `c${++asked}`});
      const isKnown = ({id}: {id: string}): boolean => id === 'a' || id === 'b';
      expect((await readNonEmptyPage('c0', endless, isKnown)).cursor).to.be.null;
      expect(asked).to.equal(10);
    });

    it(`ends when ${what} lead back to one that was read`, async () => {
      const {cursors, read} = server({
        a: {rows: again, cursor: 'b'},
        b: {rows: again, cursor: 'c'},
        c: {rows: again, cursor: 'a'},
      });
      const isKnown = ({id}: {id: string}): boolean => id === 'a' || id === 'b';
      expect((await readNonEmptyPage('a', read, isKnown)).cursor).to.be.null;
      expect(cursors).to.eql(['a', 'b', 'c']);
    });
  }

  for (const [what, repeated] of Object.entries({
    'an empty page': rows(''),
    'a page of known rows': [...rows('a'), ...rows('b')],
    'a page of one known row': rows('b'),
  })) {
    it(`takes ${what} that leads to itself for the last one`, async () => {
      const {cursors, read} = server({p2: {rows: repeated, cursor: 'p2'}});
      const isKnown = ({id}: {id: string}): boolean => id === 'a' || id === 'b';
      expect((await readNonEmptyPage('p2', read, isKnown)).cursor).to.be.null;
      expect(cursors).to.eql(['p2']);
    });
  }

  it('returns a page with new rows even if it leads to itself', async () => {
    const {read} = server({p2: {rows: [...rows('b'), ...rows('c')], cursor: 'p2'}});
    const isKnown = ({id}: {id: string}): boolean => id === 'b';
    expect((await readNonEmptyPage('p2', read, isKnown)).cursor).to.equal('p2');
  });
});

/** That many ids, in order: from `x0` on. */
const ids = (count: number, from = 0): string =>
  Array.from({length: count}, (_, index) => `x${from + index}`).join(' ');

const manyRows = (count: number) =>
  ids(count)
    .split(' ')
    .map(id => ({id}));

describe('TicketList of a server that returns everything in one page', () => {
  const listOf = (...pages: Parameters<typeof ticketPage>[]) => {
    const {ask, calls} = answerSequence<string | null, ReturnType<typeof ticketPage>>(
      ...pages.map(page => ticketPage(...page)),
    );
    const list = new TicketList({listTickets: ({cursor}) => ask(cursor)});
    return {list, calls, shown: () => idsOf(list.state.value.value?.rows ?? [])};
  };

  it('shows the page in parts, and requests the next page only after the last part', async () => {
    const {list, calls, shown} = listOf([ids(101), 'p2'], [ids(2, 101)]);
    await list.load();
    expect(shown()).to.equal(ids(30));
    for (let parts = 1; parts < 4; parts++) await list.loadMore();
    expect(shown()).to.equal(ids(101));
    expect(calls).to.eql([null]);
    await list.loadMore();
    expect(shown()).to.equal(ids(103));
    expect(calls).to.eql([null, 'p2']);
    expect(list.state.value.value?.cursor).to.equal(null);
  });

  it('keeps the parts that were shown when it is refreshed, puts new tickets on top, and continues from there', async () => {
    const {list, shown} = listOf([ids(101)], [`new ${ids(101)}`]);
    await list.load();
    await list.loadMore();
    await list.refresh();
    expect(shown()).to.equal(`new ${ids(60)}`);
    await list.loadMore();
    expect(shown()).to.equal(`new ${ids(90)}`);
  });

  it('does not split a page of 100 tickets', async () => {
    const {list, shown} = listOf([ids(100)]);
    await list.load();
    expect(shown()).to.equal(ids(100));
  });
});

describe('TicketThread of a server that returns everything in one page', () => {
  it('shows the newest part, and the earlier ones on request', async () => {
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

describe('PageSplitter', () => {
  it('returns the same object for the same page', () => {
    const splitter = new PageSplitter();
    const page = manyRows(101);
    expect(splitter.split(page, null)).to.equal(splitter.split(page, null));
  });

  it('refuses a cursor whose row is gone, so that everything is loaded again', async () => {
    const splitter = new PageSplitter();
    const {cursor} = splitter.split(manyRows(101), null);
    splitter.split(manyRows(101).slice(31).concat(manyRows(200).slice(101)), null);
    const failure = await supportErrorOf((async () => splitter.partAt(cursor))());
    expect(failure.refusesCursor).to.be.true;
  });
});
