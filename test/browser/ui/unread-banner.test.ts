import {expect} from '@open-wc/testing';

import {createTranslator} from '../../support/translator.js';
import {unreadBanner} from '../../../src/ui/banner/unread-banner.js';
import {renderTemplate} from '../../support/render-template.js';
import {getByRole, queryAllByRole, accessibleNameOf} from '../../support/role-queries.js';

const t = createTranslator('en');

interface Ticket {
  readonly number: string | null;
  readonly subject: string | null;
}

const renderBanner = (total: number, ...tickets: readonly Ticket[]) => {
  const rows = tickets.map((each, index) => ({id: `t${index}`, unreadCount: 1, ...each}));
  const box = renderTemplate(
    unreadBanner({
      total,
      tickets: rows,
      operator: 'Brindlemoor',
      t,
      href: () => undefined,
      onOpen: () => {},
      onHide: () => {},
    }),
  );
  return {box, linkNames: () => queryAllByRole(getByRole(box, 'list'), 'button').map(accessibleNameOf)};
};

const slow: Ticket = {number: 'TKT-2026-1', subject: 'Slow'};

describe('the banner', () => {
  it('has the number of replies as its title and accessible name', () => {
    const {box} = renderBanner(3, slow);
    expect(accessibleNameOf(queryAllByRole(box, 'region')[0]!)).to.equal(
      t('banner.unread', {count: 3, operator: 'Brindlemoor'}),
    );
    expect(box.textContent).to.contain(t('banner.unread', {count: 3, operator: 'Brindlemoor'}));
  });

  it('has a link with number and subject for each ticket', () => {
    expect(renderBanner(2, slow, {number: 'TKT-2026-2', subject: 'Bill'}).linkNames()).to.eql([
      t('banner.readOf', {number: 'TKT-2026-1', subject: 'Slow'}),
      t('banner.readOf', {number: 'TKT-2026-2', subject: 'Bill'}),
    ]);
  });

  it('has a link without number and subject if one of them is missing', () => {
    expect(renderBanner(1, {number: null, subject: null}).linkNames()).to.eql([t('banner.read')]);
    expect(renderBanner(1, {number: 'TKT-2026-1', subject: null}).linkNames()).to.eql([t('banner.read')]);
  });

  it('has links to at most three tickets, and the number of the others', () => {
    const {box, linkNames} = renderBanner(5, slow, slow, slow, slow, slow);
    expect(linkNames()).to.have.lengthOf(3);
    expect(box.textContent).to.contain(t('banner.more', {count: 2}));
    expect(renderBanner(3, slow, slow, slow).box.textContent).not.to.contain(t('banner.more', {count: 0}));
  });
});
