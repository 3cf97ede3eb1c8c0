// Runs in the project: mounts every element in happy-dom.
import {Window} from 'happy-dom';
import {mount} from './mount.js';

const problems = [];
const window = new Window({url: 'https://portal.example/'});
for (const name of Object.getOwnPropertyNames(window)) {
  if (!(name in globalThis)) globalThis[name] = window[name];
}
for (const name of ['Event', 'EventTarget', 'navigator']) {
  Object.defineProperty(globalThis, name, {value: window[name], configurable: true, writable: true});
}
globalThis.window = window;
await import('isp-support-elements/define');
await mount(window, problems);
