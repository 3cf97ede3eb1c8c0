import {expect} from 'chai';
import {describe, it} from 'node:test';

import {requestTrackerBackend, type RequestTrackerOptions} from '../../../adapters/request-tracker.js';
import {bodyOf, connectAdapter, readOptions, writeOptions} from '../../support/adapter-server.js';
import {jsonResponse} from '../../support/recording-fetch.js';
import {supportErrorOf} from '../../support/rejection.js';
import {apiBaseUrl, disableRetryDelay} from '../../support/rest-backend.js';
import recorded from './fixtures/request-tracker.json' with {type: 'json'};

disableRetryDelay();

const draft = {subject: 'A bill', description: 'Too high.', category: 'billing', priority: 'normal'};
const usual = {requestor: 'lena', account: 'portal', queue: 'General', categoryField: 'Category'};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- What RT has answered.
type Answer = any;
type Change = (answer: Answer, url: string) => Answer;

const urlOf = ({url}: Request): string => decodeURIComponent(url.slice(apiBaseUrl.length).replaceAll('+', ' '));

/** What a live RT has answered to the same request, the last time that it was asked. `change` differs from it. */
function connect(options: Partial<RequestTrackerOptions> = {}, change: Change = answer => answer) {
  return connectAdapter(requestTrackerBackend({...usual, ...options}), request => {
    const [method, url] = [request.method, urlOf(request)];
    const found = recorded.filter(each => each.method === method && each.url === url && each.status < 400).pop();
    if (!found) throw new Error(`RT was not asked: ${method} ${url}`);
    const {status, location} = found;
    const answer = change(structuredClone(found.answer), url) as unknown;
    return answer instanceof Response
      ? answer
      : jsonResponse(answer, {status, ...(location && {headers: {Location: location}})});
  });
}

const texts = async (change?: Change): Promise<readonly string[]> =>
  (await connect({}, change).backend.getTicket('1', readOptions)).replies.map(({message}) => message);

describe('Request Tracker 5, as it has answered', () => {
  it('lists the tickets of the requestor with their category, priority, counts and last replies', async () => {
    const {backend, flaws} = connect();
    const {tickets, nextCursor} = await backend.listTickets({cursor: null}, readOptions);
    expect(tickets.map(({id, number, subject}) => [id, number, subject])).to.eql([
      ['3', '#3', 'A bill'],
      ['1', '#1', 'No internet'],
    ]);
    const [bill, internet] = tickets;
    expect(bill).to.include({
      status: 'open',
      priority: 'normal',
      category: 'billing',
      replyCount: 0,
      lastReplyBy: null,
    });
    expect(bill!.updatedAt).to.equal(bill!.createdAt);
    expect(internet).to.include({status: 'open', replyCount: 5, lastReplyBy: 'customer', unreadCount: null});
    expect(internet!.updatedAt).to.equal(internet!.lastReplyAt);
    expect(nextCursor).to.equal(null);
    expect(flaws).to.eql([]);
  });

  it('reads the correspondence, with that of a merged ticket, HTML as text and no file, and no comment', async () => {
    const {backend, flaws} = connect();
    const {ticket, description, replies, canReply} = await backend.getTicket('1', readOptions);
    expect(description).to.equal('Since Monday.\n\nThe light is <b>red</b>.');
    expect(replies.map(({message, author}) => [author.kind, author.name, message])).to.eql([
      ['operator', 'Anna Berg', 'Hello Lena,\n\n- restart it'],
      ['operator', 'Anna Berg', 'See this.'],
      ['operator', 'Anna Berg', 'Still nothing.'],
      ['operator', 'Anna Berg', 'We are on it.'],
      ['customer', '', 'Now it works: ✓'],
    ]);
    expect(canReply).to.equal(true);
    const {tickets} = await backend.listTickets({cursor: null}, readOptions);
    expect(tickets[1]).to.eql(ticket);
    expect(flaws).to.eql([]);
    expect(JSON.stringify(recorded)).not.to.include('never pays');
  });

  it('creates a ticket in the queue, for the requestor, and returns it', async () => {
    const {backend, requests} = connect();
    const {ticket, description} = await backend.createTicket(draft, writeOptions);
    expect(ticket).to.include({id: '3', subject: 'A bill', category: 'billing', priority: 'normal'});
    expect(description).to.equal('Too high.');
    expect(await bodyOf(requests[0]!)).to.eql({
      Queue: 'General',
      Requestor: 'lena',
      Subject: 'A bill',
      Content: 'Too high.',
      ContentType: 'text/plain',
      Priority: '50',
      CustomFields: {Category: 'billing'},
    });
    expect(requests[0]!.headers.get('Authorization')).to.equal('token token-1');
  });

  it('replies, and returns the reply that RT has stored, with the ticket, which is open again', async () => {
    const {backend, requests} = connect();
    const {reply, ticket} = await backend.addReply('1', {message: 'Now it works: ✓'}, writeOptions);
    expect(reply).to.include({message: 'Now it works: ✓'});
    expect(reply.author.kind).to.equal('customer');
    expect(ticket).to.include({status: 'open', lastReplyBy: 'customer', replyCount: 5});
    const sent = requests.find(({method}) => method === 'POST')!;
    expect(await bodyOf(sent)).to.eql({Content: 'Now it works: ✓', ContentType: 'text/plain'});
  });

  it('has no ticket of another requestor, and writes no reply to one', async () => {
    const {backend, requests} = connect({requestor: "omar.o'neil@customer.example"});
    expect((await backend.listTickets({cursor: null}, readOptions)).tickets).to.eql([]);
    expect((await supportErrorOf(backend.getTicket('1', readOptions))).code).to.equal('not_found');
    expect((await supportErrorOf(backend.addReply('1', {message: 'Hi'}, writeOptions))).code).to.equal('not_found');
    expect(requests.every(({method}) => method === 'GET')).to.equal(true);
  });
});

