import {expect} from 'chai';
import {describe, it} from 'node:test';

import {freescoutBackend} from '../../../adapters/freescout.js';
import {freshdeskBackend} from '../../../adapters/freshdesk.js';
import {splynxBackend} from '../../../adapters/splynx.js';
import {tmf621Backend} from '../../../adapters/tmf621.js';
import {uispBackend} from '../../../adapters/uisp.js';
import {whmcsBackend} from '../../../adapters/whmcs.js';
import {zammadBackend} from '../../../adapters/zammad.js';
import {zendeskBackend} from '../../../adapters/zendesk.js';
import {allTickets, connectAdapter, pathOf, readOptions, writeOptions} from '../../support/adapter-server.js';
import {foreignResponse, jsonResponse} from '../../support/recording-fetch.js';
import {supportErrorOf} from '../../support/rejection.js';
import {disableRetryDelay} from '../../support/rest-backend.js';

disableRetryDelay();

const customerId = '42';
const factories = {
  UISP: uispBackend(),
  Zendesk: zendeskBackend(),
  Zammad: zammadBackend({group: 'Support'}),
  TMF621: tmf621Backend({customer: {id: customerId, name: 'Asha'}, notes: {isPublic: () => true}}),
  Splynx: splynxBackend({customerId, apiKey: 'key', apiSecret: 'secret'}),
  WHMCS: whmcsBackend({customerId, identifier: 'id', secret: 'secret', departmentId: '1'}),
  Freshdesk: freshdeskBackend({customerId, apiKey: 'key'}),
  FreeScout: freescoutBackend({customerId, apiKey: 'key', mailboxId: 1}),
};

/** Answers each path with what a test has for it. A path without an answer is not found. */
const connect = (name: keyof typeof factories, answers: Readonly<Record<string, unknown>>) =>
  connectAdapter(factories[name], request => {
    const path = pathOf(request);
    return path in answers ? jsonResponse(answers[path]) : jsonResponse({}, {status: 404});
  });

describe('an answer of another shape than documented', () => {
  for (const name of Object.keys(factories) as (keyof typeof factories)[]) {
    for (const body of [{}, {unexpected: []}, null, 'ok', 7]) {
      it(`is no empty list: ${JSON.stringify(body)} of ${name}`, async () => {
        const {backend} = connectAdapter(factories[name], () => jsonResponse(body));
        const error = await supportErrorOf(backend.listTickets({cursor: null}, readOptions));
        expect(error.code).to.equal('bad_response');
      });

      it(`is no ticket: ${JSON.stringify(body)} of ${name}`, async () => {
        const {backend} = connectAdapter(factories[name], () => jsonResponse(body));
        const error = await supportErrorOf(backend.getTicket('1', readOptions));
        expect(['bad_response', 'not_found']).to.include(error.code);
      });
    }
  }
});

describe('a page in place of JSON, with the status of a success', () => {
  const page = () => foreignResponse(200, 'text/html', '<h1>Please sign in</h1>');
  for (const name of Object.keys(factories) as (keyof typeof factories)[]) {
    it(`says nothing about a ticket, and is no answer to a reply: ${name}`, async () => {
      const {backend} = connectAdapter(factories[name], page);
      expect((await supportErrorOf(backend.listTickets({cursor: null}, readOptions))).code).to.equal('bad_response');
      expect((await supportErrorOf(backend.getTicket('1', readOptions))).code).to.equal('bad_response');
    });
  }

  it('does not show an earlier reply as the one that was sent', async () => {
    const article = {sender: 'Customer', body: 'Hello?', content_type: 'text/plain', internal: false};
    const {backend} = connectAdapter(factories.Zammad, request => {
      if (request.method === 'PUT') return page();
      const articles = [1, 2].map(id => ({id, ...article, created_at: `2026-05-01T09:0${id}:00Z`}));
      return jsonResponse(pathOf(request).startsWith('tickets/') ? {id: 1, title: 'a', state: 'open'} : articles);
    });
    const error = await supportErrorOf(backend.addReply('1', {message: 'Still slow.'}, writeOptions));
    expect(error.code).to.equal('bad_response');
  });
});

