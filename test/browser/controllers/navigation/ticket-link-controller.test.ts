import {expect} from '@open-wc/testing';

import {TicketSelectEvent} from '../../../../src/contract/ticket-events.js';
import {TicketLinkController} from '../../../../src/controllers/navigation/ticket-link-controller.js';
import {createHost} from '../../../support/controller-host.js';

const linking = (ticketUrl: string) => {
  const {host, controller} = createHost({ticketUrl}, each => new TicketLinkController(each));
  const selectedIds: string[] = [];
  host.addEventListener(TicketSelectEvent.type, event => selectedIds.push(event.ticketId));
  return {host, controller, selectedIds};
};

const click = (init: MouseEventInit = {}): MouseEvent => new MouseEvent('click', {cancelable: true, ...init});

describe('ticket link controller: href', () => {
  it('is the host’s URL template with {id} replaced by the ticket id', () => {
    const {href} = linking('/customer/tickets/{id}?from=list').controller;
    expect(href('t1')).to.equal('/customer/tickets/t1?from=list');
  });

  it('percent-encodes the ticket id as one path segment', () => {
    const {href} = linking('/tickets/{id}').controller;
    expect(href('../a/b?c#d')).to.equal('/tickets/..%2Fa%2Fb%3Fc%23d');
    expect(href('$&$1')).to.equal('/tickets/%24%26%241');
  });

  it('is undefined when the host has no URL template', () => {
    expect(linking('').controller.href('t1')).to.be.undefined;
  });
});

describe('ticket link controller: click', () => {
  it('dispatches isp-ticket-select and lets the browser follow the link', () => {
    const {controller, selectedIds} = linking('/tickets/{id}');
    const event = click();
    controller.open(event, 't1');
    expect(selectedIds).to.eql(['t1']);
    expect(event.defaultPrevented).to.be.false;
  });

  it('prevents navigation when the page cancels isp-ticket-select', () => {
    const {host, controller} = linking('/tickets/{id}');
    host.addEventListener(TicketSelectEvent.type, event => event.preventDefault());
    const event = click();
    controller.open(event, 't1');
    expect(event.defaultPrevented).to.be.true;
  });

  for (const how of [{ctrlKey: true}, {metaKey: true}, {shiftKey: true}, {button: 1}]) {
    it(`is left to the browser when ${Object.keys(how).join()} is set`, () => {
      const {controller, selectedIds} = linking('/tickets/{id}');
      const event = click(how);
      controller.open(event, 't1');
      expect(selectedIds).to.eql([]);
      expect(event.defaultPrevented).to.be.false;
    });
  }
});