describe('the adapter for Request Tracker 5', () => {
  const isOf = (url: string, path: string): boolean => url.split('?')[0] === path;
  const onlyFor =
    (path: string, change: (item: Answer) => Answer): Change =>
    (answer, url) =>
      isOf(url, path) ? {...answer, items: answer.items.flatMap(change)} : answer;

  it('shows, counts and times nothing of a comment, even if RT does not filter', async () => {
    const withNotes: Change = (answer, url) => {
      if (!/history|transactions|attachments/.test(url)) return answer;
      const at = '2030-01-01T00:00:00Z';
      const note = isOf(url, 'attachments')
        ? {id: '99', TransactionId: '98', ContentType: 'text/plain', Filename: '', Content: 'She never pays.'}
        : {id: '98', Type: 'Comment', Created: at, Creator: {id: 'anna'}, ObjectId: '1'};
      return {...answer, items: [...answer.items, note]};
    };
    const [plain, noted] = [connect(), connect({}, withNotes)];
    for (const read of [
      ({backend}: typeof plain) => backend.getTicket('1', readOptions),
      ({backend}: typeof plain) => backend.listTickets({cursor: null}, readOptions),
    ]) {
      expect(await read(noted)).to.eql(await read(plain));
    }
  });

  it('prefers the plain text of a mail to its HTML, and reads the HTML if there is no other', async () => {
    const alternative = onlyFor('attachments', part =>
      part.ContentType === 'text/html'
        ? [part, {...part, id: '90', ContentType: 'text/plain', Content: 'Plain'}]
        : [part],
    );
    expect((await texts(alternative))[0]).to.equal('Plain');
    const empty = onlyFor('attachments', part =>
      part.ContentType === 'text/html'
        ? [part, {...part, id: '90', ContentType: 'text/plain', Content: ' \n'}]
        : [part],
    );
    expect((await texts(empty))[0]).to.equal('Hello Lena,\n\n- restart it');
    const script = onlyFor('attachments', part =>
      part.ContentType === 'text/html' ? [{...part, Content: '<script>alert(1)</script><p>1 &lt; 2</p>'}] : [part],
    );
    expect((await texts(script))[0]).to.equal('1 < 2');
  });

  for (const [own, status] of [
    ['new', 'open'],
    ['open', 'open'],
    ['stalled', 'pending'],
    ['resolved', 'resolved'],
    ['rejected', 'closed'],
    ['escalated', 'in_progress'],
    ['on site', 'on site'],
  ] as const) {
    it(`has the status ${status} for a ticket that is ${own} and in which the customer has written last`, async () => {
      const change = onlyFor('tickets', row => [{...row, Status: own}]);
      const {backend} = connect({statuses: {escalated: 'in_progress'}}, change);
      expect((await backend.getTicket('1', readOptions)).ticket.status).to.equal(status);
    });
  }

  it('has the status in_progress for an open ticket in which the operator has written last', async () => {
    const change = onlyFor('ticket/1/history', row => [{...row, Creator: {id: 'anna', RealName: 'Anna Berg'}}]);
    const {ticket} = await connect({}, change).backend.getTicket('1', readOptions);
    expect(ticket).to.include({status: 'in_progress', lastReplyBy: 'operator'});
  });

  it('has priorities by their lowest number, and none if RT sends none', async () => {
    for (const [own, priority] of [
      ['0', 'low'],
      ['49', 'low'],
      ['50', 'normal'],
      ['120', 'high'],
      ['', null],
    ] as const) {
      const change = onlyFor('tickets', row => [{...row, Priority: own}]);
      expect((await connect({}, change).backend.getTicket('1', readOptions)).ticket.priority).to.equal(priority);
    }
  });

  it('refuses replies to tickets with a locked status, before it writes', async () => {
    const change = onlyFor('tickets', row => [{...row, Status: 'rejected'}]);
    const {backend, requests} = connect({lockedStatuses: ['rejected']}, change);
    expect((await backend.getTicket('1', readOptions)).canReply).to.equal(false);
    expect((await supportErrorOf(backend.addReply('1', {message: 'Hi'}, writeOptions))).code).to.equal('conflict');
    expect(requests.every(({method}) => method === 'GET')).to.equal(true);
  });

  it('says that a message may have arrived if it cannot be read back', async () => {
    for (const status of [500, 404]) {
      const fail: Change = (answer, url) => (/history/.test(url) ? jsonResponse({message: 'x'}, {status}) : answer);
      const {backend} = connect({}, fail);
      const reply = backend.addReply('1', {message: 'Now it works: ✓'}, writeOptions);
      expect((await supportErrorOf(reply)).code).to.equal('uncertain');
      expect((await supportErrorOf(backend.createTicket(draft, writeOptions))).code).to.equal('uncertain');
    }
  });

  for (const [status, code] of [
    [400, 'invalid'],
    [401, 'unauthenticated'],
    [403, 'unavailable'],
    [404, 'not_found'],
    [429, 'rate_limited'],
    [500, 'unavailable'],
  ] as const) {
    it(`rejects with ${code} for a ${status} of RT, without its message, which is for staff`, async () => {
      const fail: Change = () => jsonResponse({message: 'No permission in queue General'}, {status});
      const error = await supportErrorOf(connect({}, fail).backend.createTicket(draft, writeOptions));
      expect([error.code, error.serverMessage]).to.eql([code, '']);
    });
  }

  it('asks for nothing with an ID that is no number, and refuses a cursor that is none', async () => {
    const {backend, requests} = connect();
    for (const id of ['1 OR id > 0', "1'", '', '-1', '../user/1']) {
      expect((await supportErrorOf(backend.getTicket(id, readOptions))).code).to.equal('not_found');
    }
    const refused = await supportErrorOf(backend.listTickets({cursor: '1 OR id > 0'}, readOptions));
    expect(refused.refusesCursor).to.equal(true);
    expect(requests.length).to.equal(0);
  });

  it('has a cursor as long as RT says that there are more tickets, or does not say how many', async () => {
    for (const total of [7, null]) {
      const change: Change = (answer, url) => (url.includes("'lena'&") ? {...answer, total} : answer);
      expect((await connect({}, change).backend.listTickets({cursor: null}, readOptions)).nextCursor).to.equal('1');
    }
  });

  it('sends a text that Perl takes for none so that it is one', async () => {
    const {backend, requests} = connect();
    await backend.addReply('1', {message: '0'}, writeOptions);
    expect((await bodyOf(requests[1]!))['Content']).to.equal('0\n');
  });

  it('needs a requestor that RT reads as one user: digits are an ID, and a comma is a list', () => {
    for (const requestor of ['', '14', 'a@b.example, root', 'group:Staff', 'lena novak', '"x" <a@b>', 'a;b']) {
      expect(() => requestTrackerBackend({...usual, requestor}), requestor).to.throw(TypeError, 'requestor');
    }
  });

  for (const global of ['document', 'window']) {
    it(`refuses to be created where there is a ${global}: everyone could read the key`, () => {
      Object.defineProperty(globalThis, global, {value: {}, configurable: true});
      try {
        expect(() => requestTrackerBackend(usual)).to.throw('must not be in a browser');
      } finally {
        Reflect.deleteProperty(globalThis, global);
      }
    });
  }
});