describe('what only staff may read', () => {
  const time = (minute: number) => `2026-05-01T09:0${minute}:00Z`;

  it('is not shown of UISP: an activity that is not public', async () => {
    const activity = (id: number, rest: object) => ({
      ...{id, type: 'comment', comment: {body: `Text ${id}`}, createdAt: time(id), isAdmin: id > 1},
      ...rest,
    });
    const row = {id: 1, subject: 'a', status: 0, createdAt: time(0)};
    const {backend} = connect('UISP', {
      'tickets/1': {...row, activity: [activity(1, {public: true}), activity(2, {public: false}), activity(3, {})]},
    });
    const {replies, ticket} = await backend.getTicket('1', readOptions);
    expect(replies.map(({id}) => id)).to.eql(['3']);
    expect(ticket.replyCount).to.equal(1);
  });

  it('is not shown of Freshdesk: what was forwarded to a third person', async () => {
    const message = (id: number, rest: object) => ({id, body_text: `Text ${id}`, created_at: time(id), ...rest});
    const {backend} = connect('Freshdesk', {
      'tickets/1': {id: 1, requester_id: 42, subject: 'a', status: 2, created_at: time(0)},
      'tickets/1/conversations': [
        message(1, {private: false, source: 0}),
        message(2, {private: false, source: 8}),
        message(3, {private: null, source: 0}),
      ],
    });
    const {replies, ticket} = await backend.getTicket('1', readOptions);
    expect(replies.map(({id}) => id)).to.eql(['1']);
    expect(ticket.lastReplyAt).to.equal('2026-05-01T09:01:00.000Z');
  });
});

describe('a status that nobody has named', () => {
  const rows = (status: string): Partial<Record<keyof typeof factories, Readonly<Record<string, unknown>>>> => ({
    UISP: {tickets: [{id: 1, subject: 'a', status, createdAt: '2026-05-01T09:00:00+0000', activity: []}]},
    Zendesk: {requests: {requests: [{id: 1, subject: 'a', status, created_at: '2026-05-01T09:00:00Z'}]}},
    Zammad: {'tickets/search': [{id: 1, title: 'a', state: status, created_at: '2026-05-01T09:00:00Z'}]},
    Freshdesk: {tickets: [{id: 1, requester_id: 42, subject: 'a', status, created_at: '2026-05-01T09:00:00Z'}]},
  });
  for (const status of ['escalated', 'constructor', '__proto__']) {
    for (const [name, answers] of Object.entries(rows(status))) {
      it(`stays as it is: ${status} of ${name}`, async () => {
        const {tickets} = await connect(name as keyof typeof factories, answers).backend.listTickets(
          {cursor: null},
          readOptions,
        );
        expect(tickets[0]).to.include({id: '1', status, subject: 'a'});
      });
    }
  }
});

describe('a flaw of one reply', () => {
  const article = (id: number, rest: object) => ({
    id,
    sender: 'Customer',
    body: `Text ${id}`,
    content_type: 'text/plain',
    internal: false,
    created_at: `2026-05-01T09:0${id}:00Z`,
    ...rest,
  });
  const zammad = (...articles: object[]) =>
    connect('Zammad', {
      'tickets/1': {id: 1, title: 'a', state: 'open', created_at: '2026-05-01T09:00:00Z'},
      'ticket_articles/by_ticket/1': articles,
    }).backend.getTicket('1', readOptions);

  for (const time of [null, '', 'yesterday', '0000-00-00 00:00:00']) {
    it(`leaves it where it was, and the description as it is, if its time is ${JSON.stringify(time)}`, async () => {
      const {description, replies} = await zammad(
        article(1, {}),
        article(2, {}),
        article(3, {created_at: time}),
        article(4, {}),
      );
      expect(description).to.equal('Text 1');
      expect(replies.map(({message}) => message)).to.eql(['Text 2', 'Text 3', 'Text 4']);
    });
  }

  for (const flaw of [{from: null}, {sender: null}, {body: null}, {id: null}, {content_type: null}]) {
    it(`costs nothing else: ${JSON.stringify(flaw)}`, async () => {
      const {description, replies} = await zammad(article(1, {}), article(2, flaw), article(3, {}));
      expect(description).to.equal('Text 1');
      expect(replies).to.have.lengthOf(2);
      expect(replies[1]).to.include({id: '3', message: 'Text 3'});
    });
  }

  for (const type of ['text/html', 'text/html; charset=utf-8', 'Text/HTML']) {
    it(`is read as text if it is ${type}`, async () => {
      const {description} = await zammad(article(1, {body: '<p>1 &lt; 2</p><script>x</script>', content_type: type}));
      expect(description).to.equal('1 < 2');
    });
  }

  for (const internal of [true, null, undefined, 1, 'true']) {
    it(`hides it if it is not clearly public: internal is ${JSON.stringify(internal)}`, async () => {
      const {replies, ticket} = await zammad(article(1, {}), article(2, {internal}));
      expect(replies).to.eql([]);
      expect(ticket.replyCount).to.equal(0);
    });
  }
});

describe('a reply by a third person', () => {
  const read = (users: readonly object[]) =>
    connect('Zendesk', {
      'requests/1': {
        request: {id: 1, subject: 'a', status: 'open', requester_id: 5, created_at: '2026-05-01T09:00:00Z'},
      },
      'requests/1/comments': {
        comments: [5, 6, 7].map((author, index) => ({
          id: index,
          author_id: author,
          plain_body: `By ${author}`,
          created_at: `2026-05-01T09:0${index}:00Z`,
        })),
        users,
      },
    }).backend.getTicket('1', readOptions);

  it('is of the customer’s side if the person is no agent', async () => {
    const {replies} = await read([
      {id: 6, name: 'Neighbour', agent: false},
      {id: 7, name: 'Anna', agent: true},
    ]);
    expect(replies.map(({author}) => author)).to.eql([
      {kind: 'customer', name: 'Neighbour'},
      {kind: 'operator', name: 'Anna'},
    ]);
  });

  it('is not of the customer if nothing is known about the person', async () => {
    const {replies, description} = await read([{id: 5, name: 'Asha'}]);
    expect(description).to.equal('By 5');
    expect(replies.map(({author}) => author.kind)).to.eql(['operator', 'operator']);
  });
});

