import {expect} from '@open-wc/testing';

import {TicketSelectEvent} from '../../../src/contract/ticket-events.js';
import {TicketLinkController} from '../../../src/controllers/navigation/ticket-link-controller.js';
import {createHost} from '../../support/controller-host.js';

const linking = (ticketUrl: string) => {
  const {host, controller} = createHost({ticketUrl}, each => new TicketLinkController(each));
  const asked: string[] = [];
  host.addEventListener(TicketSelectEvent.type, event => asked.push(event.ticketId));
  return {host, controller, asked};
};

const click = (init: MouseEventInit = {}): MouseEvent => new MouseEvent('click', {cancelable: true, ...init});

describe('the address of a ticket', () => {
  it('is the host’s, with the id in its gap', () => {
    const {href} = linking('/customer/tickets/{id}?from=list').controller;
    expect(href('t1')).to.equal('/customer/tickets/t1?from=list');
  });

  it('holds any id as one piece', () => {
    const {href} = linking('/tickets/{id}').controller;
    expect(href('../a/b?c#d')).to.equal('/tickets/..%2Fa%2Fb%3Fc%23d');
    expect(href('$&$1')).to.equal('/tickets/%24%26%241');
  });

  it('is none where the host has none', () => {
    expect(linking('').controller.href('t1')).to.be.undefined;
  });
});

describe('a click on a ticket', () => {
  it('asks for it', () => {
    const {controller, asked} = linking('/tickets/{id}');
    const event = click();
    controller.open(event, 't1');
    expect(asked).to.eql(['t1']);
    expect(event.defaultPrevented).to.be.false;
  });

  it('is not followed by the browser where the page shows the ticket itself', () => {
    const {host, controller} = linking('/tickets/{id}');
    host.addEventListener(TicketSelectEvent.type, event => event.preventDefault());
    const event = click();
    controller.open(event, 't1');
    expect(event.defaultPrevented).to.be.true;
  });

  for (const how of [{ctrlKey: true}, {metaKey: true}, {shiftKey: true}, {button: 1}]) {
    it(`with ${Object.keys(how).join()} is the browser’s alone`, () => {
      const {controller, asked} = linking('/tickets/{id}');
      const event = click(how);
      controller.open(event, 't1');
      expect(asked).to.eql([]);
      expect(event.defaultPrevented).to.be.false;
    });
  }
});
