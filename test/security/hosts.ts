import type {SupportElement} from '../../src/index.js';
import {element, ours, type Case, type Exchange, type Table} from './case.js';
import {deepAll, expectSaneLayout, fill, press, t, untilReady, untilText} from './page/verbs.js';

const firstSubject = 'Red LOS light on the fibre box, no internet at all';

const style = (path: string): string => `<link rel="stylesheet" href="/modules/${path}">`;
const script = (path: string): string => `<script src="/modules/${path}"></script>`;
const inlineStyle = (css: string): string => `<style>${css}</style>`;
const inlineScript = (code: string): string => `<script>${code}</script>`;

/** The whole story: read the list and a ticket, reply, and create a ticket. Each view has its layout. */
async function useSupport(): Promise<void> {
  await untilText(firstSubject);
  await untilReady();
  expectSaneLayout();
  await press(firstSubject);
  await untilText(t('thread.description'));
  expectSaneLayout();
  await fill(t('composer.label'), 'Still no light.');
  await press(t('composer.send'));
  await untilText(t('composer.sent'));
  expectSaneLayout();
  // Where there is room for one view only, the button is in the list.
  deepAll<SupportElement>('isp-support')[0]!.showNewTicket();
  await fill(t('form.subject'), 'No dial tone');
  await fill(t('form.description'), 'Since this morning.');
  expectSaneLayout();
  await press(t('form.create'));
  await untilText(t('form.created.next'));
  expectSaneLayout();
  if (deepAll('isp-support').length !== 1) throw new Error('the page has changed the element');
}

/** Meyer's reset, which most old portals begin with: https://meyerweb.com/eric/tools/css/reset/ */
const meyerReset = `html, body, div, span, h1, h2, h3, p, a, ul, ol, li, form, label, table, article, section, time, button, input {
  margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; }
ol, ul { list-style: none; } body { line-height: 1; }`;

/** What the style sheets of WordPress, its block library and a theme of 2024 have in common. */
const wordPress = `:root { --wp--style--global--content-size: 620px; }
:where(body) { margin: 0; }
:where(.is-layout-flex) { display: flex; gap: 1.2rem; }
.is-layout-constrained > :where(:not(.alignleft):not(.alignright):not(.alignfull)) {
  max-width: var(--wp--style--global--content-size); margin-left: auto !important; margin-right: auto !important; }
:where(.wp-site-blocks :focus) { outline-width: 2px; outline-style: solid; }
body { font-family: Cardo, serif; font-size: 1.2rem; line-height: 1.55; -webkit-font-smoothing: antialiased; }
a:where(:not(.wp-element-button)) { text-decoration: underline; color: #111; }
button, input, select, textarea { border: 1px solid #949494; padding: 10px; font-family: inherit; border-radius: .33rem; }
h1, h2, h3 { font-weight: 400; line-height: 1.2; text-wrap: pretty; } img { height: auto; max-width: 100%; }`;

/** What Prototype 1.6 does to built-in objects. It is not on npm. */
const prototypeJs = `
Object.extend = (target, source) => Object.assign(target, source);
Object.toJSON = JSON.stringify;
Object.keys = object => { const names = []; for (const name in object) names.push(name); return names; };
Object.extend(Array.prototype, {
  each(visit) { this.forEach(visit); return this; }, first() { return this[0]; }, last() { return this[this.length - 1]; },
  without(...values) { return this.filter(each => !values.includes(each)); }, clear() { this.length = 0; return this; },
  compact() { return this.filter(each => each != null); }, flatten() { return this.flat(Infinity); }, uniq() { return [...new Set(this)]; },
  collect: Array.prototype.map, select: Array.prototype.filter, inspect() { return '[' + this + ']'; }, size() { return this.length; },
  toJSON() { return '[' + this.map(Object.toJSON).join(', ') + ']'; } });
Object.extend(String.prototype, {
  gsub(a, b) { return this.split(a).join(b); }, strip() { return this.trim(); }, toJSON() { return '"' + this + '"'; }, blank() { return !this.trim(); } });
Object.extend(Function.prototype, {
  argumentNames() { return []; }, wrap(wrapper) { const inner = this; return (...values) => wrapper(inner, ...values); }, delay(s) { setTimeout(this, s * 1000); } });
Object.extend(Date.prototype, {toJSON() { return this.toISOString(); }});
for (const type of [HTMLElement, Element]) Object.extend(type.prototype, {
  visible() { return this.style.display !== 'none'; }, toggle() { return this; }, update(html) { this.innerHTML = html; return this; },
  show() { this.style.display = ''; return this; }, hide() { this.style.display = 'none'; return this; }, select(css) { return this.querySelectorAll(css); } });
document.getElementsByClassName = name => [...document.querySelectorAll('.' + name)];
window.$ = id => document.getElementById(id); window.$$ = css => [...document.querySelectorAll(css)]; window.$A = list => Array.prototype.slice.call(list);`;

