import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import type {FaultStatus} from '../../../demo/desk/fault-kinds.js';
import type {Fault} from '../../../demo/desk/faults.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {captureConsoleInEachTest} from '../../support/captured-console.js';
import {requestsTo} from '../../support/desk-api.js';
import {Harness} from '../../support/harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {mount} from '../../support/mount.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {foreignResponse} from '../../support/recording-fetch.js';
import {ThreadHarness} from '../../support/thread-harness.js';

const path = '/customer/tickets';
const foreign =
  (status: number, type?: string, body?: string): Fault =>
  async () =>
    foreignResponse(status, type, body);

const everythingRefused = (status: FaultStatus): [object, Fault] => [
  {path: '/customer/**', times: Infinity},
  faultKinds.answer(status),
];

describe('an account that was refused', () => {
  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  /** Ways to ask the server again. */
  const ways: Record<string, (list: ListHarness) => unknown> = {
    'Try again is pressed': list => list.pressButton(en['error.retry']),
    'refresh() is called': list => list.element.refresh(),
    'the window gets the focus': () => dispatchEvent(new Event('focus')),
    'the page becomes visible': () => document.dispatchEvent(new Event('visibilitychange')),
    'the device is online again': () => dispatchEvent(new Event('online')),
    'there is a new token': async list => (list.element.token = await desk.tokenFor(undefined, 60 * 60)),
    'there is a new provider': async list => {
      const token = await desk.tokenFor();
      list.element.tokenProvider = () => token;
    },
  };

  for (const status of [403, 410] as const) {
    for (const [way, ask] of Object.entries(ways)) {
      it(`with ${status} is served again, without a reload, when ${way}`, async () => {
        const token = await desk.tokenFor();
        desk.faults.set(...everythingRefused(status));
        const properties = way.endsWith('provider') ? {tokenProvider: () => token} : {token};
        const list = new ListHarness(await mount('isp-ticket-list', desk, {username: null, properties}));
        const notice = en[status === 403 ? 'error.forbidden' : 'error.gone'];
        await list.waitUntil(() => list.text.startsWith(notice));
        desk.faults.clear();
        await ask(list);
        await list.waitUntil(() => list.rows.length > 0);
        expect(list.text).not.to.include(notice);
      });
    }
  }

  it('asks with one request and keeps its notice, without another isp-error, while it is still refused', async () => {
    desk.faults.set(...everythingRefused(403));
    const list = await ListHarness.mount(desk);
    await waitForNetworkIdle(desk);
    const errors: string[] = [];
    list.element.addEventListener(SupportErrorEvent.type, ({code}) => errors.push(code));
    const before = requestsTo(desk, 'GET', /tickets$/).length;
    for (const type of ['focus', 'online']) dispatchEvent(new Event(type));
    await list.waitUntil(() => requestsTo(desk, 'GET', /tickets$/).length > before);
    await waitForNetworkIdle(desk);
    expect(requestsTo(desk, 'GET', /tickets$/)).to.have.length(before + 1);
    expect(list.text).to.equal(`${en['error.forbidden']} ${en['error.retry']}`);
    expect(errors).to.be.empty;
  });

  it('keeps a text that waits, and sends it when it is served again', async () => {
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    desk.faults.set(...everythingRefused(403));
    await thread.element.refresh();
    await waitForNetworkIdle(desk);
    await thread.sendReply('Is anybody there?');
    await thread.waitUntil(() => thread.text.includes('Is anybody there?'));
    expect(requestsTo(desk, 'POST', /replies$/)).to.be.empty;
    desk.faults.clear();
    dispatchEvent(new Event('focus'));
    await thread.waitUntil(() => requestsTo(desk, 'POST', /replies$/).length === 1);
    await thread.waitUntil(() => thread.lastMessage.text.includes('Is anybody there?'));
  });

  it('that was signed out by the server does not ask the page to sign in again by itself', async () => {
    desk.faults.set(...everythingRefused(401));
    const list = await ListHarness.mount(desk, {waitForReady: false});
    await list.waitUntil(() => list.text.startsWith(en['error.unauthenticated']));
    let calls = 0;
    list.element.addEventListener('isp-token-expired', () => calls++);
    const before = desk.requests.length;
    dispatchEvent(new Event('focus'));
    await list.waitUntil(() => desk.requests.length > before);
    await waitForNetworkIdle(desk);
    expect(calls).to.equal(0);
    await list.pressButton(en['error.retry']);
    await list.waitUntil(() => calls === 1);
  });
});

