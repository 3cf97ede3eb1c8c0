import {expect} from '@open-wc/testing';

import {createWords} from '../../../src/i18n/translator.js';
import {unreadBanner} from '../../../src/ui/banner/unread-banner.js';
import {renderTemplate} from '../../support/render-template.js';
import {queryAllByRole, accessibleNameOf} from '../../support/role-queries.js';

const words = createWords('en');

interface Unread {
  readonly number: string | null;
  readonly subject: string | null;
}

const banner = (total: number, ...tickets: readonly Unread[]) => {
  const rows = tickets.map((each, index) => ({id: `t${index}`, unreadCount: 1, ...each}));
  const box = renderTemplate(unreadBanner({total, tickets: rows, words, href: () => undefined, onOpen: () => {}}));
  return {box, ways: () => queryAllByRole(box, 'button').map(accessibleNameOf)};
};

const slow: Unread = {number: 'TKT-2026-1', subject: 'Slow'};

describe('the banner', () => {
  it('is not there where nothing is unread', () => {
    expect(banner(0).box.children).to.have.lengthOf(0);
  });

  it('says how many replies there are, as its name as well', () => {
    const {box} = banner(3, slow);
    expect(accessibleNameOf(queryAllByRole(box, 'region')[0]!)).to.equal(words('banner.unread', {count: 3}));
    expect(box.textContent).to.contain(words('banner.unread', {count: 3}));
  });

  it('leads to each ticket by its number and subject', () => {
    expect(banner(2, slow, {number: 'TKT-2026-2', subject: 'Bill'}).ways()).to.eql([
      words('banner.readOf', {number: 'TKT-2026-1', subject: 'Slow'}),
      words('banner.readOf', {number: 'TKT-2026-2', subject: 'Bill'}),
    ]);
  });

  it('leads to a ticket of which it knows no more than the id', () => {
    expect(banner(1, {number: null, subject: null}).ways()).to.eql([words('banner.read')]);
    expect(banner(1, {number: 'TKT-2026-1', subject: null}).ways()).to.eql([words('banner.read')]);
  });

  it('leads to three tickets at most, and says how many there are besides', () => {
    const {box, ways} = banner(5, slow, slow, slow, slow, slow);
    expect(ways()).to.have.lengthOf(3);
    expect(box.textContent).to.contain(words('banner.more', {count: 2}));
    expect(banner(3, slow, slow, slow).box.textContent).not.to.contain(words('banner.more', {count: 0}));
  });
});
