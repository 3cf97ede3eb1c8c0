import {expect, fixture, html, nextFrame} from '@open-wc/testing';

import {connectBridge, type BridgeOptions, type PageMessage} from '../../../bridge/index.js';
import {createBrowserDesk, seededTicketId, type BrowserDesk} from '../../../demo/desk/browser.js';
import '../../../src/define/isp-support.js';
import type {SupportElement} from '../../../src/elements/support/support.js';
import {en} from '../../../src/i18n/locales/en.js';
import {createTicket, requestsTo} from '../../support/desk-api.js';
import {captureConsoleInEachTest, consoleOutputOf} from '../../support/captured-console.js';
import {clickNavigates} from '../../support/click-navigates.js';
import {FakeTime} from '../../support/fake-time.js';
import {asText, installNativeApp, nativeAppNames, type NativeApp} from '../../support/native-apps.js';
import {waitForNetworkIdle} from '../../support/network-idle.js';
import {getByRole} from '../../support/role-queries.js';
import {SupportHarness} from '../../support/support-harness.js';

type PageMessageType = PageMessage['type'];

const failure = `${en['error.unavailable']} ${en['error.retry']}`;

describe('connectBridge', () => {
  let desk: BrowserDesk;
  let app: NativeApp;
  let support: SupportHarness;
  let disconnect: () => void;

  beforeEach(() => {
    desk = createBrowserDesk();
  });

  afterEach(() => {
    disconnect();
    app.remove();
    document.documentElement.style.colorScheme = '';
  });

  const messages = <Type extends PageMessageType>(type: Type): Extract<PageMessage, {readonly type: Type}>[] =>
    app.received.filter((message): message is Extract<PageMessage, {readonly type: Type}> => message.type === type);

  /** Answers each token request, with a token that is valid for some seconds. */
  function signIn(secondsOf: (reason: string) => number = () => 900): void {
    app.onMessage = message => {
      if (message.type !== 'token-request') return;
      void desk
        .tokenFor(undefined, secondsOf(message.reason))
        .then(token => app.send({type: 'token', id: message.id, token}));
    };
  }

  /** Opens the page in an app, and connects the element before it is in the document. */
  async function open(options?: BridgeOptions): Promise<void> {
    const element = document.createElement('isp-support') as SupportElement;
    Object.assign(element, {apiBase: '/api', fetch: desk.fetch, persistence: 'none'});
    disconnect = connectBridge(element, options);
    (await fixture<HTMLElement>(html`<main></main>`)).append(element);
    support = new SupportHarness(element);
    await support.element.updateComplete;
  }

  const install = (name: (typeof nativeAppNames)[number]): void => {
    app = installNativeApp(name, window);
    signIn();
  };

  for (const name of nativeAppNames) {
    it(`gets the token from ${name}, tells it about unread replies, and lets it go back`, async () => {
      install(name);
      await open();
      await support.waitUntilShown('list');
      expect(app.received[0]).to.eql({source: 'isp-support-elements', version: 1, type: 'connect'});
      expect(messages('token-request').map(({reason}) => reason)).to.eql(['initial']);
      await support.waitUntil(() => messages('ready').length === 1 && messages('unread-change').length === 1);
      expect(messages('unread-change')[0]!.total).to.be.above(0);

      await support.openSeededTicket('line-drops');
      app.send({type: 'back', id: 'first'});
      await support.waitUntilShown('list');
      app.send({type: 'back', id: 'second'});
      await support.waitUntil(() => messages('back-result').length === 2);
      expect(messages('back-result').map(({id, handled}) => ({id, handled}))).to.eql([
        {id: 'first', handled: true},
        {id: 'second', handled: false},
      ]);
    });
  }

  describe('in an app', () => {
    captureConsoleInEachTest();
    beforeEach(() => install('WKWebView'));

    it('asks for a new token when the server has rejected one, and repeats the request', async () => {
      signIn(reason => (reason === 'initial' ? -1 : 900));
      await open();
      await support.waitUntilShown('list');
      expect(messages('token-request').map(({reason}) => reason)).to.eql(['initial', 'rejected']);
      expect(requestsTo(desk, 'GET', /\/tickets$/).map(({status}) => status)).to.eql([401, 200]);
    });

    it('asks for a new token before one expires', async () => {
      signIn(reason => (reason === 'initial' ? 20 : 900));
      const time = new FakeTime();
      try {
        await open();
        await support.waitUntilShown('list');
        // A request that is on its way would reach its time limit.
        await waitForNetworkIdle(desk);
        await time.advanceAsync(15_000);
        await support.element.refresh();
        await support.waitUntil(() => messages('token-request').length === 2);
        expect(messages('token-request')[1]!.reason).to.equal('expired');
      } finally {
        time.restore();
      }
    });

    it('tells the customer that it has failed when the app does not answer in time, and asks again on Retry', async () => {
      app.onMessage = () => undefined;
      const time = new FakeTime();
      try {
        await open();
        await support.waitUntil(() => messages('token-request').length === 1);
        await time.advanceAsync(10_000);
        await support.waitUntil(() => support.text === failure);
        expect(messages('error').map(({code, retryable}) => ({code, retryable}))).to.eql([
          {code: 'unavailable', retryable: true},
        ]);
        signIn();
        await support.pressButton(en['error.retry']);
        await support.waitUntilShown('list');
      } finally {
        time.restore();
      }
    });

    it('shows the tickets when the token comes after the time-out', async () => {
      app.onMessage = () => undefined;
      const time = new FakeTime();
      try {
        await open({tokenTimeout: 2_000});
        await support.waitUntil(() => messages('token-request').length === 1);
        await time.advanceAsync(2_000);
        await support.waitUntil(() => support.text === failure);
        app.send({type: 'token', id: messages('token-request')[0]!.id, token: await desk.tokenFor()});
        await support.waitUntilShown('list');
        expect(messages('token-request')).to.have.length(1);
      } finally {
        time.restore();
      }
    });

    it('tells the customer that it has failed when the app has no token now', async () => {
      app.onMessage = message => {
        if (message.type === 'token-request') app.send({type: 'token-error', id: message.id, message: 'offline'});
      };
      await open();
      await support.waitUntil(() => support.text === failure);
    });

    for (const token of ['', null]) {
      it(`tells the customer that they are not signed in when the token is ${JSON.stringify(token)}, until they are`, async () => {
        app.onMessage = message => {
          if (message.type === 'token-request') app.send({type: 'token', id: message.id, token});
        };
        await open();
        await support.waitUntil(() => support.text.startsWith(en['error.unauthenticated']));
        signIn();
        app.send({type: 'refresh'});
        await support.waitUntilShown('list');
      });
    }

    it('lets the app sign the customer in', async () => {
      app.onMessage = message => {
        if (message.type === 'token-request') app.send({type: 'token', id: message.id, token: ''});
      };
      await open();
      support.element.signInUrl = '/login';
      await support.waitUntil(() => getByRole(support.element, 'link', en['error.signIn']));
      expect(clickNavigates(getByRole(support.element, 'link', en['error.signIn']))).to.be.false;
      expect(messages('sign-in')).to.have.length(1);
    });

    it('never sends the token back, nor what the customer and the operator write', async () => {
      await open();
      await support.waitUntilShown('list');
      await support.openSeededTicket('line-drops');
      await support.thread.sendReply('canary-reply');
      await waitForNetworkIdle(desk);
      const sent = JSON.stringify(app.received);
      expect(sent).not.to.include('canary-reply');
      expect(sent).not.to.match(/eyJ[\w-]+\./);
    });

    it('lets the app open the links in messages, and follows none', async () => {
      const {id} = await createTicket(desk, {subject: 'Status', description: 'See https://example.com/status.'});
      await open();
      await support.waitUntilShown('list');
      support.element.ticketId = id;
      await support.waitUntilShown('ticket');
      const link = getByRole(support.thread.messages[0]!.element, 'link');
      expect(clickNavigates(link)).to.be.false;
      expect(messages('link-open').map(({href}) => href)).to.eql(['https://example.com/status']);
    });

    it('tells the app where the customer goes', async () => {
      await open();
      await support.waitUntilShown('list');
      support.list.rows[0]!.querySelector<HTMLElement>('.row-open')!.click();
      await support.waitUntilShown('ticket');
      await support.pressBack();
      await support.openNewTicketForm();
      const {ticketId} = messages('navigate')[0]!;
      expect(ticketId).not.to.equal('');
      expect(messages('navigate').map(message => [message.view, message.ticketId])).to.eql([
        ['ticket', ticketId],
        ['list', ''],
        ['new-ticket', ''],
      ]);
    });

    it('goes where the app wants', async () => {
      await open();
      await support.waitUntilShown('list');
      app.send({type: 'navigate', view: 'ticket', ticketId: seededTicketId('line-drops')});
      await support.waitUntilShown('ticket');
      app.send({type: 'navigate', view: 'new-ticket'});
      await support.waitUntilShown('form');
      app.send({type: 'navigate', view: 'list'});
      await support.waitUntilShown('list');
    });

    it('counts unread replies again when they change', async () => {
      await open();
      await support.waitUntil(() => messages('unread-change').length === 1);
      const {total} = messages('unread-change')[0]!;
      await support.waitUntilShown('list');
      await desk.staff.reply(seededTicketId('line-drops'), 'Is it better now?');
      app.send({type: 'refresh'});
      await support.waitUntil(() => messages('unread-change').at(-1)!.total === total + 1);
    });

    it('takes over the color scheme, with the background of the page, the text size and the language', async () => {
      await open();
      await support.waitUntilShown('list');
      const root = support.list.element.renderRoot.querySelector<HTMLElement>('.root')!;
      const styleOf = (element: Element): CSSStyleDeclaration => getComputedStyle(element);
      app.send({type: 'settings', colorScheme: 'dark'});
      await support.waitUntil(() => root.dataset['scheme'] === 'dark');
      expect(styleOf(document.documentElement).colorScheme).to.equal('dark');
      app.send({type: 'settings', textScale: 1.5});
      expect(styleOf(root).fontSize).to.equal('24px');
      app.send({type: 'settings', colorScheme: 'auto', locale: 'en-GB'});
      await support.waitUntil(() => support.list.element.renderRoot.querySelector('.root')!.matches('[lang^=en]'));
      expect(support.element.locale).to.equal('en-GB');
      expect(styleOf(document.documentElement).colorScheme).to.equal('normal');
      expect(styleOf(root).fontSize).to.equal('24px');
    });

    it('deletes what the customer has written before the app signs them out', async () => {
      await open();
      await support.waitUntilShown('list');
      await support.openSeededTicket('line-drops');
      await support.thread.typeReply('Not sent.');
      app.send({type: 'logout', id: 'bye'});
      await support.waitUntil(() => messages('logout-result').length === 1);
      expect(messages('logout-result')[0]!.id).to.equal('bye');
      expect(support.allText).not.to.include('Not sent.');
    });

    it('asks for the token of the next customer when the app has signed one out and another one in', async () => {
      await open();
      await support.waitUntilShown('list');
      app.send({type: 'logout', id: 'bye'});
      await support.waitUntil(() => messages('logout-result').length === 1);
      app.send({type: 'refresh'});
      await support.waitUntil(() => messages('token-request').length === 2);
      await support.waitUntilShown('list');
    });

    it('says nothing, and does nothing, after it was disconnected', async () => {
      await open();
      await support.waitUntilShown('list');
      await support.openSeededTicket('line-drops');
      app.received.length = 0;
      disconnect();
      app.send({type: 'back', id: 'late'});
      support.element.showNewTicket();
      await support.waitUntilShown('form');
      expect(app.received).to.eql([]);
      expect(support.element.tokenProvider).to.be.undefined;
      expect('ispSupportBridge' in window).to.be.false;
    });
  });

  describe('with messages that are not right', () => {
    beforeEach(() => install('WKWebView'));

    it('names each mistake once on the console, and ignores what is not for it', async () => {
      await open();
      await support.waitUntilShown('list');
      await support.openSeededTicket('line-drops');
      const lines = await consoleOutputOf(async () => {
        for (const text of [
          'hello',
          '{',
          asText({type: 'vibrate'} as never),
          asText({type: 'back'} as never),
          asText({type: 'back'} as never),
          asText({type: 'navigate', view: 'tickets'} as never),
          asText({type: 'token', id: 'unknown', token: 'secret'}),
        ]) {
          app.send(text);
        }
        await nextFrame();
      });
      expect(lines).to.have.length(2);
      expect(lines[0]).to.include('the app\'s message "back" has a missing or wrong "id"');
      expect(lines[1]).to.include('the app\'s message "navigate" has a missing or wrong "view"');
      expect(support.visibleViews).to.eql(['ticket']);
    });

    it('ignores a token that another window sends', async () => {
      app.onMessage = () => undefined;
      await open();
      await support.waitUntil(() => messages('token-request').length === 1);
      const {id} = messages('token-request')[0]!;
      const token = await desk.tokenFor();
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const script = frame.contentDocument!.createElement('script');
      script.textContent = `parent.postMessage(${JSON.stringify(asText({type: 'token', id, token}))}, '*')`;
      const arrived = new Promise(resolve => addEventListener('message', resolve, {once: true}));
      frame.contentDocument!.body.append(script);
      await arrived;
      await nextFrame();
      expect(desk.requests).to.eql([]);
      frame.remove();
    });
  });

  it('changes nothing in a browser, and says so once', async () => {
    install('WKWebView');
    app.remove();
    const tokenProvider = (): Promise<string> => desk.tokenFor();
    const element = document.createElement('isp-support') as SupportElement;
    element.tokenProvider = tokenProvider;
    const lines = await consoleOutputOf(() => {
      disconnect = connectBridge(element);
      connectBridge(element)();
    });
    expect(lines).to.have.length(1);
    expect(lines[0]).to.include('no app was found');
    expect(element.tokenProvider).to.equal(tokenProvider);
  });

  it('takes another transport', async () => {
    install('WKWebView');
    const sent: string[] = [];
    await open({transport: {send: message => sent.push(message), listen: () => () => undefined}});
    await support.waitUntil(() => sent.some(text => text.includes('token-request')));
    expect(app.received).to.eql([]);
  });
});
