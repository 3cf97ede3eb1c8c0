import {tokenProvider} from '/assets/portal/scripts/token.js';

const envelope = {source: 'isp-support-elements', version: 1};

/** How many messages the log shows. */
const logLength = 100;

let isSignedIn = true;
let textScale = 1;
let lastId = 0;

const nextId = () => `app-${++lastId}`;

/** Plays the native side of an Android app: an object with `postMessage`, and code that runs JavaScript in the page. */
export function installFakeApp() {
  window.ispSupport = {postMessage: receive};
  document.querySelector('aside').addEventListener('click', ({target}) => actions[target.dataset.action]?.());
}

function send(body) {
  log('→', body);
  window.ispSupportBridge?.receive(JSON.stringify({...envelope, ...body}));
}

const settings = changes => send({type: 'settings', ...changes});

const actions = {
  back: () => send({type: 'back', id: nextId()}),
  dark: () => settings({colorScheme: 'dark'}),
  light: () => settings({colorScheme: 'light'}),
  larger: () => settings({textScale: (textScale = Math.min(2, textScale + 0.25))}),
  smaller: () => settings({textScale: (textScale = Math.max(0.75, textScale - 0.25))}),
  'new-ticket': () => send({type: 'navigate', view: 'new-ticket'}),
  refresh: () => send({type: 'refresh'}),
  logout: () => send({type: 'logout', id: nextId()}),
  'sign-in': signIn,
};

function signIn() {
  isSignedIn = true;
  send({type: 'refresh'});
}

const handlers = {
  'token-request': async ({id}) => {
    try {
      const token = isSignedIn ? await tokenProvider({signal: AbortSignal.timeout(9_000)}) : '';
      send({type: 'token', id, token});
    } catch (error) {
      send({type: 'token-error', id, message: error.message});
    }
  },
  'unread-change': ({total}) => (document.querySelector('output').textContent = total || ''),
  'link-open': ({href}) => window.open(href, '_blank', 'noopener'),
  'sign-in': signIn,
  'logout-result': () => {
    isSignedIn = false;
    send({type: 'refresh'});
  },
};

function receive(text) {
  const message = JSON.parse(text);
  log('←', message);
  void handlers[message.type]?.(message);
}

/** Shows a message, without the token. */
function log(direction, message) {
  const {source: _source, version: _version, type, ...fields} = message;
  const shown = Object.entries(fields).map(([name, value]) => `${name} ${name === 'token' && value ? '…' : value}`);
  const item = document.createElement('li');
  item.textContent = `${direction} ${type} ${shown.join(', ')}`;
  const list = document.querySelector('aside ol');
  list.prepend(item);
  list.children[logLength]?.remove();
}
