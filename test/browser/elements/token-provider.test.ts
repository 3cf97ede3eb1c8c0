import {expect} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {SupportErrorEvent} from '../../../src/contract/session-events.js';
import type {TokenProvider} from '../../../src/contract/token.js';
import {en} from '../../../src/i18n/locales/en.js';
import {captureConsoleInEachTest} from '../../support/captured-console.js';
import {deferred} from '../../support/deferred.js';
import {elementTags} from '../../support/element-tags.js';
import {Harness} from '../../support/harness.js';
import {ListHarness} from '../../support/list-harness.js';
import {mountTogether} from '../../support/mount-together.js';
import {mount} from '../../support/mount.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

const failure = `${en['error.unavailable']} ${en['error.retry']}`;

describe('failing token provider', () => {
  captureConsoleInEachTest();
  let desk: BrowserDesk;
  let calls: number;
  const ticketId = seededTicketId('evening-slowdown');

  beforeEach(() => {
    desk = createBrowserDesk();
    calls = 0;
  });

  /** A provider that rejects this many times and then resolves. */
  const failing =
    (times: number): TokenProvider =>
    async () => {
      if (++calls <= times) throw new Error('The portal is down.');
      return desk.tokenFor();
    };

  const open = async (tag: (typeof elementTags)[number], times = 1): Promise<Harness> =>
    new Harness(await mount(tag, desk, {username: null, properties: {tokenProvider: failing(times), ticketId}}));

  const isServed = (): boolean => desk.requests.some(({status}) => status === 200);

  for (const tag of elementTags.filter(each => each !== 'isp-reply-banner')) {
    it(`shows a failure notice and is called again by Retry: <${tag}>`, async () => {
      const harness = await open(tag);
      expect(harness.text).to.equal(failure);
      expect(calls).to.equal(1);
      harness.button(en['error.retry']).focus();
      await harness.pressButton(en['error.retry']);
      await harness.waitUntil(isServed);
      await harness.waitUntil(() => harness.focusedElement!.matches('.heading'));
      expect(calls).to.equal(2);
      expect(harness.text).not.to.contain(en['error.unavailable']);
    });
  }

  for (const tag of elementTags) {
    it(`is called again by refresh() of <${tag}>`, async () => {
      const harness = await open(tag);
      await harness.element.refresh();
      await waitForNetworkIdle(desk);
      expect(isServed()).to.be.true;
      expect(calls).to.equal(2);
    });
  }

  for (const tag of elementTags) {
    it(`does not block refresh() of a <${tag}> that was never connected`, async () => {
      const element = Object.assign(document.createElement(tag), {tokenProvider: failing(1)});
      await element.refresh();
      expect(calls).to.equal(0);
    });
  }

  it('keeps the banner hidden', async () => {
    expect((await open('isp-reply-banner')).text).to.equal('');
  });

  it('is called once for all elements when the device is online again', async () => {
    const options = {username: null, properties: {tokenProvider: failing(1), ticketId}};
    await mountTogether(elementTags, desk, options);
    dispatchEvent(new Event('online'));
    await waitForNetworkIdle(desk);
    expect(isServed()).to.be.true;
    expect(calls).to.equal(2);
  });

  it('dispatches isp-error for each failure', async () => {
    const errors: [string, boolean][] = [];
    const record = ({code, retryable}: SupportErrorEvent): number => errors.push([code, retryable]);
    document.body.addEventListener(SupportErrorEvent.type, record);
    const harness = await open('isp-ticket-list', 2);
    await harness.pressButton(en['error.retry']);
    await harness.waitUntil(() => harness.hasButton(en['error.retry']));
    document.body.removeEventListener(SupportErrorEvent.type, record);
    expect(errors).to.eql([
      ['unavailable', true],
      ['unavailable', true],
    ]);
  });

  it('shows the loading state while it is called again', async () => {
    const answer = deferred<string>();
    const tokenProvider = (): Promise<string> => (++calls === 1 ? Promise.reject(new Error()) : answer.promise);
    const harness = new Harness(await mount('isp-ticket-list', desk, {username: null, properties: {tokenProvider}}));
    const refreshed = harness.element.refresh();
    await harness.waitUntil(() => harness.text.includes(en['list.loading']));
    expect(harness.text).not.to.contain(en['error.unavailable']);
    answer.resolve(await desk.tokenFor());
    await refreshed;
    expect(isServed()).to.be.true;
  });

  it('keeps a running session and is called again by Retry', async () => {
    let isDown = true;
    const tokenProvider: TokenProvider = async ({reason}) => {
      if (reason === 'initial') return desk.tokenFor(undefined, -1);
      if (isDown) throw new Error('The portal is down.');
      return desk.tokenFor();
    };
    const harness = new Harness(await mount('isp-ticket-list', desk, {username: null, properties: {tokenProvider}}));
    expect(harness.text).to.contain(failure);
    isDown = false;
    await harness.pressButton(en['error.retry']);
    await harness.waitUntil(isServed);
  });

  it('can be replaced by another provider', async () => {
    const harness = await open('isp-ticket-list', Infinity);
    harness.element.tokenProvider = () => desk.tokenFor();
    await harness.waitUntil(isServed);
  });

  it('is not called again by the return of the connection if it returned an empty token', async () => {
    const tokenProvider = (): string => {
      calls++;
      return '';
    };
    const harness = new Harness(await mount('isp-ticket-list', desk, {username: null, properties: {tokenProvider}}));
    dispatchEvent(new Event('online'));
    await waitForNetworkIdle(desk);
    expect(harness.text).to.equal(en['error.unauthenticated']);
    expect(calls).to.equal(1);
  });
});

describe('refresh() when nobody is signed in', () => {
  let desk: BrowserDesk;
  /** Who is signed in to the portal. */
  let username: string | undefined;
  let calls: number;

  beforeEach(() => {
    desk = createBrowserDesk();
    username = undefined;
    calls = 0;
  });

  const tokenProvider: TokenProvider = async () => {
    calls++;
    return username ? desk.tokenFor(username) : '';
  };
  const open = (properties: object = {tokenProvider}): Promise<ListHarness> =>
    ListHarness.mount(desk, {username: null, properties});
  const signedOut = en['error.unauthenticated'];

  it('shows the tickets of the customer who has signed in since the provider returned an empty token', async () => {
    const list = await open();
    expect(list.text).to.equal(signedOut);
    username = 'harbour.view';
    await list.element.refresh();
    await list.waitUntil(() => list.subjects.length === 3);
  });

  it('shows the tickets of the customer who has signed in since logout(), even if the token is the same', async () => {
    const token = desk.tokenFor('harbour.view');
    const list = await open({tokenProvider: () => token});
    await list.waitUntil(() => list.subjects.length === 3);
    await list.element.logout();
    await list.waitUntil(() => list.subjects.length === 0);
    await list.element.refresh();
    await list.waitUntil(() => list.subjects.length === 3);
  });

  it('stays signed out if the provider returns an empty token again, and asks it once', async () => {
    const list = await open();
    await list.element.refresh();
    await waitForNetworkIdle(desk);
    expect(list.text).to.equal(signedOut);
    expect(calls).to.equal(2);
  });
});
