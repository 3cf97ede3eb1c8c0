import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {createSession} from '../../../src/state/create-session.js';
import type {Session} from '../../../src/state/session.js';
import {mailboxOf} from '../../../src/state/create-mailbox.js';
import {FakePage} from '../../support/fake-page.js';
import {FakeTime} from '../../support/fake-time.js';
import {ticketConfigJson, ticketDetailJson, ticketJson} from '../../support/json-fixtures.js';

let servers = 0;

describe('who speaks for the account', () => {
  let time: FakeTime;
  let session: Session;
  /** The reasons for which the host was asked for a token, and what it answers. */
  let asked: string[];
  let provide: () => Promise<string> | undefined;
  let answer: (path: string, token: string) => Response | undefined;
  let requests: string[];

  const refused = (): Response => Response.json({error: 'No'}, {status: 401});
  const page = (status: number): Response =>
    new Response('<h1>Not Found</h1>', {status, headers: {'Content-Type': 'text/html'}});

  beforeEach(context => {
    time = new FakeTime();
    requests = [];
    asked = [];
    provide = () => undefined;
    answer = () => undefined;
    'mock' in context && context.mock.method(console, 'warn', () => {});
    const fetch = async (input: RequestInfo | URL): Promise<Response> => {
      const {method, url, headers} = input as Request;
      const path = `${method} ${new URL(url).pathname.split('/').pop()!}`;
      requests.push(path);
      return answer(path, headers.get('authorization')!.slice('Bearer '.length)) ?? respond(path);
    };
    const apiBase = `https://verdicts-${servers++}.example/api`;
    const options = {apiBase, fetch, backend: undefined, persistence: 'none', storage: undefined} as const;
    session = createSession(options, 'old', new FakePage());
    // Opaque tokens: each names its customer.
    session.accessToken.sources.add({
      provider: {},
      requestToken: reason => {
        asked.push(reason);
        return provide();
      },
      adopt: () => undefined,
    });
  });

  afterEach(() => {
    session.dispose();
    time.restore();
  });

  function respond(path: string): Response {
    if (path === 'GET ticket-config') return Response.json(ticketConfigJson({categories: [{value: 'tv'}]}));
    if (path === 'GET tickets') return Response.json({data: [ticketJson()], next_cursor: null});
    if (path === 'GET ticket-updates') return Response.json({unread: 0, tickets: [], poll_after: null});
    if (path === 'PUT read') return new Response(null, {status: 204});
    return path === 'GET t1' ? Response.json(ticketDetailJson()) : Response.json({error: 'None'}, {status: 404});
  }

  for (const path of ['GET t1', 'PUT read', 'POST replies']) {
    it(`is not ${path}: after its 401 the list is asked, and the session goes on`, async () => {
      await mailboxOf(session).tickets.load();
      await mailboxOf(session).thread('t1').load();
      answer = asked => (asked === path ? refused() : undefined);
      requests.length = 0;
      void mailboxOf(session).thread('t1').revalidate();
      void mailboxOf(session).markRead('t1');
      mailboxOf(session).reply('t1', 'Hello');
      await time.advanceAsync(2000);
      expect(requests).to.include(path);
      expect(requests).to.include('GET tickets');
      expect(session.accessToken.refusal.value).to.be.undefined;
      expect(session.accessToken.isSignedOut).to.be.false;
      await mailboxOf(session).tickets.refresh();
      expect(mailboxOf(session).tickets.state.value.status).to.equal('ready');
    });
  }

  for (const [what, answerOfHost, times] of [
    ['has no other token', () => undefined, 1],
    ['says that the user has signed out', async () => '', 1],
    ['returns the same token', async () => 'old', 2],
  ] as const) {
    it(`asks the host no more than ${times} times if everything is answered 401, and the host ${what}`, async () => {
      await mailboxOf(session).tickets.load();
      provide = answerOfHost;
      answer = refused;
      await mailboxOf(session).thread('t1').load();
      expect(session.accessToken.refusal.value?.code).to.equal('unauthenticated');
      expect(asked).to.eql(Array(times).fill('rejected'));
      expect(requests.filter(each => each === 'GET t1').length).to.be.at.most(3);
    });
  }

  it('asks the host again when the customer does', async () => {
    answer = refused;
    await mailboxOf(session).thread('t1').load();
    await session.retryRefused();
    expect(asked).to.eql(['rejected', 'rejected']);
  });

  it('renews a token that expires after one ticket was refused', async () => {
    await mailboxOf(session).tickets.load();
    answer = path => (path === 'GET t1' ? refused() : undefined);
    await mailboxOf(session).thread('t1').load();
    expect(mailboxOf(session).thread('t1').state.value.error?.code).to.equal('not_found');
    answer = refused;
    asked.length = 0;
    await mailboxOf(session).tickets.refresh();
    expect(asked).to.eql(['rejected']);
  });

  for (const status of [404, 405]) {
    it(`reports a page with ${status} for the configuration, uses the defaults, and asks again when it is next needed`, async () => {
      const flaws: unknown[] = [];
      session.onFlaw(({code, status: reported, path}) => flaws.push([code, reported, path]) > 0);
      answer = path => (path === 'GET ticket-config' ? page(status) : undefined);
      await session.config.load();
      expect(session.config.value?.categories.map(({value}) => value)).to.include('general');
      expect(flaws).to.eql([['bad_response', status, 'content-type']]);
      answer = () => undefined;
      await session.config.load();
      expect(session.config.value?.categories.map(({value}) => value)).to.eql(['tv']);
      await session.config.load();
      expect(requests.filter(path => path === 'GET ticket-config')).to.have.lengthOf(2);
    });
  }

  it('asks a server once that says itself that it has no configuration', async () => {
    answer = path => (path === 'GET ticket-config' ? Response.json({error: 'Not found'}, {status: 404}) : undefined);
    await session.config.load();
    await session.config.load();
    expect(session.config.value?.categories.map(({value}) => value)).to.include('general');
    expect(requests.filter(path => path === 'GET ticket-config')).to.have.lengthOf(1);
  });

  it('asks for updates again on refresh() after one page with 404', async () => {
    answer = path => (path === 'GET ticket-updates' ? page(404) : undefined);
    await session.unread.load();
    answer = () => undefined;
    await session.unread.revalidate();
    expect(requests.filter(path => path === 'GET ticket-updates')).to.have.lengthOf(1);
    await session.unread.refresh();
    expect(requests.filter(path => path === 'GET ticket-updates')).to.have.lengthOf(2);
  });
});
