import {expect, fixture, html} from '@open-wc/testing';

import '../../../src/define/all.js';
import {createBrowserDesk, faultKinds, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import {ReadyEvent, SupportErrorEvent} from '../../../src/contract/session-events.js';
import {en} from '../../../src/i18n/locales/en.js';
import {captureConsoleInEachTest, consoleOutputOf} from '../../support/captured-console.js';
import {deferred} from '../../support/deferred.js';
import {elementTags, type ElementTag} from '../../support/element-tags.js';
import {FakeTime} from '../../support/fake-time.js';
import {Harness} from '../../support/harness.js';
import {nextTask} from '../../support/next-task.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';

const visibleTags = elementTags.filter(tag => tag !== 'isp-reply-banner');
const guide = 'docs/embedding.md#troubleshooting';

/** An element of a page that sets these properties and attributes, and the events that it has fired. */
async function open(tag: ElementTag, properties: object, attributes: Readonly<Record<string, string>> = {}) {
  const events: Event[] = [];
  const main = await fixture<HTMLElement>(html`<main></main>`);
  for (const {type} of [ReadyEvent, SupportErrorEvent]) main.addEventListener(type, event => events.push(event));
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, {ticketId: seededTicketId('evening-slowdown'), persistence: 'none', ...properties});
  main.append(element);
  const harness = new Harness(element);
  await harness.waitUntil(() => events.some(({type}) => type === ReadyEvent.type));
  const error = events.find(event => event instanceof SupportErrorEvent);
  return {harness, events, error};
}

const reasonOf = (error: SupportErrorEvent | undefined): string => (error?.cause as Error | undefined)?.message ?? '';

