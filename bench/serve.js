import {createServer} from 'node:http';
import {brotliCompressSync} from 'node:zlib';

import {bundle, candidates, scriptOf} from './candidates.js';
import {cannedServer} from './page/canned-server.js';

function pageOf(harness, candidate, parameters) {
  const {[parameters.view]: tag} = candidate.tags;
  const {[parameters.view]: item} = candidate.items;
  const attributes = {
    'api-base': `/api/${parameters.count}`,
    ...(parameters.view === 'thread' && {'ticket-id': 't1'}),
  };
  const markup = Object.entries(attributes).map(([name, value]) => `${name}="${value}"`);
  const element = parameters.mode === 'created' ? '' : `<${tag} id="view" ${markup.join(' ')}></${tag}>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${candidate.name}</title>
<meta name="viewport" content="width=device-width">
<body>${element}
<script>window.parameters = ${JSON.stringify({...parameters, tag, attributes, item})}</script>
<script>${harness}</script>
<script src="/${candidate.name}.js"></script></html>`;
}

const responses = new Map();

/** The response of a server on the network: the same as that of the server in the page. */
function responseTo(pathname) {
  if (!responses.has(pathname)) responses.set(pathname, brotliCompressSync(bodyOf(pathname)));
  return responses.get(pathname);
}

function bodyOf(pathname) {
  const [, count, path] = /^\/api\/(\d+)(\/.*)/.exec(pathname);
  const view = path.endsWith('/tickets') ? 'list' : 'thread';
  const server = cannedServer({view, count: Number(count), page: 'whole'});
  return server.bodyOf(server.match(path).id);
}

/** Serves the script of each candidate, the data for measurements over the network, and a page for each measurement. */
export async function serve() {
  const harness = await bundle('page/harness.js');
  const scripts = new Map();
  for (const candidate of candidates)
    scripts.set(`/${candidate.name}.js`, brotliCompressSync(await scriptOf(candidate)));
  const server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url, 'http://localhost');
    const candidate = candidates.find(({name}) => pathname === `/page/${name}`);
    const {count, ...parameters} = Object.fromEntries(searchParams);
    const send = (type, body, caching = 'no-store') =>
      response
        .writeHead(200, {
          'Content-Type': `${type}; charset=utf-8`,
          'Content-Encoding': 'br',
          'Cache-Control': caching,
        })
        .end(body);
    if (candidate)
      send('text/html', brotliCompressSync(pageOf(harness, candidate, {...parameters, count: Number(count)})));
    else if (scripts.has(pathname)) send('text/javascript', scripts.get(pathname), 'max-age=3600');
    else if (pathname.startsWith('/api/')) send('application/json', responseTo(pathname));
    else response.writeHead(404).end();
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    bytes: Object.fromEntries(candidates.map(({name}) => [name, scripts.get(`/${name}.js`).length])),
    close: () => server.close(),
  };
}
