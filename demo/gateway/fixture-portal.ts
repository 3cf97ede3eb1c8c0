import {serveFixture} from './fixture-server.js';
import {memoryStore, type HelpdeskStore} from './helpdesk-store.js';
import {splynxGateway, splynxPath} from './splynx-gateway.js';
import {splynx} from './splynx.js';
import {whmcsGateway, whmcsPath} from './whmcs-gateway.js';
import {whmcs} from './whmcs.js';

const customer = '42';

function fill(store: HelpdeskStore): void {
  const slow = store.addTicket(
    customer,
    'Slow speeds in the evening',
    'From 8 pm to 11 pm. Pages take a minute to load.',
  );
  store.addReply(slow, 'staff', 'Thank you for writing. Which router do you have?');
  store.addReply(slow, 'customer', 'The white one, from two years ago.');
  store.addReply(slow, 'note', 'Her segment is full. Nobody tells the customer.');
  const bill = store.addTicket(customer, 'A question about the bill', 'Why are there two items for May?');
  store.addReply(bill, 'staff', 'One is for the router, which you have returned. It will be refunded.');
  bill.status = 'resolved';
  store.addTicket('43', 'A ticket of another customer', 'Lena must not see it.');
}

const fixtures = {
  splynx: {
    fixture: splynx,
    path: splynxPath,
    gateway: splynxGateway,
    /** The URL and the parameters with which an agent replies. */
    reply: (id: number) => [
      'admin/support/ticket-messages',
      `ticket_id=${id}&author_type=admin&message_type=message&message=Hello`,
    ],
  },
  whmcs: {
    fixture: whmcs,
    path: whmcsPath,
    gateway: whmcsGateway,
    reply: (id: number) => [
      'api.php',
      `identifier=id&secret=secret&action=AddTicketReply&ticketid=${id}&adminusername=anna&message=Hello`,
    ],
  },
};

export type FixtureName = keyof typeof fixtures;

export const isFixture = (name: string): name is FixtureName => Object.hasOwn(fixtures, name);

/** The gateway in front of a fixture, which has tickets of Lena. */
export async function openFixture(name: FixtureName, key: string) {
  const {fixture, path, gateway, reply} = fixtures[name];
  const store = memoryStore({[customer]: 'Lena Moreau', 43: 'Omar O’Neil'});
  fill(store);
  const {origin, close} = await serveFixture(fixture(store), path);
  const [url = '', parameters = ''] = reply(store.tickets.at(-1)?.id ?? 0);
  return {
    gateway: gateway(origin, key),
    customer,
    close,
    notice: `An agent replies:\n  curl -d '${parameters}' ${origin}${path}${url}`,
  };
}
