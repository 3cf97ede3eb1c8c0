import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {createSession} from '../../../src/state/create-session.js';
import type {Session} from '../../../src/state/session.js';
import {mailboxOf} from '../../../src/state/create-mailbox.js';
import {FakePage} from '../../support/fake-page.js';
import {FakeTime} from '../../support/fake-time.js';
import {ticketConfigJson, ticketDetailJson, ticketJson} from '../../support/json-fixtures.js';

let servers = 0;

describe('a page in an outage', () => {
  let time: FakeTime;
  let page: FakePage;
  let session: Session;
  /** How the server answers each path; it works if there is no answer. */
  let outage: (path: string) => Response | undefined;
  let requests: string[];

  beforeEach(async () => {
    time = new FakeTime();
    page = new FakePage();
    requests = [];
    outage = () => undefined;
    const fetch = async (input: RequestInfo | URL): Promise<Response> => {
      const {method, url} = input as Request;
      const path = new URL(url).pathname.split('/').pop()!;
      requests.push(`${method} ${path}`);
      return outage(path) ?? respond(path);
    };
    const apiBase = `https://isp-${servers++}.example/api`;
    const options = {apiBase, fetch, backend: undefined, persistence: 'none', storage: undefined} as const;
    session = createSession(options, 'token', page);
    void session.config.load();
    for (const resource of [mailboxOf(session).tickets, session.unread, mailboxOf(session).thread('t1')]) {
      void resource.load();
      resource.watch();
    }
    await time.advanceAsync(1000);
    requests.length = 0;
  });

  afterEach(() => {
    session.dispose();
    time.restore();
  });

  function respond(path: string): Response {
    if (path === 'ticket-config') return Response.json(ticketConfigJson());
    if (path === 'tickets') return Response.json({data: [ticketJson()], next_cursor: null});
    if (path === 'ticket-updates') return Response.json({unread: 0, tickets: [], poll_after: null});
    return path === 't1' ? Response.json(ticketDetailJson()) : Response.json({error: 'None'}, {status: 404});
  }

  const countOf = (request: string): number => requests.filter(each => each === request).length;

  const failures: Record<string, () => Response> = {
    'answers 503': () => new Response(null, {status: 503}),
    'answers 500 in JSON': () => Response.json({title: 'Internal error'}, {status: 500}),
    'answers 502 in HTML': () =>
      new Response('<h1>Bad gateway</h1>', {status: 502, headers: {'Content-Type': 'text/html'}}),
    'does not answer': () => {
      throw new TypeError('Failed to fetch');
    },
  };

  for (const [what, failure] of Object.entries(failures)) {
    it(`makes one request a round for each resource if the server ${what}`, async () => {
      time.random = 1;
      outage = failure;
      // The thread is polled first, and retried by the client. Rounds follow after 1, 2, 4, 8, 16, 32, 60 and 60 seconds.
      await time.advanceAsync(19_000 + 600);
      expect(countOf('GET t1')).to.equal(2);
      await time.advanceAsync(184_000);
      expect(countOf('GET t1')).to.equal(2 + 8);
      // They are due in the round after 63 seconds, and retried from then on.
      expect(countOf('GET tickets')).to.be.within(2, 4);
      expect(countOf('GET ticket-updates')).to.equal(countOf('GET tickets'));
      expect(countOf('GET ticket-events')).to.equal(1);
    });

    for (const replies of [1, 2, 20]) {
      it(`makes one POST a round with ${replies} waiting replies if the server ${what}`, async () => {
        time.random = 1;
        outage = failure;
        for (let index = 0; index < replies; index++) mailboxOf(session).reply('t1', `${index}`);
        await time.advanceAsync(0);
        await time.advanceAsync(0);
        expect(countOf('POST replies')).to.equal(1);
        await time.advanceAsync(1000 + 2000 + 4000 + 8000 + 100);
        expect(countOf('POST replies')).to.equal(5);
        expect(countOf('GET t1')).to.be.at.most(5);
        expect(mailboxOf(session).outbox.store.items.value.map(({status}) => status)).to.eql(
          Array(replies).fill('waiting'),
        );
        expect(mailboxOf(session).outbox.store.items.value.every(({failedAttempts}) => !failedAttempts)).to.be.true;
      });
    }
  }

  it('polls on what succeeds if one resource always fails', async () => {
    time.random = 1;
    outage = path => (path === 'ticket-updates' ? new Response(null, {status: 503}) : undefined);
    await time.advanceAsync(600_000);
    expect(countOf('GET tickets')).to.be.within(8, 11);
    expect(countOf('GET t1')).to.be.within(12, 32);
    expect(countOf('GET ticket-updates')).to.be.below(40);
  });

  it('polls on if a request fails that is not retried', async () => {
    outage = path => (path === 'read' ? new Response(null, {status: 503}) : undefined);
    await mailboxOf(session).markRead('t1');
    await time.advanceAsync(120_000);
    expect(countOf('GET tickets')).to.equal(2);
  });

  const refusals: Record<string, () => Response> = {
    'is answered 500': () => new Response(null, {status: 500}),
    'is answered 201 without content': () => new Response(null, {status: 201}),
    'is answered 204': () => new Response(null, {status: 204}),
    'is answered {"ok":true}': () => Response.json({ok: true}),
    'is answered true': () => Response.json(true),
    'is answered 200 with a page': () => new Response('<h1>Wait</h1>', {headers: {'Content-Type': 'text/html'}}),
    'is answered 451': () => new Response(null, {status: 451}),
    'is redirected': () => Response.error(),
    'is reset': () => {
      throw new TypeError('Failed to fetch');
    },
  };
  for (const [what, refusal] of Object.entries(refusals)) {
    it(`spreads the five attempts of a reply that alone ${what}, and makes one read after each`, async context => {
      // The developer is told of responses that break the contract.
      context.mock.method(console, 'warn', () => {});
      time.random = 1;
      outage = path => (path === 'replies' ? refusal() : undefined);
      mailboxOf(session).reply('t1', 'poison');
      const seconds: number[] = [];
      for (let second = 0; second < 20; second++) {
        await time.advanceAsync(second === 0 ? 100 : 1000);
        while (seconds.length < countOf('POST replies')) seconds.push(second);
      }
      expect(seconds).to.eql([0, 1, 3, 7, 15]);
      expect(mailboxOf(session).outbox.store.items.value[0]?.status).to.equal('failed');
      expect(countOf('GET t1')).to.be.at.most(6);
    });
  }

  it('waits as long as the server asks between five attempts of a reply that it still processes', async () => {
    time.random = 1;
    const busy = {title: 'Busy', error: 'busy', retry_after: 10};
    outage = path => (path === 'replies' ? Response.json(busy, {status: 409}) : undefined);
    mailboxOf(session).reply('t1', 'poison');
    const seconds: number[] = [];
    for (let second = 0; second < 120; second++) {
      await time.advanceAsync(second === 0 ? 100 : 1000);
      while (seconds.length < countOf('POST replies')) seconds.push(second);
    }
    expect(seconds).to.eql([0, 11, 22, 33, 44]);
    expect(mailboxOf(session).outbox.store.items.value[0]?.status).to.equal('failed');
  });

  for (const [status, retryAfter, most] of [
    [403, 0, 8],
    [401, 1, 8],
    [410, 5, 8],
    // It says nothing about the account, so that everything is polled on.
    [422, 0, 16],
  ] as const) {
    it(`asks for the list ${most} times at most in ten minutes if everything is answered ${status} with retry_after ${retryAfter}`, async context => {
      context.mock.method(console, 'warn', () => {});
      time.random = 0.5;
      outage = () => Response.json({error: 'x', retry_after: retryAfter}, {status});
      void mailboxOf(session).tickets.refresh();
      await time.advanceAsync(600_000);
      expect(countOf('GET tickets')).to.be.within(3, most);
      expect(requests.length).to.be.at.most(status === 422 ? 120 : most);
    });
  }

  it('loads everything again and sends everything soon after the server is back', async () => {
    time.random = 1;
    outage = () => new Response(null, {status: 503});
    for (const text of ['one', 'two']) mailboxOf(session).reply('t1', text);
    await time.advanceAsync(120_000);
    outage = path =>
      path === 'replies'
        ? Response.json({
            reply: {
              id: `${requests.length}`,
              author: {kind: 'customer', name: null},
              message: 'x',
              created_at: '2026-05-02T10:00:00Z',
            },
            ticket: ticketJson({id: 't1'}),
          })
        : undefined;
    await time.advanceAsync(62_000);
    expect(mailboxOf(session).outbox.store.items.value).to.eql([]);
    for (const {state} of [mailboxOf(session).tickets, session.unread, mailboxOf(session).thread('t1')]) {
      expect(state.value.status).to.equal('ready');
    }
  });

  it('makes no request while it is hidden but one POST a round', async () => {
    outage = () => new Response(null, {status: 503});
    page.isHidden = true;
    mailboxOf(session).reply('t1', 'hello');
    await time.advanceAsync(5000);
    requests.length = 0;
    await time.advanceAsync(120_000);
    expect(new Set(requests)).to.eql(new Set(['POST replies']));
    expect(requests.length).to.be.within(2, 8);
  });
});
