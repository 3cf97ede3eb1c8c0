import {expect} from 'chai';
import {describe, it} from 'node:test';

import {splynxBackend} from '../../../adapters/splynx.js';
import {tmf621Backend, type Tmf621Notes} from '../../../adapters/tmf621.js';
import {uispBackend} from '../../../adapters/uisp.js';
import {whmcsBackend} from '../../../adapters/whmcs.js';
import {zammadBackend} from '../../../adapters/zammad.js';
import {zendeskBackend} from '../../../adapters/zendesk.js';
import type {TicketBackendFactory} from '../../../src/contract/transport.js';
import {bodyOf, connectAdapter, pathOf, readOptions, writeOptions} from '../../support/adapter-server.js';
import {jsonResponse} from '../../support/recording-fetch.js';
import {supportErrorOf} from '../../support/rejection.js';
import {disableRetryDelay} from '../../support/rest-backend.js';

disableRetryDelay();

const draft = {subject: 'No internet', description: 'Since 9.', category: '', priority: 'normal'};
const connect = (factory: TicketBackendFactory, answers: Readonly<Record<string, unknown>>) =>
  connectAdapter(factory, request => jsonResponse(answers[pathOf(request)]));

describe('tmf621Backend', () => {
  const customer = {id: 'C-42', name: 'Asha Rai'};
  const row = {
    id: 'a/b',
    name: 'Slow',
    status: 'pending',
    severity: 'Critical',
    creationDate: '2026-05-01T09:00:00Z',
    relatedParty: [{role: 'customer', partyOrPartyRole: {id: 'C-42'}}],
    note: [{id: '1', author: 'Anna', date: '2026-05-01T10:00:00Z', text: 'Secret'}],
  };
  const withNotes = (notes?: Tmf621Notes) =>
    connect(tmf621Backend({customer, ...(notes && {notes})}), {troubleTicket: [row], 'troubleTicket/a%2Fb': row});

  it('shows, counts and sends no notes unless the options say which are public', async () => {
    const {backend, requests} = withNotes();
    const {tickets} = await backend.listTickets({cursor: null}, readOptions);
    const {ticket, replies, canReply} = await backend.getTicket('a/b', readOptions);
    for (const each of [tickets[0]!, ticket]) {
      expect(each).to.include({status: 'pending', priority: 'high', replyCount: null, lastReplyAt: null});
    }
    expect({replies, canReply}).to.eql({replies: [], canReply: false});
    expect((await supportErrorOf(backend.addReply('a/b', {message: 'Hi'}, writeOptions))).code).to.equal('conflict');
    expect(requests).to.have.lengthOf(2);
  });

  it('shows public notes, and takes no replies unless the options say how to add one', async () => {
    const {replies, canReply} = await withNotes({isPublic: () => true}).backend.getTicket('a/b', readOptions);
    expect(replies.map(({message}) => message)).to.eql(['Secret']);
    expect(canReply).to.equal(false);
  });

  for (const [add, type, body] of [
    ['append', 'application/merge-patch+json', {note: [{author: 'C-42', date: '2026-05-01T09:00:00Z', text: 'Hi'}]}],
    [
      'json-patch',
      'application/json-patch+json',
      [{op: 'add', path: '/note/-', value: {author: 'C-42', date: '2026-05-01T09:00:00Z', text: 'Hi'}}],
    ],
  ] as const) {
    it(`adds a reply by ${add}`, async () => {
      const {backend, requests} = withNotes({isPublic: () => true, add});
      await supportErrorOf(backend.addReply('a/b', {message: 'Hi'}, writeOptions));
      const patch = requests.find(({method}) => method === 'PATCH')!;
      expect(patch.headers.get('content-type')).to.equal(type);
      expect(await patch.json()).to.eql(body);
    });
  }
});

