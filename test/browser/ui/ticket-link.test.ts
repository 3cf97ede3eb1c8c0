import {expect} from '@open-wc/testing';

import {ticketLink} from '../../../src/ui/primitives/ticket-link.js';
import {drawn} from '../../support/rendering.js';
import {allByRole, byRole} from '../../support/roles.js';

const link = (address: string | undefined, isCurrent = false) => {
  const opened: string[] = [];
  const box = drawn(
    ticketLink({
      ticketId: 't1',
      text: 'Slow in the evening',
      className: '',
      isCurrent,
      href: id => address && `${address}/${id}`,
      onOpen: (event, id) => {
        event.preventDefault();
        opened.push(id);
      },
    }),
  );
  return {box, opened};
};

describe('the way to a ticket', () => {
  it('is a link where the ticket has an address', () => {
    const {box, opened} = link('/tickets');
    const anchor = byRole(box, 'link', 'Slow in the evening');
    expect(anchor.getAttribute('href')).to.equal('/tickets/t1');
    anchor.click();
    expect(opened).to.eql(['t1']);
  });

  it('is a button where it has none', () => {
    const {box, opened} = link(undefined);
    byRole(box, 'button', 'Slow in the evening').click();
    expect(opened).to.eql(['t1']);
    expect(allByRole(box, 'link')).to.be.empty;
  });

  it('says which ticket is open beside it', () => {
    expect(byRole(link('/tickets', true).box, 'link').ariaCurrent).to.equal('true');
    expect(byRole(link(undefined, true).box, 'button').ariaCurrent).to.equal('true');
    expect(byRole(link('/tickets').box, 'link').hasAttribute('aria-current')).to.be.false;
  });
});
