// What every contender's page has: the canned server, and a look at when something is painted.
import {reply, ticket} from './data.js';

const {view, count, page, item} = window.asked;
const isPaged = page === 'paged';
const many = (name, otherwise) => ({length: view === name ? count : otherwise});
const tickets = Array.from(many('list', 25), (_, index) => ticket(count - index));
const replies = Array.from(many('thread', 50), (_, index) => reply(index));

/** Paged as the contract has it: 25 tickets, newest first. */
function list() {
  const data = isPaged ? tickets.slice(0, 25) : tickets;
  return {data, next_cursor: data.length < tickets.length ? 'more' : null};
}

/** The newest 50 replies, and a way to those before. */
function thread(id) {
  const shown = isPaged ? replies.slice(-50) : replies;
  return {
    ...ticket(1),
    id,
    reply_count: replies.length,
    description: 'The line drops.',
    can_reply: true,
    replies: shown,
    replies_earlier_cursor: shown.length < replies.length ? 'more' : null,
  };
}

const bodies = new Map();

/** What the server answers, made once: that it is made is not what is measured. */
function bodyOf(id) {
  const body = bodies.get(id) ?? JSON.stringify(id ? thread(id) : list());
  if (!id || id === 't1') bodies.set(id, body);
  return body;
}

bodyOf(view === 'list' ? undefined : 't1');
let version = 1;
let open = Promise.resolve();
let letThrough = () => {};

const bench = {
  token: 'e30.eyJzdWIiOiJiZW5jaCJ9.e30',
  /** The requests of the view, in order. */
  requests: [],
  /** When the data was there, in milliseconds since the page began. */
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
  /** One more ticket on top, or one more reply at the end, from the next answer on. */
  grow() {
    const more = view === 'list' ? ticket(count + version) : reply(count + version);
    if (view === 'list') tickets.unshift(more);
    else replies.push(more);
    bodies.clear();
    bodyOf(view === 'list' ? undefined : 't1');
    version++;
    return more;
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
    return this.element.shadowRoot?.querySelectorAll(item) ?? [];
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
    const asked = /tickets(?:\/(t\d+))?$/.exec(pathname);
    if (!asked) return Response.json({}, {status: 404});
    await open;
    const etag = `"${version}"`;
    if (request.headers.get('if-none-match') === etag) return new Response(null, {status: 304, headers: {ETag: etag}});
    const response = new Response(bodyOf(asked[1]), {headers: {'Content-Type': 'application/json', ETag: etag}});
    bench.dataAt = performance.now();
    return response;
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

if (window.asked.way === 'cold')
  void customElements.whenDefined(bench.element.localName).then(async () => (window.paintedAt = await bench.start()));
