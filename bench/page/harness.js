// What every contender's page has: the canned server, and a look at when something is painted.
import {cannedServer} from './canned-server.js';

const {way, item: selector} = window.asked;
const server = cannedServer(window.asked);
let open = Promise.resolve();
let letThrough = () => {};

const bench = {
  token: 'e30.eyJzdWIiOiJiZW5jaCJ9.e30',
  /** The requests of the view, in order. */
  requests: [],
  /** When the data was asked for, and when it was there, in milliseconds since the page began. */
  askedAt: 0,
  dataAt: 0,
  layoutShift: 0,
  longTasks: [],
  /** Keeps the data until it is let through: what is measured begins there. */
  holdBack() {
    open = new Promise(resolve => (letThrough = resolve));
  },
  letThrough() {
    // Those before were the making of the data.
    bench.longTasks.length = 0;
    letThrough();
  },
  /** One item more. Resolves with how long it took until it was on the screen. */
  append() {
    const {length} = bench.shown;
    const more = server.grow();
    return bench.told(
      floor => floor.add(more),
      () => bench.shown.length > length,
    );
  },
  /** One item that is another. */
  change() {
    const {item, index} = server.change();
    return bench.told(
      floor => floor.change(item, index),
      () => [...bench.shown].some(({textContent}) => textContent.includes('changed')),
    );
  },
  /** A floor is handed what is new; ours looks again. */
  async told(hand, isShown) {
    const {element} = bench;
    const isFloor = 'add' in element;
    const begin = performance.now();
    if (isFloor) hand(element);
    else bench.lookAgain();
    return (await bench.painted(() => isFloor || isShown())) - begin;
  },
  /** Resolves with the time at which a change that shows is on the screen: what is posted before a frame is drawn arrives after it. */
  painted(isShown) {
    return new Promise(resolve => {
      const {port1, port2} = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      const look = () => (isShown() ? port2.postMessage(undefined) : requestAnimationFrame(look));
      requestAnimationFrame(look);
    });
  },
  get element() {
    return document.querySelector('#view');
  },
  get shown() {
    return this.element.shadowRoot?.querySelectorAll(selector) ?? [];
  },
  /** Every node of the document, within shadow roots too. */
  get nodes() {
    const within = root => {
      let nodes = 0;
      const walker = document.createTreeWalker(root);
      for (let node = walker.currentNode; node; node = walker.nextNode()) {
        nodes++;
        if (node.shadowRoot) nodes += within(node.shadowRoot);
      }
      return nodes;
    };
    return within(document);
  },
  async fetch(input, init) {
    const request = new Request(input, init);
    const {pathname} = new URL(request.url);
    bench.requests.push(`${request.method} ${pathname}`);
    const asked = server.asked(pathname);
    if (!asked) return Response.json({}, {status: 404});
    bench.askedAt = performance.now();
    await open;
    const {etag} = server;
    if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers: {ETag: etag}});
    const response =
      way === 'line'
        ? await fetch(request)
        : new Response(server.bodyOf(asked.id), {headers: {'Content-Type': 'application/json', ETag: etag}});
    bench.dataAt = performance.now();
    return response;
  },
  /** Somebody comes back to the page after two minutes: ours reads again what it shows. */
  lookAgain() {
    const {now} = Date;
    Date.now = () => now() + 120_000;
    window.dispatchEvent(new Event('focus'));
  },
  /** Signs in: what is measured begins here. */
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

if (way !== 'warm')
  void customElements.whenDefined(bench.element.localName).then(async () => {
    window.paintedAt = await bench.start();
    console.log('painted');
  });
