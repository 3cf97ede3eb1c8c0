import {expect} from '@open-wc/testing';

import {ticketLink} from '../../../src/ui/primitives/ticket-link.js';
import {renderTemplate} from '../../support/render-template.js';
import {queryAllByRole, getByRole} from '../../support/role-queries.js';

const link = (address: string | undefined, isCurrent = false) => {
  const opened: string[] = [];
  const box = renderTemplate(
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
    const anchor = getByRole(box, 'link', 'Slow in the evening');
    expect(anchor.getAttribute('href')).to.equal('/tickets/t1');
    anchor.click();
    expect(opened).to.eql(['t1']);
  });

  it('is a button where it has none', () => {
    const {box, opened} = link(undefined);
    getByRole(box, 'button', 'Slow in the evening').click();
    expect(opened).to.eql(['t1']);
    expect(queryAllByRole(box, 'link')).to.be.empty;
  });

  it('says which ticket is open beside it', () => {
    expect(getByRole(link('/tickets', true).box, 'link').ariaCurrent).to.equal('true');
    expect(getByRole(link(undefined, true).box, 'button').ariaCurrent).to.equal('true');
    expect(getByRole(link('/tickets').box, 'link').hasAttribute('aria-current')).to.be.false;
  });
});
