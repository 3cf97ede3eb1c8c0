import {afterEach, beforeEach, describe, it} from 'node:test';

import {expect} from 'chai';

import {createSession} from '../../../src/state/create-session.js';
import {mailboxOf} from '../../../src/state/create-mailbox.js';
import type {Session} from '../../../src/state/session.js';
import {FakePage} from '../../support/fake-page.js';
import {FakeTime} from '../../support/fake-time.js';
import {replyJson, ticketConfigJson, ticketDetailJson, ticketJson} from '../../support/json-fixtures.js';

const second = 1000;
const hour = 3600 * second;
let servers = 0;

const problem = (status: number): Response =>
  Response.json({title: 'No'}, {status, headers: {'Content-Type': 'application/problem+json'}});

describe('a page that polls', () => {
  let time: FakeTime;
  let page: FakePage;
  let session: Session;
  let requests: string[];
  /** What the server says besides the number of unread replies. */
  let version: () => object;
  /** How the server answers each path; as usual if there is no answer. */
  let answer: (path: string) => Response | undefined;
  /** The ticket as the server has it. */
  let stored: {status: string; can_reply: boolean; replies: object[]};
  let changes: number;
  let unwatch: Partial<Record<'banner' | 'list' | 'thread', (() => void) | undefined>>;

  beforeEach(() => {
    time = new FakeTime();
    page = new FakePage();
    requests = [];
    changes = 0;
    stored = {status: 'open', can_reply: true, replies: []};
    version = () => ({version: `v${changes}`});
    answer = () => undefined;
  });

  afterEach(() => {
    session.dispose();
    time.restore();
  });

  const respond = (path: string): Response => {
    const {replies, ...ticket} = stored;
    if (path === 'ticket-config') return Response.json(ticketConfigJson({poll_after: null}));
    if (path === 'tickets') return Response.json({data: [ticketJson({status: ticket.status})], next_cursor: null});
    if (path === 'ticket-updates') return Response.json({unread: 0, tickets: [], ...version()});
    return path === 't1' ? Response.json(ticketDetailJson({...ticket, replies})) : problem(404);
  };

  /** Opens a page that shows the banner, and the list, the ticket or both. */
  async function open(...views: readonly ('list' | 'thread')[]): Promise<void> {
    const fetch = async (input: RequestInfo | URL): Promise<Response> => {
      const path = new URL((input as Request).url).pathname.split('/').pop()!;
      requests.push(path);
      return answer(path) ?? respond(path);
    };
    const apiBase = `https://idle-${servers++}.example/api`;
    session = createSession(
      {apiBase, fetch, backend: undefined, persistence: 'none', storage: undefined},
      'token',
      page,
    );
    const resources = {
      banner: session.unread,
      list: mailboxOf(session).tickets,
      thread: mailboxOf(session).thread('t1'),
    };
    unwatch = {};
    for (const view of ['banner', ...views] as const) {
      void resources[view].load();
      unwatch[view] = resources[view].watch();
    }
    await time.advanceAsync(second);
  }

  const countOf = (path: string): number => requests.filter(each => each === path).length;

  /** Counts the requests while the customer looks: now and then, the pointer moves. */
  async function countIn(milliseconds: number, ...paths: readonly string[]): Promise<readonly number[]> {
    requests.length = 0;
    for (let left = milliseconds; left > 0; left -= 500 * second) {
      page.dispatch('pointermove');
      await time.advanceAsync(Math.min(left, 500 * second));
    }
    return paths.map(countOf);
  }

  function change(changed: Partial<typeof stored>): void {
    Object.assign(stored, changed);
    changes++;
  }

  const seen = (): unknown => {
    const {value} = mailboxOf(session).thread('t1');
    return {
      list: mailboxOf(session).tickets.value?.rows[0]?.status,
      thread: value?.ticket.status,
      replies: value?.rows.length,
      canReply: value?.canReply,
    };
  };

  /** How long a change is not seen, in seconds, after so many seconds in which nothing changes. */
  async function delayAfter(
    seconds: number,
    changed: Partial<typeof stored>,
    view: 'list' | 'thread',
  ): Promise<number> {
    await open(view);
    await time.advanceAsync(seconds * second);
    page.dispatch('pointermove');
    await time.advanceAsync(0);
    const before = JSON.stringify(seen());
    change(changed);
    for (let delay = 0; delay <= 1000; delay++) {
      if (JSON.stringify(seen()) !== before) return delay;
      await time.advanceAsync(second);
    }
    return Infinity;
  }

  it('asks a server that reports a version for the updates only, and for the rest every five minutes', async () => {
    await open('list');
    await time.advanceAsync(3 * 60 * second);
    const [list, updates] = await countIn(hour, 'tickets', 'ticket-updates');
    expect(list).to.be.within(11, 13);
    expect(updates).to.be.within(58, 61);
  });

  it('asks for the updates as often as for an open ticket of a server that reports a version', async () => {
    await open('thread', 'list');
    await time.advanceAsync(3 * 60 * second);
    const [thread, list, updates] = await countIn(hour, 't1', 'tickets', 'ticket-updates');
    expect([thread, list].every(count => count! >= 11 && count! <= 13)).to.be.true;
    expect(updates).to.be.within(170, 181);
  });

  for (const [what, says] of Object.entries({
    'no version': () => ({}),
    'a sync token only': () => ({sync_token: 'a'}),
    'null as version': () => ({version: null}),
  })) {
    it(`asks for everything at its own interval if the server sends ${what}`, async () => {
      version = says;
      await open('thread', 'list');
      await time.advanceAsync(3 * 60 * second);
      const [thread, list, updates] = await countIn(hour, 't1', 'tickets', 'ticket-updates');
      expect(thread).to.be.within(170, 181);
      expect([list, updates].every(count => count! >= 58 && count! <= 61)).to.be.true;
    });
  }

  for (const [what, changed] of Object.entries<Partial<typeof stored>>({
    'a reply': {replies: [replyJson()]},
    'a status': {status: 'resolved'},
    'the end of a ticket': {can_reply: false},
  })) {
    for (const seconds of [30, 400, 1010]) {
      it(`shows ${what} in an open ticket within 20 seconds, ${seconds} seconds after it was opened`, async () => {
        expect(await delayAfter(seconds, changed, 'thread')).to.be.at.most(21);
      });
    }
  }

  for (const status of ['pending', 'resolved', 'closed']) {
    it(`shows in the list within a minute that a ticket is ${status}`, async () => {
      expect(await delayAfter(1010, {status}, 'list')).to.be.at.most(61);
    });
  }

  it('shows a change within five minutes that a server does not report', async () => {
    version = () => ({version: 'always the same'});
    expect(await delayAfter(1010, {replies: [replyJson()]}, 'thread')).to.be.within(22, 301);
  });

  for (const [view, path, reads] of [
    ['list', 'tickets', 2],
    ['thread', 't1', 4],
  ] as const) {
    it(`asks for the ${view} at its own interval for a minute after a change, as reads may lag behind`, async () => {
      await open(view);
      await time.advanceAsync(400 * second);
      const old = {...stored};
      change({status: 'resolved'});
      const changed = stored;
      // All reads but the last come from a replica.
      answer = asked => {
        stored = asked === path && countOf(path) < reads ? old : changed;
        return undefined;
      };
      requests.length = 0;
      await time.advanceAsync(122 * second);
      expect(seen()).to.include({[view]: 'resolved'});
      expect(countOf(path)).to.equal(reads);
      await time.advanceAsync(200 * second);
      expect(countOf(path)).to.equal(reads);
    });
  }

  for (const [what, failure] of Object.entries({
    'is missing': () => problem(404),
    'is broken': () => problem(500),
  })) {
    it(`asks for the list at its own interval again if the document of the updates ${what}`, async () => {
      await open('list');
      await time.advanceAsync(400 * second);
      answer = path => (path === 'ticket-updates' ? failure() : undefined);
      await time.advanceAsync(61 * second);
      const [list] = await countIn(600 * second, 'tickets');
      expect(list).to.be.at.least(9);
    });
  }

  it('asks for a ticket at its own interval as long as its last read has failed', async () => {
    await open('thread');
    await time.advanceAsync(400 * second);
    answer = path => (path === 't1' ? problem(422) : undefined);
    change({});
    await time.advanceAsync(21 * second);
    expect((await countIn(300 * second, 't1'))[0]).to.be.at.least(14);
  });

  it('asks for the list at its own interval after the banner has left the page', async () => {
    await open('list');
    await time.advanceAsync(400 * second);
    unwatch.banner!();
    const [list, updates] = await countIn(hour, 'tickets', 'ticket-updates');
    expect(list).to.be.within(58, 61);
    expect(updates).to.equal(0);
  });

  it('makes no request while the page is hidden, and asks once for all that is shown on return', async () => {
    await open('thread', 'list');
    await time.advanceAsync(400 * second);
    page.isHidden = true;
    expect(await countIn(hour, 't1', 'tickets', 'ticket-updates')).to.eql([0, 0, 0]);
    page.isHidden = false;
    await time.advanceAsync(0);
    expect(['t1', 'tickets', 'ticket-updates'].map(countOf)).to.eql([1, 1, 1]);
  });

  for (const [what, says] of Object.entries({'no version': () => ({}), 'a version': () => ({version: 'v1'})})) {
    it(`makes less than half the requests of an hour in which nobody looks, if the server sends ${what}`, async () => {
      version = says;
      await open('thread');
      const total = async (hours: Promise<readonly number[]>): Promise<number> => {
        await hours;
        return requests.length;
      };
      requests.length = 0;
      await time.advanceAsync(hour);
      expect(requests.length).to.be.at.most(240 / 2);
      page.dispatch('pointermove');
      expect(await total(countIn(hour))).to.be.at.least(180);
    });
  }

  for (const sign of ['pointermove', 'pointerdown', 'keydown', 'focus'] as const) {
    it(`asks at once for what is shown, and then at its own interval again, at the first ${sign} after an hour`, async () => {
      await open('thread', 'list');
      await time.advanceAsync(hour + 45 * second);
      requests.length = 0;
      page.dispatch(sign);
      await time.advanceAsync(0);
      expect(['t1', 'tickets'].map(countOf)).to.eql([1, 1]);
      requests.length = 0;
      page.dispatch(sign);
      await time.advanceAsync(0);
      expect(requests).to.eql([]);
      await time.advanceAsync(120 * second);
      expect(countOf('ticket-updates')).to.be.at.least(5);
    });
  }

  for (const minutes of [2, 5, 9]) {
    it(`shows a reply within 20 seconds, ${minutes} minutes after the customer has pressed a key`, async () => {
      await open('thread');
      await time.advanceAsync(hour);
      page.dispatch('keydown');
      await time.advanceAsync(minutes * 60 * second);
      change({replies: [replyJson()]});
      await time.advanceAsync(21 * second);
      expect(seen()).to.include({replies: 1});
    });
  }

  it('asks at its own interval for what is shown again after an hour in which nothing was', async () => {
    await open('thread');
    for (const leave of Object.values(unwatch)) leave?.();
    await time.advanceAsync(hour);
    version = () => ({});
    const thread = mailboxOf(session).thread('t1');
    void thread.load();
    unwatch.thread = thread.watch();
    requests.length = 0;
    await time.advanceAsync(300 * second);
    expect(countOf('t1')).to.be.at.least(14);
  });
});
