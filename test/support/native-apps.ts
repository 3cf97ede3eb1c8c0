import type {AppMessageBody, PageMessage} from '../../bridge/index.js';
import type {AppWindow} from '../../bridge/transports.js';

/** An app that shows the page in a webview, as the page sees it. */
export interface NativeApp {
  /** What it has received. */
  readonly received: PageMessage[];
  /** Called with each message. */
  onMessage: (message: PageMessage) => void;
  /** Sends a message to the page. */
  send(message: AppMessageBody | string): void;
  /** Removes it from the page. */
  remove(): void;
}

type Install = (
  page: AppWindow,
  receive: (message: string) => unknown,
) => Pick<NativeApp, 'remove'> & {
  /** Gives JSON text to the page. */
  readonly deliver: (message: string) => void;
};

const channelName = 'ispSupport';

/** How apps run JavaScript in the page: by `injectJavaScript`, `evaluateJavaScript`, `evaluateJavascript` and others. */
const runScript = (page: AppWindow, message: string): void => page.ispSupportBridge?.receive(message);

/** Puts a global variable into the page, and removes it. */
function putGlobal(page: AppWindow, name: string, value: unknown): () => void {
  const globals = page as unknown as Record<string, unknown>;
  const old = globals[name];
  globals[name] = value;
  return () => {
    if (old === undefined) Reflect.deleteProperty(globals, name);
    else globals[name] = old;
  };
}

/** An event that the app has dispatched has no origin; one of `window.postMessage()` has. */
const appEvent = (data: string): Event => new MessageEvent('message', {data});

const installs = {
  'React Native, which runs JavaScript': (page, receive) => ({
    remove: putGlobal(page, 'ReactNativeWebView', {postMessage: receive}),
    deliver: message => runScript(page, message),
  }),
  'React Native, which dispatches an event on the window': (page, receive) => ({
    remove: putGlobal(page, 'ReactNativeWebView', {postMessage: receive}),
    deliver: message => page.dispatchEvent(appEvent(message)),
  }),
  'React Native, which dispatches an event on the document': (page, receive) => ({
    remove: putGlobal(page, 'ReactNativeWebView', {postMessage: receive}),
    deliver: message => page.document.dispatchEvent(appEvent(message)),
  }),
  WKWebView: (page, receive) => ({
    remove: putGlobal(page, 'webkit', {messageHandlers: {[channelName]: {postMessage: receive}}}),
    deliver: message => runScript(page, message),
  }),
  'Android with a JavaScript interface': (page, receive) => ({
    remove: putGlobal(page, channelName, {postMessage: receive}),
    deliver: message => runScript(page, message),
  }),
  'Android with a WebMessageListener': (page, receive) => {
    const channel = Object.assign(new EventTarget(), {postMessage: receive});
    return {
      remove: putGlobal(page, channelName, channel),
      deliver: message => channel.dispatchEvent(appEvent(message)),
    };
  },
  webview_flutter: (page, receive) => ({
    remove: putGlobal(page, channelName, {postMessage: receive}),
    deliver: message => runScript(page, message),
  }),
  flutter_inappwebview: (page, receive) => ({
    remove: putGlobal(page, 'flutter_inappwebview', {
      _platformReady: true,
      callHandler: (name: string, message: string) => Promise.resolve(name === channelName ? receive(message) : null),
    }),
    deliver: message => runScript(page, message),
  }),
  'a plugin of Capacitor': (page, receive) => {
    const listeners = new Set<(event: {message: string}) => void>();
    const plugin = {
      postMessage: ({message}: {message: string}) => Promise.resolve(receive(message)),
      addListener: (_event: 'message', listener: (event: {message: string}) => void) => {
        listeners.add(listener);
        return Promise.resolve({remove: () => listeners.delete(listener)});
      },
    };
    return {
      remove: putGlobal(page, 'Capacitor', {Plugins: {[channelName]: plugin}}),
      deliver: message => listeners.forEach(listener => listener({message})),
    };
  },
} satisfies Record<string, Install>;

export const nativeAppNames = Object.keys(installs) as readonly (keyof typeof installs)[];

/** Puts into the page what an app of this kind does. */
export function installNativeApp(name: keyof typeof installs, page: AppWindow): NativeApp {
  const {remove, deliver} = (installs[name] as Install)(page, text => {
    const message = JSON.parse(text) as PageMessage;
    app.received.push(message);
    app.onMessage(message);
    return undefined;
  });
  const app: NativeApp = {
    received: [],
    onMessage: () => undefined,
    send: message => deliver(typeof message === 'string' ? message : asText(message)),
    remove,
  };
  return app;
}

export const asText = (body: AppMessageBody): string =>
  JSON.stringify({source: 'isp-support-elements', version: 1, ...body});