describe('zendeskBackend', () => {
  it('reads and sends the category as a custom field', async () => {
    const row = {id: 1, subject: 'a', status: 'new', created_at: '2026-05-01T09:00:00Z'};
    const request = {...row, custom_fields: [{id: 7, value: 'wifi'}]};
    const {backend, requests} = connect(zendeskBackend({categoryFieldId: 7}), {
      requests: {request},
      'requests/1': {request},
      'requests/1/comments': {comments: []},
    });
    const {ticket} = await backend.createTicket({...draft, category: 'wifi'}, writeOptions);
    expect(ticket).to.include({category: 'wifi', status: 'open'});
    const body = (await bodyOf(requests[0]!)) as {request: {custom_fields: unknown; priority: string}};
    expect(body.request).to.deep.include({custom_fields: [{id: 7, value: 'wifi'}], priority: 'normal'});
  });
});

describe('zammadBackend', () => {
  it('sends an OAuth token as Bearer', async () => {
    const {backend, requests} = connect(zammadBackend({group: 'Support', scheme: 'Bearer'}), {'tickets/search': []});
    await backend.listTickets({cursor: null}, readOptions);
    expect(requests[0]!.headers.get('authorization')).to.equal('Bearer token-1');
  });
});

describe('splynxBackend', () => {
  it('has the statuses with which Splynx is installed, and a ticket that waits for an agent is open', async () => {
    const row = {id: 1, customer_id: 42, subject: 'a', created_at: '2026-05-01 09:00:00'};
    const {backend} = connect(splynxBackend({customerId: '42', apiKey: 'key', apiSecret: 'secret'}), {
      'admin/support/tickets': [1, 2, 3, 4, 5].map(status => ({...row, status_id: String(status)})),
    });
    const {tickets} = await backend.listTickets({cursor: null}, readOptions);
    expect(tickets.map(({status}) => status)).to.eql(['open', 'in_progress', 'resolved', 'pending', 'open']);
  });
});

describe('whmcsBackend', () => {
  it('opens a ticket in the department that is the category', async () => {
    const options = {customerId: '42', identifier: 'id', secret: 'secret', departmentId: '2'};
    const config = {categories: [{value: '3', label: 'Billing', hint: null}]};
    for (const [category, department] of [
      ['3', '3'],
      ['', '2'],
    ] as const) {
      const row = {
        result: 'success',
        id: 1,
        ticketid: 1,
        tid: 'A-1',
        userid: 42,
        deptid: department,
        date: '2026-05-01 09:00:00',
      };
      const {backend, requests} = connect(whmcsBackend({...options, config}), {'api.php': row});
      const {ticket} = await backend.createTicket({...draft, category}, writeOptions);
      expect(await bodyOf(requests[0]!)).to.include({deptid: department, clientid: '42', priority: 'Medium'});
      expect(ticket.category).to.equal(department);
    }
  });
});

describe('the options that most adapters have', () => {
  it('add statuses of the operator’s own, and replace the settings of the elements', async () => {
    const config = {categories: [{value: 'fibre', label: 'Fibre', hint: null}], priorities: []};
    const row = {id: 1, customer_id: 42, subject: 'a', created_at: '2026-05-01 09:00:00'};
    const options = {customerId: '42', apiKey: 'key', apiSecret: 'secret', statuses: {8: 'in_progress'}, config};
    const {backend, requests} = connect(splynxBackend({...options, pageSize: 10}), {
      'admin/support/tickets': [8, 3, 9].map(status => ({...row, status_id: String(status)})),
    });
    const {tickets} = await backend.listTickets({cursor: null}, readOptions);
    expect(tickets.map(({status}) => status)).to.eql(['in_progress', 'resolved', '9']);
    expect(new URL(requests[0]!.url).searchParams.get('limit')).to.equal('10');
    expect((await backend.getConfig!(readOptions)).categories).to.eql(config.categories);
  });

  it('tell backends with other options apart, and others not', () => {
    expect(String(zendeskBackend({pageSize: 10}))).not.to.equal(String(zendeskBackend()));
    expect(String(uispBackend({statuses: {9: 'closed'}}))).to.equal(String(uispBackend({statuses: {9: 'closed'}})));
  });
});
