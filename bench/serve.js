import {createServer} from 'node:http';
import {brotliCompressSync} from 'node:zlib';

import {bundle, contenders, scriptOf} from './contenders.js';
import {cannedServer} from './page/canned-server.js';

function pageOf(harness, contender, asked) {
  const tag = contender.tags[asked.view];
  const ticket = asked.view === 'thread' ? ' ticket-id="t1"' : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${contender.name}</title>
<meta name="viewport" content="width=device-width">
<${tag} id="view" api-base="/api/${asked.count}"${ticket}></${tag}>
<script>window.asked = ${JSON.stringify({...asked, item: contender.items[asked.view]})}</script>
<script>${harness}</script>
<script src="/${contender.name}.js"></script></html>`;
}

const answers = new Map();

/** What a server at the other end of the line answers, always the same: as much as the one in the page. */
function answerTo(pathname) {
  if (!answers.has(pathname)) answers.set(pathname, brotliCompressSync(bodyOf(pathname)));
  return answers.get(pathname);
}

function bodyOf(pathname) {
  const [, count, path] = /^\/api\/(\d+)(\/.*)/.exec(pathname);
  const view = path.endsWith('/tickets') ? 'list' : 'thread';
  const server = cannedServer({view, count: Number(count), page: 'whole'});
  return server.bodyOf(server.asked(path).id);
}

/** Serves each contender's script, the data for those that fetch it over the line, and a page for whatever is asked of it. */
export async function serve() {
  const harness = await bundle('page/harness.js');
  const sent = new Map();
  for (const contender of contenders) sent.set(`/${contender.name}.js`, brotliCompressSync(await scriptOf(contender)));
  const server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url, 'http://localhost');
    const contender = contenders.find(({name}) => pathname === `/page/${name}`);
    const {count, ...asked} = Object.fromEntries(searchParams);
    const send = (type, body) =>
      response
        .writeHead(200, {
          'Content-Type': `${type}; charset=utf-8`,
          'Content-Encoding': 'br',
          'Cache-Control': 'no-store',
        })
        .end(body);
    if (contender) send('text/html', brotliCompressSync(pageOf(harness, contender, {...asked, count: Number(count)})));
    else if (sent.has(pathname)) send('text/javascript', sent.get(pathname));
    else if (pathname.startsWith('/api/')) send('application/json', answerTo(pathname));
    else response.writeHead(404).end();
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    bytes: Object.fromEntries(contenders.map(({name}) => [name, sent.get(`/${name}.js`).length])),
    close: () => server.close(),
  };
}
