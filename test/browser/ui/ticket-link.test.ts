import {expect} from '@open-wc/testing';

import {ticketLink} from '../../../src/ui/primitives/ticket-link.js';
import {renderTemplate} from '../../support/render-template.js';
import {queryAllByRole, getByRole} from '../../support/role-queries.js';

const renderLink = (baseUrl: string | undefined, isCurrent = false) => {
  const opened: string[] = [];
  const box = renderTemplate(
    ticketLink({
      ticketId: 't1',
      text: 'Slow in the evening',
      className: '',
      isCurrent,
      href: id => baseUrl && `${baseUrl}/${id}`,
      onOpen: (event, id) => {
        event.preventDefault();
        opened.push(id);
      },
    }),
  );
  return {box, opened};
};

describe('the link to a ticket', () => {
  it('is a link if the ticket has a URL', () => {
    const {box, opened} = renderLink('/tickets');
    const anchor = getByRole(box, 'link', 'Slow in the evening');
    expect(anchor.getAttribute('href')).to.equal('/tickets/t1');
    anchor.click();
    expect(opened).to.eql(['t1']);
  });

  it('is a button if the ticket has no URL', () => {
    const {box, opened} = renderLink(undefined);
    getByRole(box, 'button', 'Slow in the evening').click();
    expect(opened).to.eql(['t1']);
    expect(queryAllByRole(box, 'link')).to.be.empty;
  });

  it('has aria-current if the ticket is open', () => {
    expect(getByRole(renderLink('/tickets', true).box, 'link').ariaCurrent).to.equal('true');
    expect(getByRole(renderLink(undefined, true).box, 'button').ariaCurrent).to.equal('true');
    expect(getByRole(renderLink('/tickets').box, 'link').hasAttribute('aria-current')).to.be.false;
  });
});
