// An hour of a page with the list, a ticket and the banner. The query has the API, the token, the speed and whether the
// page itself has read the list before. The title says how far it is.
const {api, token, speed, hasRead} = Object.fromEntries(new URLSearchParams(location.search));
const hour = 3_600_000;
const wait = globalThis.setTimeout;
const {now} = Date;
const begin = now();
Date.now = () => begin + (now() - begin) * speed;
// The network is no faster, so a request has as much time as ever.
const timeLimit = 15_000;
globalThis.setTimeout = (callback, ms, ...rest) => wait(callback, ms === timeLimit ? ms : ms / speed, ...rest);

/** The text of a node with that of its shadow trees. */
const textOf = node =>
  node.textContent +
  [...(node.querySelectorAll?.('*') ?? [])].map(each => (each.shadowRoot ? textOf(each.shadowRoot) : ''));

const read = async (path, cache) => {
  const headers = {Accept: 'application/json', Authorization: `Bearer ${token}`};
  const response = await fetch(`${api}/customer/${path}`, {headers, cache});
  await response.text();
};

globalThis.addEventListener('load', async () => {
  if (hasRead) await read('tickets', 'default');
  const elements = ['isp-reply-banner', 'isp-support'].map(tag => document.createElement(tag));
  for (const element of elements) Object.assign(element, {apiBase: api, token, ticketId: 't1'});
  document.body.append(...elements);
  await new Promise(done => wait(done, hour / speed));
  const text = textOf(document.body);
  for (const element of elements) element.remove();
  document.title = `over: ${['Before', 'After'].filter(word => text.includes(word))}`;
  await new Promise(done => wait(done, 1000));
  // Whatever is in the browser's cache does not reach the server.
  for (const path of ['tickets/t1', 'ticket-updates', 'ticket-config']) await read(path, 'force-cache');
  document.title = 'done';
});