/** The part of MooTools 1.6 for browsers: npm has the one for servers only, which extends the built-in objects. */
const mooToolsElements = `
for (const [name, method] of Object.entries({
  get(key) { return this.getAttribute(key); }, set(key, value) { this.setAttribute(key, value); return this; },
  store() { return this; }, retrieve() { return null; }, inject(to) { to.append(this); return this; }, dispose() { this.remove(); return this; },
  getElement(css) { return this.querySelector(css); }, getElements(css) { return this.querySelectorAll(css); },
  addEvent(type, listener) { this.addEventListener(type, listener); return this; }, empty() { this.replaceChildren(); return this; } }))
  Element.prototype[name] = method;
window.Element = Object.assign(function (tag) { return document.createElement(tag); }, {prototype: Element.prototype});
window.uniqueNumber = 1;`;

const frozen = `
for (const name of ['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'Promise', 'Map', 'Set', 'WeakMap', 'RegExp',
  'Error', 'TypeError', 'Date', 'JSON', 'Math', 'Reflect', 'Intl', 'URL', 'Request', 'Response', 'Headers', 'EventTarget', 'Event',
  'CustomEvent', 'Node', 'Element', 'HTMLElement', 'ShadowRoot', 'AbortController', 'AbortSignal', 'CSSStyleSheet']) {
  Object.freeze(globalThis[name]);
  if (globalThis[name].prototype) Object.freeze(globalThis[name].prototype);
}`;

/** What has arrived is what was written. */
function changedTexts(exchanges: readonly Exchange[]): readonly string[] {
  const posts = exchanges.filter(({method}) => method === 'POST').map(({body}) => body);
  const texts = posts.map(body => JSON.parse(body) as {message?: string; subject?: string});
  return texts
    .filter(({message, subject}) => message !== 'Still no light.' && subject !== 'No dial tone')
    .map(text => `the server has received ${JSON.stringify(text)}`);
}

const support = element('isp-support');
const isolated = element('isp-support', 'isolate');
const hosts: readonly Case[] = [
  {name: 'no scripts and styles of its own', run: useSupport},
  {
    name: '* {all: unset !important}, with isolate',
    head: inlineStyle('* {all: unset !important}'),
    body: isolated,
    run: useSupport,
  },
  {
    name: 'aggressive style sheet of demo/hosts, with isolate',
    head: '<link rel="stylesheet" href="/hostile.css">',
    body: isolated,
    run: useSupport,
  },
  {name: 'CSS reset of Meyer', head: inlineStyle(meyerReset), run: useSupport},
  {
    name: 'Bootstrap 3',
    head: style('bootstrap-3/dist/css/bootstrap.css'),
    body: `<div class="container"><form class="form-horizontal">${support}</form></div>`,
    run: useSupport,
  },
  {
    name: 'Bootstrap 5',
    head: style('bootstrap/dist/css/bootstrap.css'),
    body: `<div class="container"><div class="row"><div class="col">${support}</div></div></div>`,
    run: useSupport,
  },
  {name: 'Tailwind 4, preflight', head: style('tailwindcss/preflight.css'), run: useSupport},
  {
    name: 'WordPress, theme of 2024',
    head: inlineStyle(wordPress),
    body: `<div class="wp-site-blocks"><main class="is-layout-constrained">${support}</main></div>`,
    run: useSupport,
  },
  {name: 'jQuery 1.12', head: script('jquery/dist/jquery.js'), run: useSupport},
  {name: 'Prototype 1.6', head: inlineScript(prototypeJs), run: useSupport},
  {name: 'MooTools 1.5', head: script('mootools') + inlineScript(mooToolsElements), run: useSupport},
  {
    name: 'MooTools 1.5, while the list loads',
    head: script('mootools') + inlineScript(mooToolsElements),
    arrange: (desk, faults) => desk.faults.set({path: '/customer/**', times: Infinity}, faults.hold().fault),
    run: async () => {
      await untilText(t('list.loading'));
      if (deepAll('.skeleton-row').length === 0) throw new Error('the placeholder has no rows');
    },
  },
  {name: 'zone.js 0.16', head: script('zone.js'), run: useSupport},
  {name: 'core-js 3', head: script('core-js-bundle/minified.js'), run: useSupport},
  {name: 'RequireJS, which defines define', head: script('requirejs/require.js'), run: useSupport},
  {name: 'RequireJS after our script', script: ours + script('requirejs/require.js'), run: useSupport},
  {name: 'frozen built-ins', head: inlineScript(frozen), run: useSupport},
  {name: 'quirks mode', doctype: ' ', run: useSupport},
  {name: 'windows-1252', charset: 'windows-1252', body: `<p>Störung? Rückmeldung</p>${support}`, run: useSupport},
];

export const hostTable: Table = {
  title: 'host page',
  cases: hosts.map(each => ({body: support, inspect: changedTexts, ...each})),
};