describe('an intermediary that', () => {
  captureConsoleInEachTest();

  let desk: BrowserDesk;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const strangers: Record<string, Fault> = {
    'answers 403 in HTML': foreign(403),
    'answers 404 in HTML': foreign(404),
    'answers 410 without a body': foreign(410, 'text/plain', ''),
    'answers 401 in HTML': foreign(401),
    'answers 403 in JSON without error': foreign(403, 'application/json', '{"message":"Forbidden"}'),
    'answers 511 as a captive portal': foreign(511),
    'answers 407 as a proxy': foreign(407),
  };

  for (const [name, fault] of Object.entries(strangers)) {
    it(`${name} to a poll says nothing about the account, and the list recovers`, async () => {
      const list = await ListHarness.mount(desk);
      const count = list.rows.length;
      desk.faults.set({path: '/customer/**', times: Infinity}, fault);
      await list.element.refresh();
      await list.waitUntil(() => list.text.includes(en['error.bad_response']));
      expect(list.rows).to.have.length(count);
      desk.faults.clear();
      dispatchEvent(new Event('online'));
      await list.waitUntil(() => !list.text.includes(en['error.bad_response']));
    });

    it(`${name} to the first request is told as the network's trouble, with Retry`, async () => {
      desk.faults.set({path: '/customer/**', times: Infinity}, fault);
      const list = await ListHarness.mount(desk);
      expect(list.text).to.include(`${en['error.bad_response']} ${en['error.retry']}`);
      desk.faults.clear();
      await list.pressButton(en['error.retry']);
      await list.waitUntil(() => list.rows.length > 0);
    });
  }

  for (const status of [401, 403, 404, 410]) {
    it(`answers ${status} in HTML to one reply stops that reply alone, with Edit`, async () => {
      const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
      desk.faults.set({method: 'POST', path: '/customer/**'}, foreign(status));
      await thread.sendReply("' OR SELECT 1 --");
      await thread.waitUntil(() => thread.hasButton(en['unsent.edit']));
      expect(thread.text).to.include(en['error.invalid']);
      const list = new ListHarness(await mount('isp-ticket-list', desk));
      expect(list.rows).not.to.be.empty;
      await thread.pressButton(en['unsent.edit']);
      expect(thread.replyBox.value).to.equal("' OR SELECT 1 --");
      await thread.typeReply('Please choose 1.');
      await thread.pressSend();
      await thread.waitUntil(() => requestsTo(desk, 'POST', /replies$/).at(-1)!.status === 201);
    });
  }
});

describe('a ticket that is refused', () => {
  for (const status of [403, 404, 410] as const) {
    it(`with ${status} is refused alone, and can be asked for again`, async () => {
      const desk = createBrowserDesk();
      const list = await ListHarness.mount(desk);
      const ticketPath = `${path}/${seededTicketId('evening-slowdown')}`;
      desk.faults.set({path: ticketPath, times: Infinity}, faultKinds.answer(status));
      const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
      expect(thread.text).to.include(en['error.not_found']);
      expect(list.rows).not.to.be.empty;
      for (const {text} of [list, new Harness(thread.element)]) expect(text).not.to.include(en['error.forbidden']);
      desk.faults.clear();
      await thread.pressButton(en['error.retry']);
      await thread.waitUntil(() => thread.hasReplyBox);
    });
  }

  it('is asked for again when the window gets the focus', async () => {
    const desk = createBrowserDesk();
    desk.faults.set({path: `${path}/*`, times: Infinity}, faultKinds.answer(403));
    const thread = await ThreadHarness.mount(desk, 'evening-slowdown');
    desk.faults.clear();
    dispatchEvent(new Event('focus'));
    await thread.waitUntil(() => thread.hasReplyBox);
  });
});
