import {element, ours, type Case, type Table} from './case.js';
import {deepAll, fill, t, textOf, until, untilText} from './page/verbs.js';
import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';

const firstSubject = 'Red LOS light on the fibre box, no internet at all';
const list = element('isp-ticket-list');
const thread = element('isp-ticket-thread', `ticket-id="${seededTicketId('evening-slowdown')}"`);
const isLoaded = (): Promise<true> => untilText(firstSubject);
const tag = (attributes: string): string => `<script src="/isp-support.js" ${attributes}></script>`;

const token = async (): Promise<string> => window.takeToken();
const theList = () => deepAll<HTMLElement & {apiBase: string; tokenProvider: unknown}>('isp-ticket-list')[0]!;
/** The address of the API, which the markup has. */
const apiBase = (): string => document.querySelector('meta[name=api]')!.getAttribute('content')!;
const meta = '<meta name="api" content="{api}">';

async function comeBack(): Promise<void> {
  const {recorder} = window;
  if (sessionStorage.getItem('left')) {
    const [entry] = performance.getEntriesByType('navigation');
    throw new Error(`loaded again instead of restored: ${JSON.stringify((entry as never)['notRestoredReasons'])}`);
  }
  await isLoaded();
  await fill(t('composer.label'), 'Half a thought');
  const restored = new Promise<void>(resolve => {
    addEventListener('pageshow', ({persisted}) => {
      if (persisted) resolve();
    });
  });
  await untilText(t('composer.saved'));
  sessionStorage.setItem('left', 'yes');
  await recorder.pause(50);
  location.href = '/back.html';
  await restored;
  sessionStorage.removeItem('left');
  await until('the list again', () => textOf().includes(firstSubject));
  await until('the draft again', () =>
    deepAll<HTMLTextAreaElement>('textarea').some(({value}) => value === 'Half a thought'),
  );
}

const cases: readonly Case[] = [
  {name: 'before the elements', run: isLoaded},
  {name: 'after the elements', script: '', body: list + ours, run: isLoaded},
  {name: 'in the head', head: ours, script: '', run: isLoaded},
  {name: 'async', script: tag('async'), run: isLoaded},
  {name: 'defer', script: tag('defer'), run: isLoaded},
  {name: 'module', script: tag('type="module"'), run: isLoaded},
  {name: 'twice', script: ours + ours, run: isLoaded},
  {name: 'twice, the second time as a module and later', script: ours + tag('type="module"'), run: isLoaded},
  {
    name: 'script added later',
    script: '',
    run: async () => {
      const script = document.createElement('script');
      script.src = '/isp-support.js';
      document.head.append(script);
      await isLoaded();
    },
  },
  {
    name: 'element created later',
    head: meta,
    body: '',
    run: async () => {
      const created = document.createElement('isp-ticket-list');
      Object.assign(created, {apiBase: apiBase(), tokenProvider: token});
      document.body.append(created);
      await isLoaded();
    },
  },
  {
    name: 'element created by new and by innerHTML',
    head: meta,
    body: '<div id="place"></div>',
    run: async () => {
      const place = document.querySelector('#place')!;
      place.innerHTML = `<isp-ticket-list api-base="${apiBase()}"></isp-ticket-list>`;
      Object.assign(theList(), {tokenProvider: token});
      await isLoaded();
    },
  },
  {
    name: 'element written by document.write',
    body: `<script>document.write('${list}')</script>`,
    run: isLoaded,
  },
  {
    name: 'script and element written by document.write',
    script: '',
    body: `<script>document.write('<script src="/isp-support.js"></scr' + 'ipt>${list}')</script>`,
    run: isLoaded,
  },
  {
    name: 'element moved',
    body: `${list}<main></main>`,
    run: async () => {
      await isLoaded();
      const moved = theList();
      document.querySelector('main')!.append(moved);
      await until('its content', () => textOf(document.querySelector('main')!).includes(firstSubject));
    },
  },
  {
    name: 'element removed and inserted again',
    run: async () => {
      await isLoaded();
      const removed = theList();
      removed.remove();
      await window.recorder.pause(30);
      document.body.append(removed);
      await isLoaded();
    },
  },
  {
    name: 'element removed while it loads',
    run: async () => {
      theList().remove();
      await window.recorder.pause(100);
    },
  },
  {
    name: 'element cloned',
    body: `${list}<main></main>`,
    run: async () => {
      await isLoaded();
      const clone = theList().cloneNode(true) as HTMLElement;
      Object.assign(clone, {tokenProvider: token});
      document.querySelector('main')!.append(clone);
      await until('its content', () => textOf(document.querySelector('main')!).includes(firstSubject));
    },
  },
  {
    name: 'element in a template of the page',
    body: `<template>${list}</template><main></main>`,
    run: async () => {
      const content = document.importNode(document.querySelector('template')!.content, true);
      document.querySelector('main')!.append(content);
      Object.assign(theList(), {tokenProvider: token});
      await isLoaded();
    },
  },
  {
    name: 'element in a shadow root of the page',
    head: meta,
    body: '<div id="place"></div>',
    run: async () => {
      const root = document.querySelector('#place')!.attachShadow({mode: 'open'});
      root.innerHTML = `<isp-ticket-list api-base="${apiBase()}"></isp-ticket-list>`;
      Object.assign(theList(), {tokenProvider: token});
      await isLoaded();
    },
  },
  {name: 'back from the back/forward cache, with a draft', body: list + thread, run: comeBack},
];

export const loadingTable: Table = {title: 'loading', cases: cases.map(each => ({body: list, ...each}))};
