import type {SupportElement} from 'isp-support-elements';

import {formatMessage, parseAppMessage, type AppMessage, type PageMessageBody} from './messages.js';
import {TokenRequests} from './token-requests.js';
import {findTransport, type BridgeTransport, type TransportOptions} from './transports.js';
import {warnOnce} from './warn-once.js';

/** Size of the text in CSS pixels if the app does not scale it. */
const fontSize = 16;

/** Options of `connectBridge()`. */
export interface BridgeOptions extends TransportOptions {
  /** The way to an app that is none of those that the bridge knows. */
  readonly transport?: BridgeTransport;
  /**
   * How long the app may take to answer a token request, in milliseconds. Then the customer sees an error with a retry
   * button. Default: 10,000. The element itself waits for 30 s at most.
   */
  readonly tokenTimeout?: number;
}

/**
 * Connects an `<isp-support>` with the native app, or the embedding page, that shows its page: the app supplies the
 * token, opens links and is told about unread replies. Sets the element's `tokenProvider`. If no app is found, such as
 * in a browser, it changes nothing, and says so on the console.
 *
 * Returns a function that disconnects them.
 */
export function connectBridge(element: SupportElement, options: BridgeOptions = {}): () => void {
  const transport = options.transport ?? findTransport(options);
  if (transport) return new Bridge(element, transport, options.tokenTimeout ?? 10_000).disconnect;
  warnOnce('no app was found that shows this page');
  return () => undefined;
}

class Bridge {
  readonly #element: SupportElement;
  readonly #transport: BridgeTransport;
  readonly #requests: TokenRequests;
  readonly #events = new AbortController();
  #tokenProvider: SupportElement['tokenProvider'];
  /** The app has signed the customer out, or has answered that nobody is signed in. */
  #isSignedOut = false;
  readonly #stop: () => void;

  constructor(element: SupportElement, transport: BridgeTransport, tokenTimeout: number) {
    this.#element = element;
    this.#transport = transport;
    this.#requests = new TokenRequests(
      tokenTimeout,
      (id, reason) => this.#send({type: 'token-request', id, reason}),
      token => (element.token = token),
    );
    this.#stop = transport.listen(received => this.#receive(received));
    this.#listenToElement();
    this.#send({type: 'connect'});
    this.#provideToken();
  }

  readonly disconnect = (): void => {
    this.#stop();
    this.#events.abort();
    if (this.#element.tokenProvider === this.#tokenProvider) this.#element.tokenProvider = undefined;
    this.#requests.close();
  };

  /** The element calls a new provider at once, whatever the previous one has returned. */
  #provideToken(): void {
    this.#tokenProvider = request => this.#requests.request(request);
    this.#element.tokenProvider = this.#tokenProvider;
  }

  #send(body: PageMessageBody): void {
    try {
      this.#transport.send(formatMessage(body));
    } catch {
      warnOnce('the app cannot be reached');
    }
  }

  #listenToElement(): void {
    const listen: SupportElement['addEventListener'] = (type: string, listener: EventListener) =>
      this.#element.addEventListener(type, listener, {signal: this.#events.signal});
    listen('isp-ready', () => this.#send({type: 'ready'}));
    listen('isp-unread-change', ({total}) => this.#send({type: 'unread-change', total}));
    listen('isp-navigate', ({view, ticketId}) => this.#send({type: 'navigate', view, ticketId}));
    listen('isp-link-open', event => {
      event.preventDefault();
      this.#send({type: 'link-open', href: event.href});
    });
    listen('isp-sign-in', event => {
      event.preventDefault();
      this.#send({type: 'sign-in'});
    });
    listen('isp-error', ({code, status, requestId, retryable}) =>
      this.#send({type: 'error', code, status, requestId, retryable}),
    );
  }

  #receive(received: unknown): void {
    const parsed = parseAppMessage(received);
    if (parsed && 'flaw' in parsed) warnOnce(parsed.flaw);
    else if (parsed) this.#handle(parsed.message);
  }

  #handle(message: AppMessage): void {
    switch (message.type) {
      case 'token':
        this.#isSignedOut = !message.token;
        this.#requests.answer(message.id, message.token ?? '');
        break;
      case 'token-error':
        this.#requests.answer(message.id, new Error(message.message ?? 'The app has no token.'));
        break;
      case 'settings':
        this.#applySettings(message);
        break;
      case 'back':
        this.#send({type: 'back-result', id: message.id, handled: this.#isDefined && this.#element.goBack()});
        break;
      case 'navigate':
        this.#navigate(message);
        break;
      case 'refresh':
        this.#refresh();
        break;
      case 'logout':
        void this.#logout(message.id);
    }
  }

  /** The page may load the script that defines the element later. */
  get #isDefined(): boolean {
    return 'goBack' in this.#element;
  }

  #applySettings({colorScheme, textScale, locale}: Extract<AppMessage, {readonly type: 'settings'}>): void {
    if (colorScheme) {
      this.#element.colorScheme = colorScheme;
      // The background of the page is behind the element.
      this.#element.ownerDocument.documentElement.style.colorScheme = colorScheme === 'auto' ? '' : colorScheme;
    }
    if (textScale) this.#element.style.setProperty('--isp-font-size', `${textScale * fontSize}px`);
    if (locale !== undefined) this.#element.locale = locale;
  }

  #navigate({view, ticketId = ''}: Extract<AppMessage, {readonly type: 'navigate'}>): void {
    if (!this.#isDefined) {
      this.#element.ticketId = ticketId;
    } else if (view === 'ticket') this.#element.showTicket(ticketId);
    else if (view === 'list') this.#element.showList();
    else this.#element.showNewTicket();
  }

  #refresh(): void {
    if (this.#isSignedOut) this.#provideToken();
    else if (this.#isDefined) void this.#element.refresh();
  }

  async #logout(id: string): Promise<void> {
    this.#isSignedOut = true;
    if (this.#isDefined) await this.#element.logout();
    this.#send({type: 'logout-result', id});
  }
}
