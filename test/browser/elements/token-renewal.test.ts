import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {TokenExpiredEvent} from '../../../src/contract/session-events.js';
import type {TokenRequest} from '../../../src/contract/token.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {requestsTo} from '../../support/desk-api.js';
import {elementTags} from '../../support/element-tags.js';
import {Harness} from '../../support/harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {mountTogether} from '../../support/mount-together.js';
import {mount} from '../../support/mount.js';

describe('refused token', () => {
  let desk: BrowserDesk;
  const ticketId = seededTicketId('evening-slowdown');

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const isServed = (): boolean =>
    desk.requests.some(({method, status}) => method === 'GET' && status === 200) &&
    desk.requests.every(({status}) => status !== 'pending');

  for (const tag of elementTags) {
    it(`is renewed by the provider of <${tag}>, and the request is repeated`, async () => {
      const requests: TokenRequest[] = [];
      const tokenProvider = (request: TokenRequest): Promise<string> => {
        requests.push(request);
        return desk.tokenFor(undefined, request.reason === 'initial' ? -1 : 900);
      };
      const harness = new Harness(await mount(tag, desk, {username: null, properties: {tokenProvider, ticketId}}));
      await harness.waitUntil(isServed);
      expect(requests.map(({reason}) => reason)).to.eql(['initial', 'rejected']);
      expect(requests.every(({signal}) => !signal.aborted)).to.be.true;
      expect(harness.text).not.to.contain(en['error.unauthenticated']);
    });

    it(`is renewed by a listener of isp-token-expired on <${tag}>`, async () => {
      const token = await desk.tokenFor(undefined, -1);
      const element = await mount(tag, desk, {username: null, waitForReady: false});
      let calls = 0;
      element.addEventListener(TokenExpiredEvent.type, event => {
        calls++;
        event.respondWith(desk.tokenFor());
      });
      Object.assign(element, {token, ticketId});
      const harness = new Harness(element);
      await harness.waitUntil(isServed);
      expect(calls).to.equal(1);
      expect(harness.text).not.to.contain(en['error.unauthenticated']);
    });
  }

  it('is renewed once for all elements of the page', async () => {
    let calls = 0;
    const tokenProvider = (): Promise<string> => {
      calls++;
      return desk.tokenFor(undefined, calls === 1 ? -1 : 900);
    };
    const options = {username: null, properties: {tokenProvider, ticketId}, waitForReady: false};
    const harnesses = (await mountTogether(elementTags, desk, options)).map(element => new Harness(element));
    for (const harness of harnesses) await harness.waitUntil(() => isServed() && calls > 1);
    expect(calls).to.equal(2);
    for (const harness of harnesses) expect(harness.text).not.to.contain(en['error.unauthenticated']);
  });

  it('dispatches isp-token-expired once for all elements of the page', async () => {
    const token = await desk.tokenFor(undefined, -1);
    let calls = 0;
    const answer = (event: TokenExpiredEvent): void => {
      calls++;
      event.respondWith(desk.tokenFor());
    };
    const listener = (event: Event): void => answer(event as TokenExpiredEvent);
    document.addEventListener(TokenExpiredEvent.type, listener);
    await mountTogether(elementTags, desk, {username: null, properties: {token, ticketId}});
    document.removeEventListener(TokenExpiredEvent.type, listener);
    expect(calls).to.equal(1);
  });

  it('is renewed by the first listener that answers', async () => {
    const list = await ListHarness.mount(desk);
    const token = await desk.tokenFor();
    list.element.addEventListener(TokenExpiredEvent.type, event => event.respondWith(token));
    list.element.parentElement!.addEventListener(TokenExpiredEvent.type, event => event.respondWith('rubbish'));
    desk.faults.set({path: '/customer/tickets'}, faultKinds.answer(401));
    await list.element.refresh();
    await list.element.updateComplete;
    expect(list.text).not.to.contain(en['error.unauthenticated']);
  });

  it('dispatches an isp-token-expired that bubbles and is composed', () => {
    expect(new TokenExpiredEvent()).to.include({type: 'isp-token-expired', bubbles: true, composed: true});
  });

  it('is renewed while a ticket is created, which is created once', async () => {
    const form = new Harness(await mount('isp-new-ticket', desk, {properties: {tokenProvider: () => desk.tokenFor()}}));
    await form.typeInto('Subject', 'No dial tone');
    await form.typeInto('Description', 'Since this morning.');
    desk.faults.set({method: 'POST', path: '/customer/tickets'}, faultKinds.answer(401));
    await form.pressButton('Create ticket');
    await form.waitUntil(() => form.text.includes('TKT-'));
    const posts = requestsTo(desk, 'POST', /tickets$/);
    expect(posts.map(({status}) => status)).to.eql([401, 201]);
    expect(posts[0]!.headers['idempotency-key']).to.equal(posts[1]!.headers['idempotency-key']);
  });

  it('ends the session when the renewed token is refused as well', async () => {
    let calls = 0;
    const tokenProvider = (): Promise<string> => {
      calls++;
      return desk.tokenFor(undefined, -calls);
    };
    const list = new ListHarness(await mount('isp-ticket-list', desk, {username: null, properties: {tokenProvider}}));
    await list.waitUntil(() => list.text === `${en['error.unauthenticated']} ${en['error.retry']}`);
    expect(calls).to.equal(2);
    expect(requestsTo(desk, 'GET', /tickets$/)).to.have.length(2);
  });

  it('ends the session when the provider returns an empty token', async () => {
    const list = await ListHarness.mount(desk, {username: null, properties: {tokenProvider: () => ''}});
    expect(list.text).to.equal(en['error.unauthenticated']);
    expect(desk.requests).to.be.empty;
  });

  it('ends the session when the listener’s promise rejects', async () => {
    const list = await ListHarness.mount(desk);
    list.element.addEventListener(TokenExpiredEvent.type, event => event.respondWith(Promise.reject(new Error())));
    desk.faults.set({path: '/customer/tickets'}, faultKinds.answer(401));
    await list.element.refresh();
    await list.waitUntil(() => list.text.includes(en['error.unauthenticated']));
  });

  it('keeps the content on the screen when the session ends', async () => {
    const list = await ListHarness.mount(desk);
    const {subjects} = list;
    desk.faults.set({path: '/customer/tickets'}, faultKinds.answer(401));
    await list.element.refresh();
    await list.waitUntil(() => list.text.includes(en['error.unauthenticated']));
    expect(list.subjects).to.eql(subjects);
  });

  it('can be replaced by the page, which starts the session again', async () => {
    const list = await ListHarness.mount(desk, {
      username: null,
      properties: {token: await desk.tokenFor(undefined, -1)},
    });
    expect(list.rows).to.be.empty;
    list.element.token = await desk.tokenFor();
    await list.waitUntil(() => list.rows.length === 14);
    expect(list.text).not.to.contain(en['error.unauthenticated']);
  });
});