describe('a page that has set up an element incompletely', () => {
  let desk: BrowserDesk;
  let token: string;

  captureConsoleInEachTest();

  beforeEach(async () => {
    desk = createBrowserDesk();
    token = await desk.tokenFor();
  });

  for (const tag of elementTags) {
    it(`without api-base fires isp-error misconfigured before isp-ready: <${tag}>`, async () => {
      const {harness, events, error} = await open(tag, {token, fetch: desk.fetch});
      expect(error).to.include({code: 'misconfigured', retryable: false});
      expect(reasonOf(error)).to.equal('api-base is not set');
      expect(events.map(({type}) => type)).to.eql([SupportErrorEvent.type, ReadyEvent.type]);
      expect(harness.text).to.equal(tag === 'isp-reply-banner' ? '' : en['error.misconfigured']);
      harness.element.apiBase = '/api';
      await harness.waitUntil(() => desk.requests.some(({status}) => status === 200));
      expect(harness.text).not.to.include(en['error.misconfigured']);
    });

    it(`without token and provider fires isp-error misconfigured before isp-ready: <${tag}>`, async () => {
      const {harness, events, error} = await open(tag, {apiBase: '/api', fetch: desk.fetch});
      expect(error).to.include({code: 'misconfigured'});
      expect(reasonOf(error)).to.match(/^neither token nor tokenProvider is set/);
      expect(events.map(({type}) => type)).to.eql([SupportErrorEvent.type, ReadyEvent.type]);
      expect(harness.text).to.equal(tag === 'isp-reply-banner' ? '' : en['error.signedOut']);
    });
  }

  it('is not blamed while it fetches a token, nor is the customer told that they are signed out', async () => {
    const element = document.createElement('isp-ticket-list');
    const errors: Event[] = [];
    element.addEventListener(SupportErrorEvent.type, event => errors.push(event));
    Object.assign(element, {apiBase: '/api', fetch: desk.fetch, persistence: 'none'});
    const main = await fixture<HTMLElement>(html`<main></main>`);
    main.append(element);
    const harness = new Harness(element);
    for (let task = 0; task < 3; task++) await nextTask();
    expect(harness.text).not.to.include(en['error.signedOut']);
    expect(harness.text).to.include(en['list.loading']);
    element.token = token;
    await harness.waitUntil(() => desk.requests.some(({status}) => status === 200));
    expect(errors).to.eql([]);
  });

  for (const nobody of ['', null]) {
    it(`is not blamed if it says that nobody is signed in: token is ${JSON.stringify(nobody)}`, async () => {
      const {harness, error} = await open('isp-ticket-list', {apiBase: '/api', token: nobody});
      expect(harness.text).to.equal(en['error.signedOut']);
      expect(error).to.be.undefined;
    });
  }

  it('learns it from the console: once for each mistake, with the page of the guide', async () => {
    const lines = await consoleOutputOf(async () => {
      for (let time = 0; time < 3; time++) await open('isp-ticket-list', {apiBase: 'https://portal.example/?x', token});
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('api-base is not a URL that a token may be sent to').and.to.include(guide);
  });

  for (const apiBase of ['//desk.example/api', '/\\desk.example/api', ' https://desk.example/api']) {
    it(`fires misconfigured and sends no token if another host has no scheme in api-base: ${apiBase}`, async () => {
      const {harness, error} = await open('isp-ticket-list', {apiBase, token, fetch: desk.fetch});
      expect(error).to.include({code: 'misconfigured'});
      expect(harness.text).to.equal(en['error.misconfigured']);
      expect(desk.requests).to.be.empty;
    });
  }

  for (const bad of ['[object Object]', 'undefined', 'null', 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x', '()=>getToken()']) {
    it(`fires misconfigured and sends nothing if the token attribute is ${bad}`, async () => {
      const {harness, error} = await open('isp-ticket-list', {apiBase: '/api', fetch: desk.fetch}, {token: bad});
      expect(error).to.include({code: 'misconfigured'});
      expect(reasonOf(error)).to.include('must be the JWT alone').and.not.to.include(bad);
      expect(harness.text).to.equal(en['error.misconfigured']);
      expect(desk.requests).to.be.empty;
      harness.element.token = token;
      await harness.waitUntil(() => desk.requests.some(({status}) => status === 200));
    });
  }

  it('may give a token with line breaks around it, or an opaque one', async () => {
    const {error} = await open('isp-ticket-list', {apiBase: '/api', fetch: desk.fetch, token: `\n${token}\n`});
    expect(error).to.be.undefined;
    await open('isp-ticket-list', {apiBase: '/api', fetch: desk.fetch, token: '1|laravel_sanctum_x9+/='});
    expect(desk.requests.map(({status}) => status)).to.include.members([200, 401]);
  });

  for (const [attribute, value] of [
    ['tokenprovider', 'function () { return fetch("/token") }'],
    ['token-provider', 'async () => "x"'],
    ['fetch', 'function fetch() { [native code] }'],
    ['backend', '[object Object]'],
    ['storage', '[object Object]'],
    ['onisp-error', 'function () {}'],
    ['onIspReady', '() => {}'],
  ] as const) {
    it(`learns that the attribute ${attribute} has no effect, from the console and isp-error`, async () => {
      let error: SupportErrorEvent | undefined;
      const lines = await consoleOutputOf(async () => {
        ({error} = await open('isp-ticket-thread', {apiBase: '/api', token: ''}, {[attribute]: value}));
      });
      const name = attribute.toLowerCase();
      expect(lines.some(line => line.includes(`the attribute ${name} of`) && line.includes(guide))).to.be.true;
      expect(lines.join()).not.to.include(value);
      expect(error).to.include({code: 'misconfigured', path: name, retryable: false});
      expect(reasonOf(error)).to.include(`the attribute ${name} of <isp-ticket-thread>`).and.not.to.include(value);
    });
  }

  it('is told by one isp-error for each attribute and element, and once on the console', async () => {
    const paths: (string | undefined)[] = [];
    const lines = await consoleOutputOf(async () => {
      for (let time = 0; time < 2; time++) {
        const attributes = {context: '[object Object]', messages: '[object Object]'};
        const {events} = await open('isp-support', {apiBase: '/api', token: ''}, attributes);
        paths.push(...events.flatMap(event => (event instanceof SupportErrorEvent ? [event.path] : [])));
      }
    });
    expect(paths).to.eql(['context', 'messages', 'context', 'messages']);
    expect(lines).to.have.length(2);
  });

  for (const [attribute, property] of [
    ['tokenprovider', 'tokenProvider'],
    ['token-provider', 'tokenProvider'],
    ['fetch', 'fetch'],
  ] as const) {
    it(`is not blamed for the attribute ${attribute} if the property is set as well`, async () => {
      const properties = {apiBase: '/api', fetch: desk.fetch, tokenProvider: () => desk.tokenFor()};
      let error: SupportErrorEvent | undefined;
      const lines = await consoleOutputOf(async () => {
        ({error} = await open('isp-ticket-list', properties, {[attribute]: String(properties[property])}));
      });
      expect(error).to.be.undefined;
      expect(lines).to.eql([]);
    });
  }
});

describe('a token provider that', () => {
  let desk: BrowserDesk;
  const own = new Error('The portal is down.');

  captureConsoleInEachTest();

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  const openWith = (tag: ElementTag, tokenProvider: unknown) =>
    open(tag, {apiBase: '/api', fetch: desk.fetch, tokenProvider});

  for (const tag of visibleTags) {
    it(`rejects fires isp-error with its own error as cause: <${tag}>`, async () => {
      const {harness, error, events} = await openWith(tag, () => Promise.reject(own));
      expect(error).to.include({code: 'unavailable', cause: own, retryable: true});
      expect(events.map(({type}) => type)).to.eql([SupportErrorEvent.type, ReadyEvent.type]);
      expect(harness.text).not.to.include(own.message);
    });
  }

  /** Opens an element whose provider has not answered its first call after 30 s. */
  async function openWithSilent(tag: ElementTag, first: Promise<string>) {
    const time = new FakeTime();
    const called = deferred<true>();
    let calls = 0;
    try {
      const opened = openWith(tag, () => {
        called.resolve(true);
        return ++calls === 1 ? first : desk.tokenFor();
      });
      await called.promise;
      await time.advanceAsync(29_000);
      expect(document.querySelector(tag)!.matches(':state(loading)')).to.be.true;
      await time.advanceAsync(2_000);
      return await opened;
    } finally {
      time.restore();
    }
  }

  it('never settles is named on the console', async () => {
    const lines = await consoleOutputOf(() => openWithSilent('isp-ticket-list', deferred<string>().promise));
    expect(lines.filter(line => line.includes('tokenProvider has not settled within 30 s'))).to.have.length(1);
  });

  for (const tag of visibleTags) {
    it(`never settles fires isp-error after 30 s, and is called again by Try again: <${tag}>`, async () => {
      const {harness, error, events} = await openWithSilent(tag, deferred<string>().promise);
      expect(error).to.include({code: 'unavailable', retryable: true});
      expect(events.map(({type}) => type)).to.eql([SupportErrorEvent.type, ReadyEvent.type]);
      expect(harness.text).to.include(en['error.unavailable']);
      await harness.pressButton(en['error.retry']);
      await harness.waitUntil(() => desk.requests.some(({status}) => status === 200));
      expect(harness.text).not.to.include(en['error.unavailable']);
    });
  }

  it('settles after 30 s is waited for no longer, but its token is used', async () => {
    const late = deferred<string>();
    const {harness} = await openWithSilent('isp-ticket-list', late.promise);
    expect(harness.text).to.include(en['error.unavailable']);
    late.resolve(await desk.tokenFor());
    await harness.waitUntil(() => desk.requests.some(({status}) => status === 200));
    expect(harness.text).not.to.include(en['error.unavailable']);
  });

  it('throws fires isp-error with its own error as cause', async () => {
    const {error} = await openWith('isp-ticket-list', () => {
      throw own;
    });
    expect(error).to.include({code: 'unavailable', cause: own});
  });

  it('rejects at a renewal fires isp-error with its own error as cause', async () => {
    const {harness, events} = await openWith('isp-ticket-list', ({reason}: {reason: string}) =>
      reason === 'initial' ? desk.tokenFor() : Promise.reject(own),
    );
    desk.faults.set({path: '/customer/**', times: Infinity}, faultKinds.answer(401));
    await harness.element.refresh();
    await harness.waitUntil(() => events.some(event => event instanceof SupportErrorEvent));
    expect(events.at(-1)).to.include({code: 'unavailable', cause: own});
  });

  for (const [kind, value] of Object.entries<unknown>({
    'an object': {token: 'x'},
    'a number': 7,
    undefined: undefined,
    'a function': () => 'x',
    'a symbol': Symbol('x'),
    'the text undefined': 'undefined',
    'a text with Bearer': 'Bearer x.y.z',
  })) {
    it(`returns ${kind} fires misconfigured, and is called again by refresh()`, async () => {
      let result = value;
      const {harness, error} = await openWith('isp-ticket-list', () => result);
      expect(error).to.include({code: 'misconfigured'});
      expect(error?.cause).to.be.instanceOf(Error);
      expect(harness.text).to.include(en['error.misconfigured']);
      expect(desk.requests).to.be.empty;
      result = await desk.tokenFor();
      await harness.element.refresh();
      expect(desk.requests.map(({status}) => status)).to.include(200);
    });
  }

  it('returns null means that nobody is signed in', async () => {
    const {harness} = await openWith('isp-ticket-list', () => null);
    expect(harness.text).to.equal(en['error.unauthenticated']);
  });

  it('returns the page of a captive portal is told as the network’s trouble, and is called again', async () => {
    let result = '<!doctype html><title>Sign in</title>';
    const {harness, error} = await openWith('isp-ticket-list', () => result);
    expect(error).to.include({code: 'bad_response', retryable: true});
    expect(harness.text).to.include(en['error.bad_response']);
    result = await desk.tokenFor();
    dispatchEvent(new Event('online'));
    await waitForNetworkIdle(desk);
    await harness.waitUntil(() => desk.requests.some(({status}) => status === 200));
  });

  for (const value of ['async () => token', {}, Promise.resolve('x')]) {
    it(`is not a function fires misconfigured: ${String(value)}`, async () => {
      const {error} = await openWith('isp-ticket-list', value);
      expect(error).to.include({code: 'misconfigured'});
      expect(reasonOf(error)).to.equal('tokenProvider is not a function');
    });
  }
});
