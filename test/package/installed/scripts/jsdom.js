// Runs in the project: mounts every element in jsdom, by the standalone file and by the modules.
import {JSDOM, VirtualConsole} from 'jsdom';
import {readFileSync} from 'node:fs';
import {mount} from './mount.js';

const problems = [];
const virtualConsole = new VirtualConsole();
virtualConsole.on('jsdomError', error => problems.push(error.message));
const {window} = new JSDOM('<!doctype html><html lang="en"><body></body></html>', {
  url: 'https://portal.example/',
  runScripts: 'outside-only',
  pretendToBeVisual: true,
  virtualConsole,
});
if (process.argv[2] === 'standalone') {
  window.eval(readFileSync('node_modules/isp-support-elements/dist/standalone/isp-support.js', 'utf8'));
} else {
  // As test runners do.
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!(name in globalThis)) globalThis[name] = window[name];
  }
  for (const name of ['Event', 'EventTarget', 'MessageEvent', 'navigator']) {
    Object.defineProperty(globalThis, name, {value: window[name], configurable: true, writable: true});
  }
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'])
    globalThis[name] = window[name].bind(window);
  globalThis.window = window;
  await import('isp-support-elements/define');
}
await mount(window, problems);