describe('a list that does not end', () => {
  it('is read once if the server ignores which page is asked for', async () => {
    const message = {
      id: 1,
      ticket_id: 1,
      author_type: 'customer',
      message_type: 'message',
      message: '<p>Hi</p>',
      date: '2026-05-01',
      time: '09:00:00',
    };
    const {backend, requests} = connect('Splynx', {
      'admin/support/tickets/1': {
        id: 1,
        customer_id: 42,
        subject: 'a',
        status_id: 1,
        created_at: '2026-05-01 09:00:00',
      },
      'admin/support/ticket-messages': [message, {...message, id: 2, message: 'Reply'}],
    });
    const {replies} = await backend.getTicket('1', readOptions);
    expect(replies.map(({id}) => id)).to.eql(['2']);
    expect(requests.length).to.be.lessThan(4);
  });

  it('has all 1,000 tickets', async () => {
    const rows = Array.from({length: 1000}, (_, index) => ({
      id: 1000 - index,
      requester_id: 42,
      subject: 'a',
      status: 2,
      created_at: new Date(Date.UTC(2026, 4, 1) - index * 60_000).toISOString(),
    }));
    const {backend, requests} = connectAdapter(factories.Freshdesk, ({url}) => {
      const page = Number(new URL(url).searchParams.get('page'));
      const headers = page < 20 ? {Link: '<https://isp.freshdesk.com/api/v2/tickets?page=2>;rel="next"'} : {};
      return jsonResponse(rows.slice((page - 1) * 50, page * 50), {headers});
    });
    expect(new Set((await allTickets(backend)).map(({id}) => id)).size).to.equal(1000);
    expect(requests).to.have.lengthOf(20);
  });
});

describe('a ticket that is gone', () => {
  for (const [name, path, row] of [
    ['Freshdesk', 'tickets/1', {id: 1, requester_id: 42, deleted: true}],
    ['Freshdesk', 'tickets/1', {id: 1, requester_id: 42, spam: true}],
    ['FreeScout', 'conversations/1', {id: 1, customer: {id: 42}, state: 'deleted', status: 'closed'}],
    ['FreeScout', 'conversations/1', {id: 1, customer: {id: 42}, state: 'published', status: 'spam'}],
    ['FreeScout', 'conversations/1', {id: 1, customer: null, state: 'published', status: 'active'}],
    ['Splynx', 'admin/support/tickets/1', {id: 1, customer_id: '42', hidden: '1'}],
    ['Splynx', 'admin/support/tickets/1', {id: 1, customer_id: 42, deleted: true}],
    ['WHMCS', 'api.php', {result: 'success', ticketid: 1, userid: 0}],
  ] as const) {
    it(`is not found, and gets no reply: ${name} ${JSON.stringify(row)}`, async () => {
      const {backend, requests} = connect(name, {[path]: row});
      expect((await supportErrorOf(backend.getTicket('1', readOptions))).code).to.equal('not_found');
      expect((await supportErrorOf(backend.addReply('1', {message: 'Hi'}, writeOptions))).code).to.equal('not_found');
      expect(requests).to.have.lengthOf(2);
    });
  }

  it('can be read, and gets no reply, if it was merged', async () => {
    const {backend} = connect('Zammad', {
      'tickets/1': {id: 1, title: 'a', state: 'merged', created_at: '2026-05-01T09:00:00Z'},
      'ticket_articles/by_ticket/1': [],
    });
    expect(await backend.getTicket('1', readOptions)).to.deep.include({canReply: false, description: ''});
  });
});

describe('an ID', () => {
  for (const id of ['a/b', 'a?b=c', 'ä', '1#2']) {
    it(`cannot lead to another path: ${id}`, async () => {
      for (const name of ['Zendesk', 'Zammad', 'TMF621', 'Splynx', 'Freshdesk', 'FreeScout', 'UISP'] as const) {
        const {backend, requests} = connect(name, {});
        expect((await supportErrorOf(backend.getTicket(id, readOptions))).code, name).to.equal('not_found');
        for (const {url} of requests) expect(url, name).to.include(encodeURIComponent(id));
      }
    });
  }

  it('of a customer that is a number in the host’s code is refused', () => {
    const id = 42 as unknown as string;
    expect(() => freshdeskBackend({customerId: id, apiKey: 'key'})).to.throw('freshdeskBackend needs a customerId');
  });
});
