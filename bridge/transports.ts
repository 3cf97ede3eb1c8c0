import {source} from './messages.js';
import {warnOnce} from './warn-once.js';

/** The way to an app and back. */
export interface BridgeTransport {
  /** Sends a message, which is JSON text, to the app. */
  send(message: string): void;
  /**
   * Calls `receive` with each message of the app: JSON text, or the message itself. Returns a function that stops that.
   */
  listen(receive: (message: unknown) => void): () => void;
}

export interface TransportOptions {
  /** Name of the channel, message handler, JavaScript interface or plugin. Default: `ispSupport`. */
  readonly name?: string;
  /**
   * Origins of the pages that may embed this one in a frame, such as `https://portal.example`. A frame without them is
   * not connected.
   */
  readonly allowedOrigins?: readonly string[];
}

type Receive = (message: unknown) => void;

interface Channel {
  postMessage(message: string): unknown;
  addEventListener?: EventTarget['addEventListener'];
  removeEventListener?: EventTarget['removeEventListener'];
}

interface CapacitorPlugin {
  postMessage(options: {readonly message: string}): unknown;
  addListener(event: 'message', listener: (event: {readonly message: unknown}) => void): unknown;
}

interface FlutterWebView {
  readonly callHandler?: (name: string, message: string) => unknown;
  readonly _platformReady?: boolean;
}

/** What apps and their plugins put into the page. */
interface AppGlobals {
  ReactNativeWebView?: Channel;
  webkit?: {readonly messageHandlers?: Readonly<Record<string, Channel | undefined>>};
  flutter_inappwebview?: FlutterWebView;
  Capacitor?: {readonly Plugins?: Readonly<Record<string, CapacitorPlugin | undefined>>};
  ispSupportBridge?: {readonly receive: Receive};
}

export type AppWindow = Window & AppGlobals;

/** Finds the app that shows the page, by what it puts into the page. Undefined if there is none. */
export function findTransport(
  {name = 'ispSupport', allowedOrigins}: TransportOptions,
  page: AppWindow = window,
): BridgeTransport | undefined {
  if (allowedOrigins && page.parent !== page) return frameTransport(page, allowedOrigins);
  const {ReactNativeWebView, webkit, flutter_inappwebview: flutter, Capacitor} = page;
  const plugin = Capacitor?.Plugins?.[name];
  const channel = [
    ReactNativeWebView,
    webkit?.messageHandlers?.[name],
    (page as unknown as Readonly<Record<string, Channel | undefined>>)[name],
  ].find(each => typeof each?.postMessage === 'function');
  if (channel) return channelTransport(page, channel);
  if (flutter) return flutterTransport(page, name);
  return plugin && capacitorTransport(page, plugin);
}

/** React Native, WKWebView, Android and `webview_flutter`: an object with a method `postMessage`. */
function channelTransport(page: AppWindow, channel: Channel): BridgeTransport {
  let receive: Receive | undefined;
  return {
    // A WKScriptMessageHandlerWithReply answers with a promise.
    send: message => takeReply(channel.postMessage(message), receive),
    listen(listener) {
      receive = listener;
      const stop = listenToApp(page, listener);
      // The object of a WebMessageListener of Android is an event target.
      const onMessage = ({data}: MessageEvent): void => listener(data);
      channel.addEventListener?.('message', onMessage as EventListener);
      return () => {
        receive = undefined;
        channel.removeEventListener?.('message', onMessage as EventListener);
        stop();
      };
    },
  };
}

/** `flutter_inappwebview`, which can be called once it says so: https://inappwebview.dev/docs/webview/javascript/communication */
function flutterTransport(page: AppWindow, name: string): BridgeTransport {
  let receive: Receive | undefined;
  let waiting: string[] | undefined = [];
  const call = (message: string): void => takeReply(page.flutter_inappwebview?.callHandler?.(name, message), receive);
  const flush = (): void => {
    const messages = waiting ?? [];
    waiting = undefined;
    messages.forEach(call);
  };
  if (page.flutter_inappwebview?._platformReady || page.document.readyState === 'complete') flush();
  // The event is over before some versions have loaded the page.
  for (const type of ['flutterInAppWebViewPlatformReady', 'load']) page.addEventListener(type, flush, {once: true});
  return {
    send(message) {
      if (waiting) waiting.push(message);
      else call(message);
    },
    listen(listener) {
      receive = listener;
      const stop = listenToApp(page, listener);
      return () => {
        receive = undefined;
        stop();
      };
    },
  };
}

/** A plugin of Capacitor, with a method `postMessage` and an event `message`. */
function capacitorTransport(page: AppWindow, plugin: CapacitorPlugin): BridgeTransport {
  return {
    send: message => takeReply(plugin.postMessage({message}), undefined),
    listen(receive) {
      const handle = Promise.resolve(plugin.addListener('message', ({message}) => receive(message)));
      const stop = listenToApp(page, receive);
      return () => {
        stop();
        void handle.then(listener => (listener as {readonly remove?: () => unknown} | undefined)?.remove?.());
      };
    },
  };
}

/** A page of the same operator that has this one in a frame. */
function frameTransport(page: AppWindow, allowedOrigins: readonly string[]): BridgeTransport {
  for (const origin of allowedOrigins) checkOrigin(origin);
  // Until the parent has said something, only the browser knows which of them it has.
  let origins = allowedOrigins;
  return {
    send: message => origins.forEach(origin => page.parent.postMessage(message, origin)),
    listen(receive) {
      const onMessage = ({data, origin, source: sender}: MessageEvent): void => {
        if (sender !== page.parent) return;
        if (allowedOrigins.includes(origin)) {
          origins = [origin];
          receive(data);
        } else if (JSON.stringify(data).includes(source)) {
          warnOnce(`a message of ${origin} is ignored: it is not one of allowedOrigins`);
        }
      };
      page.addEventListener('message', onMessage);
      return () => page.removeEventListener('message', onMessage);
    },
  };
}

function checkOrigin(origin: string): void {
  let parsed: string | undefined;
  try {
    parsed = new URL(origin).origin;
  } catch {
    // The message below says it.
  }
  if (parsed !== origin)
    throw new TypeError(`allowedOrigins must have origins such as https://portal.example: ${origin}`);
}

/**
 * Receives what an app says by running JavaScript, which is a call of `ispSupportBridge.receive()`, or an event without
 * an origin. A message of another window has one: it is not from the app.
 */
function listenToApp(page: AppWindow, receive: Receive): () => void {
  const bridge = {receive};
  page.ispSupportBridge = bridge;
  const onMessage = ({data, origin, source: sender}: MessageEvent): void => {
    if (!origin && !sender) receive(data);
  };
  // React Native dispatches its event on the document on Android, and on the window on iOS.
  page.addEventListener('message', onMessage);
  page.document.addEventListener('message', onMessage as EventListener);
  return () => {
    page.removeEventListener('message', onMessage);
    page.document.removeEventListener('message', onMessage as EventListener);
    if (page.ispSupportBridge === bridge) delete page.ispSupportBridge;
  };
}

/** Receives what a call of the app has returned or resolves to. */
function takeReply(reply: unknown, receive: Receive | undefined): void {
  Promise.resolve(reply).then(
    value => receive?.(value),
    () => warnOnce('the app has rejected a message'),
  );
}
