// The script in the page of every candidate: the canned server, and the measurement of paints.
import {cannedServer} from './canned-server.js';

const {mode, item: selector} = window.parameters;
const server = cannedServer(window.parameters);
let released = Promise.resolve();
let release = () => {};

const bench = {
  token: 'e30.eyJzdWIiOiJiZW5jaCJ9.e30',
  /** The requests of the view, in order. */
  requests: [],
  /** The times of the request and the response, in milliseconds since navigation. */
  requestedAt: 0,
  dataAt: 0,
  layoutShift: 0,
  longTasks: [],
  /** Holds the response until it is released: the measurement begins there. */
  holdResponse() {
    released = new Promise(resolve => (release = resolve));
  },
  releaseResponse() {
    // Earlier long tasks generated the data.
    bench.longTasks.length = 0;
    release();
  },
  /** Appends an item. Resolves with the time until it is painted. */
  append() {
    const {length} = bench.shown;
    const item = server.append();
    return bench.update(
      baseline => baseline.add(item),
      () => bench.shown.length > length,
    );
  },
  /** Changes an item. Resolves with the time until it is painted. */
  change() {
    const {item, index} = server.change();
    return bench.update(
      baseline => baseline.change(item, index),
      () => [...bench.shown].some(({textContent}) => textContent.includes('changed')),
    );
  },
  /** Writes a reply. */
  write() {
    const box = bench.element.shadowRoot.querySelector('textarea');
    if (!box) return;
    box.value = 'Still slow.';
    box.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
  },
  /** Sends the reply. Resolves with the time until it is painted. */
  send() {
    const {length} = bench.shown;
    return bench.update(
      baseline => baseline.add(server.reply('Still slow.').reply),
      () => bench.shown.length > length,
      () => {
        const press = new KeyboardEvent('keydown', {key: 'Enter', ctrlKey: true, bubbles: true, composed: true});
        bench.element.shadowRoot.querySelector('textarea').dispatchEvent(press);
      },
    );
  },
  /** Gives the item to a baseline; makes our element revalidate, or act. */
  async update(apply, isShown, act = bench.refocus) {
    const {element} = bench;
    const isBaseline = 'add' in element;
    const begin = performance.now();
    if (isBaseline) apply(element);
    else act();
    return (await bench.painted(() => isBaseline || isShown())) - begin;
  },
  /**
   * Resolves with the time of the paint that shows a change: a message posted before a frame is painted arrives after
   * it.
   */
  painted(isShown) {
    return new Promise(resolve => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      const check = () => (isShown() ? port2.postMessage(undefined) : requestAnimationFrame(check));
      requestAnimationFrame(check);
    });
  },
  get element() {
    return document.querySelector('#view');
  },
  get shown() {
    return this.element.shadowRoot?.querySelectorAll(selector) ?? [];
  },
  /** The number of rows that the element has, most of which may not be in the document. */
  get loaded() {
    const [row] = this.element.shadowRoot.querySelectorAll('[aria-setsize]');
    return row ? Number(row.getAttribute('aria-setsize')) : this.shown.length;
  },
  /** Whether there is nothing where the rows are in view. */
  get isBlank() {
    return [0.25, 0.5, 0.75].every(share => {
      const element = this.element.shadowRoot.elementFromPoint(innerWidth / 2, innerHeight * share);
      return !element?.closest('.row, .article, button, .more, .earlier');
    });
  },
  /** The number of nodes in the document, including shadow roots. */
  get nodes() {
    const count = root => {
      let nodes = 0;
      const walker = document.createTreeWalker(root);
      for (let node = walker.currentNode; node; node = walker.nextNode()) {
        nodes++;
        if (node.shadowRoot) nodes += count(node.shadowRoot);
      }
      return nodes;
    };
    return count(document);
  },
  async fetch(input, init) {
    const request = new Request(input, init);
    const {pathname} = new URL(request.url);
    bench.requests.push(`${request.method} ${pathname}`);
    if (request.method === 'POST') {
      const {message} = await request.json();
      return Response.json(server.reply(message), {status: 201});
    }
    const match = server.match(pathname);
    if (!match) return Response.json({}, {status: 404});
    bench.requestedAt = performance.now();
    await released;
    const {etag} = server;
    if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers: {ETag: etag}});
    const response =
      mode === 'network'
        ? await fetch(request)
        : new Response(server.bodyOf(match.id), {headers: {'Content-Type': 'application/json', ETag: etag}});
    bench.dataAt = performance.now();
    return response;
  },
  /** Simulates a return to the page after two minutes, which makes our element revalidate. */
  refocus() {
    const {now} = Date;
    Date.now = () => now() + 120_000;
    window.dispatchEvent(new Event('focus'));
  },
  /** Creates the element: the measurement begins here. Everything else is there, the data too. */
  create() {
    const element = document.createElement(window.parameters.tag);
    element.id = 'view';
    for (const [name, value] of Object.entries(window.parameters.attributes)) element.setAttribute(name, value);
    document.body.append(element);
    return bench.start();
  },
  /** Sets the token: the measurement begins here, unless the element is created. */
  start() {
    const shown = bench.painted(() => bench.shown.length > 0);
    bench.element.fetch = bench.fetch;
    bench.element.token = bench.token;
    return shown;
  },
};
window.bench = bench;

new PerformanceObserver(list => {
  for (const {value} of list.getEntries()) bench.layoutShift += value;
}).observe({type: 'layout-shift', buffered: true});
new PerformanceObserver(list => {
  for (const {duration} of list.getEntries()) bench.longTasks.push(duration);
}).observe({type: 'longtask', buffered: true});

if (mode !== 'warm' && mode !== 'created')
  void customElements.whenDefined(bench.element.localName).then(async () => {
    window.paintedAt = await bench.start();
    console.log('painted');
  });
