import {expect} from 'chai';
import {describe, it} from 'node:test';

import {restBackend, type RestOptions} from '../../../adapters/rest.js';
import {allTickets, connectAdapter, pathOf, readOptions, writeOptions} from '../../support/adapter-server.js';
import {foreignResponse, jsonResponse} from '../../support/recording-fetch.js';
import {supportErrorOf} from '../../support/rejection.js';
import {disableRetryDelay} from '../../support/rest-backend.js';

disableRetryDelay();

const earlier = {id: 1, message: 'Hello?', is_staff: false, created_at: '2026-05-01T09:00:00Z'};
const ticket = {
  id: 5,
  subject: 'Slow',
  status: 'open',
  description: 'Older.',
  created_at: '2026-05-01T09:00:00Z',
  replies: [earlier],
};
const draft = {subject: 'Slow', description: 'Since noon.', category: 'wifi', priority: 'normal'};

/** A portal that answers writes in one way, and has a ticket with an earlier reply, and stores nothing. */
const refusing = (answer: () => Response) =>
  connectAdapter(restBackend(), request =>
    request.method === 'POST' ? answer() : jsonResponse(pathOf(request) === 'tickets' ? [ticket] : ticket),
  ).backend;

const page = () => foreignResponse(200, 'text/html', '<!doctype html><form action="/login">');

const unreadable: Readonly<Record<string, () => Response>> = {
  'a page to sign in': page,
  'a text': () => foreignResponse(200, 'text/plain', 'Fatal error: Uncaught PDOException'),
  'an empty object': () => jsonResponse({}),
  null: () => jsonResponse(null),
  'rows of an unknown name': () => jsonResponse({entries2: [ticket]}),
};

const failures = [
  {success: false, data: []},
  {status: 'error', message: 'No', data: null},
  {status: 'fail', data: {}},
  {code: 401, msg: 'No', data: []},
  {error: 'No'},
  {error: true, message: 'No'},
  {errors: [{message: 'No'}]},
  {result: 'error', message: 'No'},
];

describe('a list of restBackend', () => {
  const listOf = (answer: () => Response, options: RestOptions = {}) =>
    connectAdapter(restBackend(options), answer).backend.listTickets({cursor: null}, readOptions);

  for (const [name, answer] of Object.entries(unreadable)) {
    it(`is no account without tickets: ${name}`, async () => {
      expect((await supportErrorOf(listOf(answer))).code).to.equal('bad_response');
    });
  }

  for (const body of failures) {
    it(`is no account without tickets: ${JSON.stringify(body)}`, async () => {
      expect((await supportErrorOf(listOf(() => jsonResponse(body)))).code).to.equal('bad_response');
    });
  }

  for (const body of [
    [],
    {data: []},
    {success: true, data: null},
    {data: {}},
    {Data: {Items: []}},
    {data: {tickets: null}},
  ]) {
    it(`is empty: ${JSON.stringify(body)}`, async () => {
      expect(await listOf(() => jsonResponse(body))).to.eql({tickets: [], nextCursor: null});
    });
  }

  it('is empty if there is no content', async () => {
    expect((await listOf(() => new Response(null, {status: 204}))).tickets).to.eql([]);
  });

  it('has no ticket that is for staff only', async () => {
    const {tickets} = await listOf(() =>
      jsonResponse([
        {...ticket, is_internal: true},
        {...ticket, id: 6},
      ]),
    );
    expect(tickets.map(({id}) => id)).to.eql(['6']);
  });

  for (const status of [400, 404, 422]) {
    it(`ends if the page after the last one is a ${status}, and does not start again`, async () => {
      const {backend, requests} = connectAdapter(restBackend({pages: 'number'}), ({url}) =>
        url.endsWith('page=1') ? jsonResponse([ticket]) : jsonResponse({message: 'No such page'}, {status}),
      );
      expect(await allTickets(backend)).to.have.lengthOf(1);
      expect(requests).to.have.lengthOf(2);
    });
  }

  it('follows next_cursor without an option', async () => {
    const {backend} = connectAdapter(restBackend(), ({url}) =>
      url.endsWith('?cursor=a%2Fb%3D')
        ? jsonResponse({data: [{...ticket, id: 6}], next_cursor: null})
        : jsonResponse({data: [ticket], next_cursor: 'a/b='}),
    );
    expect((await allTickets(backend)).map(({id}) => id)).to.eql(['5', '6']);
  });

  it('sends nothing to the host of the next page’s URL', async () => {
    const {backend, requests} = connectAdapter(restBackend(), ({url}) =>
      jsonResponse({
        data: [{...ticket, id: url.length}],
        next: url.includes('p=2') ? null : 'https://evil.example/x?p=2',
      }),
    );
    expect(await allTickets(backend)).to.have.lengthOf(2);
    expect(new Set(requests.map(({url}) => url.split('?')[0]))).to.have.lengthOf(1);
  });
});

