import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {findTransport, type AppWindow, type TransportOptions} from '../../../bridge/transports.js';
import {installNativeApp, nativeAppNames} from '../../support/native-apps.js';
import {consoleOutputOf} from '../../support/captured-console.js';

/** A page, without what a browser has and the bridge does not need. */
function createPage(properties: object = {}): AppWindow {
  const page = Object.assign(new EventTarget(), {
    document: Object.assign(new EventTarget(), {readyState: 'loading'}),
    ...properties,
  });
  return Object.assign(page, {parent: (properties as {parent?: unknown}).parent ?? page}) as unknown as AppWindow;
}

const hello = JSON.stringify({source: 'isp-support-elements', version: 1, type: 'connect'});

const nextTask = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

for (const name of nativeAppNames) {
  describe(`the transport to ${name}`, () => {
    it('sends messages to the app, and receives those of the app until it is stopped', async () => {
      const page = createPage();
      const app = installNativeApp(name, page);
      const transport = findTransport({}, page)!;
      const received: unknown[] = [];
      const stop = transport.listen(message => received.push(message));
      transport.send(hello);
      app.send('first');
      await nextTask();
      assert.deepEqual(app.received, [JSON.parse(hello)]);
      assert.deepEqual(received.filter(Boolean), ['first']);
      stop();
      await nextTask();
      app.send('second');
      assert.deepEqual(received.filter(Boolean), ['first']);
      assert(!('ispSupportBridge' in page));
    });

    it('ignores messages of other windows', async () => {
      const page = createPage();
      installNativeApp(name, page);
      const received: unknown[] = [];
      findTransport({}, page)!.listen(message => received.push(message));
      for (const init of [
        {origin: 'https://attacker.example'},
        {origin: 'null'},
        {origin: '', source: new MessageChannel().port1},
      ]) {
        const event = Object.assign(new Event('message'), {data: hello, source: null, ...init});
        page.dispatchEvent(event);
      }
      assert.deepEqual(received, []);
    });
  });
}

describe('findTransport', () => {
  it('finds nothing in a browser', () => {
    assert.equal(findTransport({}, createPage()), undefined);
    assert.equal(findTransport({}, createPage({webkit: {messageHandlers: {}}})), undefined);
    assert.equal(findTransport({}, createPage({Capacitor: {Plugins: {}}})), undefined);
  });

  it('finds nothing in a frame without allowed origins', () => {
    assert.equal(findTransport({}, createPage({parent: createPage()})), undefined);
  });

  it('uses the channel that has the given name', () => {
    const sent: unknown[] = [];
    const page = createPage({webkit: {messageHandlers: {portal: {postMessage: (text: string) => sent.push(text)}}}});
    assert.equal(findTransport({}, page), undefined);
    findTransport({name: 'portal'}, page)!.send(hello);
    assert.deepEqual(sent, [hello]);
  });

  it('receives what a message handler with a reply resolves to', async () => {
    const page = createPage({
      webkit: {messageHandlers: {ispSupport: {postMessage: () => Promise.resolve('reply')}}},
    });
    const transport = findTransport({}, page)!;
    const received: unknown[] = [];
    transport.listen(message => received.push(message));
    transport.send(hello);
    await nextTask();
    assert.deepEqual(received, ['reply']);
  });

  it('says once that the app has rejected messages', async () => {
    const page = createPage({
      webkit: {messageHandlers: {ispSupport: {postMessage: () => Promise.reject(new Error('no'))}}},
    });
    const lines = await consoleOutputOf(async () => {
      findTransport({}, page)!.send(hello);
      findTransport({}, page)!.send(hello);
      await nextTask();
    });
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /the app has rejected a message/);
  });

  for (const type of ['flutterInAppWebViewPlatformReady', 'load']) {
    it(`waits for ${type} before it calls flutter_inappwebview`, async () => {
      const sent: string[] = [];
      const page = createPage({
        flutter_inappwebview: {callHandler: (_name: string, text: string) => Promise.resolve(sent.push(text) && null)},
      });
      const transport = findTransport({}, page)!;
      for (const text of ['first', 'second']) transport.send(text);
      assert.deepEqual(sent, []);
      page.dispatchEvent(new Event(type));
      page.dispatchEvent(new Event('load'));
      transport.send('third');
      assert.deepEqual(sent, ['first', 'second', 'third']);
    });
  }
});

describe('the transport to an embedding page', () => {
  const portal = 'https://portal.example';
  const other = 'https://www.portal.example';

  function createFrame(options: TransportOptions = {allowedOrigins: [portal, other]}) {
    const posted: [message: string, origin: string][] = [];
    const parent = {postMessage: (message: string, origin: string) => posted.push([message, origin])};
    const page = createPage({parent});
    const transport = findTransport(options, page)!;
    const received: unknown[] = [];
    const stop = transport.listen(message => received.push(message));
    const receive = (data: unknown, origin: string, source: unknown = parent): void => {
      page.dispatchEvent(Object.assign(new Event('message'), {data, origin, source}));
    };
    return {transport, posted, received, receive, stop};
  }

  it('names the allowed origins as targets, and only the one that has answered from then on', () => {
    const {transport, posted, receive} = createFrame();
    transport.send('first');
    assert.deepEqual(posted, [
      ['first', portal],
      ['first', other],
    ]);
    receive('answer', other);
    posted.length = 0;
    transport.send('second');
    assert.deepEqual(posted, [['second', other]]);
  });

  it('receives messages of the parent from allowed origins only, and names others once', async () => {
    const {received, receive} = createFrame();
    const lines = await consoleOutputOf(() => {
      for (const origin of ['https://attacker.example', 'https://portal.example.attacker.example', 'null']) {
        receive(hello, origin);
        receive(hello, origin);
      }
      receive('of another library', 'https://attacker.example');
    });
    receive('from a sibling', portal, {});
    receive('from the parent', portal);
    assert.deepEqual(received, ['from the parent']);
    assert.equal(lines.length, 3);
    assert.match(lines[0]!, /https:\/\/attacker\.example is ignored/);
  });

  it('receives nothing after it was stopped', () => {
    const {received, receive, stop} = createFrame();
    stop();
    receive('late', portal);
    assert.deepEqual(received, []);
  });

  it('is preferred to an interface of Android, which frames have as well', () => {
    const page = createPage({parent: {postMessage: () => undefined}, ispSupport: {postMessage: () => assert.fail()}});
    findTransport({allowedOrigins: [portal]}, page)!.send(hello);
  });

  for (const origin of [
    '*',
    '',
    'portal.example',
    'https://portal.example/',
    'https://portal.example/support',
    'null',
  ]) {
    it(`refuses what is not an origin: ${origin || 'the empty string'}`, () => {
      assert.throws(() => createFrame({allowedOrigins: [origin]}), TypeError);
    });
  }
});
