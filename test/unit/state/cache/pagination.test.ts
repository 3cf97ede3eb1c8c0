import {expect} from '@open-wc/testing';

import {appendNew, readNonEmptyPage, replaceRow} from '../../../../src/state/cache/pagination.js';
import {idsOf} from '../../../support/ticket-fixtures.js';

const rows = (ids: string) => [...ids].map(id => ({id, text: ''}));

describe('rows that are put together', () => {
  it('keep their order', () => {
    expect(idsOf(appendNew(rows('ab'), rows('cd')))).to.equal('a b c d');
  });

  it('have none twice, where a page moved meanwhile', () => {
    expect(idsOf(appendNew(rows('abc'), rows('cbd')))).to.equal('a b c d');
    expect(idsOf(appendNew(rows(''), rows('aba')))).to.equal('a b');
  });

  it('leave what they are made of as it is', () => {
    const before = rows('a');
    appendNew(before, rows('b'));
    expect(idsOf(before)).to.equal('a');
  });
});

describe('a row that is replaced', () => {
  it('stands where it stood', () => {
    const changed = replaceRow(rows('abc'), {id: 'b', text: 'new'});
    expect(changed.map(row => row.id + row.text)).to.eql(['a', 'bnew', 'c']);
  });

  it('makes no new rows where nothing changes', () => {
    const before = rows('abc');
    expect(replaceRow(before, {id: 'b', text: ''})).to.equal(before);
    expect(replaceRow(before, {id: 'x', text: 'new'})).to.equal(before);
  });
});

describe('a page that is read', () => {
  const server = (pages: Readonly<Record<string, {rows: {id: string}[]; cursor: string | null}>>) => {
    const asked: (string | null)[] = [];
    const read = async (cursor: string | null) => {
      asked.push(cursor);
      return pages[cursor ?? 'first']!;
    };
    return {asked, read};
  };

  it('is the one that is asked for where it has rows', async () => {
    const {asked, read} = server({first: {rows: rows('a'), cursor: 'next'}});
    expect(await readNonEmptyPage(null, read)).to.eql({rows: rows('a'), cursor: 'next'});
    expect(asked).to.eql([null]);
  });

  it('is followed where it is empty before the end', async () => {
    const {asked, read} = server({
      first: {rows: [], cursor: '2'},
      '2': {rows: [], cursor: '3'},
      '3': {rows: rows('a'), cursor: '4'},
    });
    expect(await readNonEmptyPage(null, read)).to.eql({rows: rows('a'), cursor: '4'});
    expect(asked).to.eql([null, '2', '3']);
  });

  it('is the last where it is empty and leads nowhere', async () => {
    const {read} = server({first: {rows: [], cursor: null}});
    expect(await readNonEmptyPage(null, read)).to.eql({rows: [], cursor: null});
  });

  it('is not followed for ever: a server that never ends keeps its cursor', async () => {
    const {asked, read} = server({first: {rows: [], cursor: 'first'}});
    expect(await readNonEmptyPage(null, read)).to.eql({rows: [], cursor: 'first'});
    expect(asked).to.have.lengthOf(10);
  });
});