describe('a ticket of restBackend', () => {
  const get = (answer: () => Response) => connectAdapter(restBackend(), answer).backend.getTicket('5', readOptions);

  for (const name of ['a page to sign in', 'a text', 'null']) {
    it(`is not said to be gone: ${name}`, async () => {
      expect((await supportErrorOf(get(unreadable[name]!))).code).to.equal('bad_response');
    });
  }

  for (const body of failures) {
    it(`is not said to be gone: ${JSON.stringify(body)}`, async () => {
      expect((await supportErrorOf(get(() => jsonResponse(body)))).code).to.equal('bad_response');
    });
  }

  for (const body of [{success: true, data: null}, {data: []}, [], {...ticket, is_internal: 1}]) {
    it(`is not found: ${JSON.stringify(body)}`, async () => {
      expect((await supportErrorOf(get(() => jsonResponse(body)))).code).to.equal('not_found');
    });
  }

  it('may have a status that sounds like a failure', async () => {
    expect((await get(() => jsonResponse({...ticket, status: 'failed'}))).ticket.status).to.equal('failed');
  });

  for (const flags of [
    {is_note: false, private: true},
    {internal: 0, is_private: '1'},
    {type: 'reply', visibility: 'Agents'},
    {type: 'email', message_type: 'Internal Note'},
    {type: 'private-note'},
    {visibility: 'staff_only'},
    {is_public: true, visible_to_customer: 'no'},
  ]) {
    it(`has no reply with ${JSON.stringify(flags)}`, async () => {
      const note = {id: 2, message: 'Secret', created_at: '2026-05-01T10:00:00Z', is_staff: 1, ...flags};
      const detail = await get(() => jsonResponse({...ticket, replies: [earlier, note]}));
      expect(detail.replies.map(({id}) => id)).to.eql(['1']);
      expect(detail.ticket).to.include({replyCount: 1, lastReplyBy: 'customer'});
    });
  }

  for (const flag of ['no', 'N', 'f', 'FALSE', false, 0]) {
    it(`has a reply of the customer if is_staff is ${JSON.stringify(flag)}`, async () => {
      const {replies} = await get(() => jsonResponse({...ticket, replies: [{...earlier, is_staff: flag}]}));
      expect(replies[0]!.author.kind).to.equal('customer');
    });
  }

  it('has its replies though another property of a usual name is their number', async () => {
    const {replies} = await get(() => jsonResponse({...ticket, replies: 1, comments: 1, conversation: [earlier]}));
    expect(replies).to.have.lengthOf(1);
  });

  it('has all replies of a response with pages', async () => {
    const options: RestOptions = {paths: {replies: 'tickets/{id}/replies'}};
    const {backend} = connectAdapter(restBackend(options), request => {
      if (!pathOf(request).endsWith('replies')) return jsonResponse({...ticket, replies: undefined});
      const number = Number(new URL(request.url).searchParams.get('page') ?? 1);
      const data = [1, 2].map(each => ({...earlier, id: number * 10 + each, message: `Reply ${number}.${each}`}));
      return jsonResponse({data, meta: {current_page: number, last_page: 3, total: 6}});
    });
    const {replies, ticket: shown} = await backend.getTicket('5', readOptions);
    expect(replies.map(({message}) => message)).to.eql(
      ['1.1', '1.2', '2.1', '2.2', '3.1', '3.2'].map(at => `Reply ${at}`),
    );
    expect(shown.replyCount).to.equal(6);
  });

  it('is unreadable if its replies are', async () => {
    const {backend} = connectAdapter(restBackend({paths: {replies: 'replies/{id}'}}), request =>
      pathOf(request).startsWith('replies') ? page() : jsonResponse({...ticket, replies: undefined}),
    );
    expect((await supportErrorOf(backend.getTicket('5', readOptions))).code).to.equal('bad_response');
  });
});

describe('a message that restBackend has sent', () => {
  for (const [name, answer] of Object.entries({...unreadable, 'no content': () => new Response(null, {status: 204})})) {
    it(`may not have arrived if it is not in the ticket, and the answer is ${name}`, async () => {
      const reply = refusing(answer).addReply('5', {message: 'Still slow.'}, writeOptions);
      expect((await supportErrorOf(reply)).code).to.equal('uncertain');
      const created = refusing(answer).createTicket(draft, writeOptions);
      expect((await supportErrorOf(created)).code).to.equal('uncertain');
    });
  }

  for (const body of failures) {
    it(`is refused: ${JSON.stringify(body)}`, async () => {
      const reply = refusing(() => jsonResponse(body)).addReply('5', {message: 'Still slow.'}, writeOptions);
      expect((await supportErrorOf(reply)).code).to.equal('invalid');
    });
  }

  for (const stored of [
    'Don&#039;t know &amp; can&rsquo;t say ',
    "<p>Don't know<br>&amp; can’t say</p>",
    "Don't know & can't say\n-- \nSent by the portal",
    "Don't know & can",
  ]) {
    it(`has arrived though the server has made another text of it: ${stored}`, async () => {
      const replies = [earlier];
      const {backend} = connectAdapter(restBackend(), ({method}) => {
        if (method === 'POST') replies.push({...earlier, id: 2, message: stored, created_at: '2026-05-01T10:00:00Z'});
        return jsonResponse(method === 'POST' ? {success: true} : {...ticket, replies});
      });
      const {reply} = await backend.addReply('5', {message: "Don't know & can't say"}, writeOptions);
      expect(reply.id).to.equal('2');
    });
  }
});

describe('a request of restBackend', () => {
  it('has the headers that a framework wants, as they are when it is sent', async () => {
    let token = 'a';
    const headers = () => ({'X-CSRF-TOKEN': token});
    const {backend, requests} = connectAdapter(restBackend({headers, credentials: 'same-origin'}), () =>
      jsonResponse({...ticket, replies: [{...earlier, message: 'Hi'}]}),
    );
    await backend.getTicket('5', readOptions);
    token = 'b';
    await backend.addReply('5', {message: 'Hi'}, writeOptions);
    expect(requests.map(each => each.headers.get('X-CSRF-TOKEN'))).to.eql(['a', 'b', 'b']);
    expect(requests[1]!.headers.get('Content-Type')).to.equal('application/json');
  });
});
