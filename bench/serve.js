import {createServer} from 'node:http';
import {brotliCompressSync} from 'node:zlib';

import {bundle, contenders, scriptOf} from './contenders.js';

function pageOf(harness, contender, asked) {
  const tag = contender.tags[asked.view];
  const ticket = asked.view === 'thread' ? ' ticket-id="t1"' : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${contender.name}</title>
<meta name="viewport" content="width=device-width">
<${tag} id="view" api-base="/api"${ticket}></${tag}>
<script>window.asked = ${JSON.stringify({...asked, item: contender.items[asked.view]})}</script>
<script>${harness}</script>
<script src="/${contender.name}.js"></script></html>`;
}

/** Serves each contender's script, and a page for whatever is asked of it. */
export async function serve() {
  const harness = await bundle('page/harness.js');
  const sent = new Map();
  for (const contender of contenders) sent.set(`/${contender.name}.js`, brotliCompressSync(await scriptOf(contender)));
  const server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url, 'http://localhost');
    const contender = contenders.find(({name}) => pathname === `/page/${name}`);
    const script = sent.get(pathname);
    if (!contender && !script) return response.writeHead(404).end();
    const {count, ...asked} = Object.fromEntries(searchParams);
    response.writeHead(200, {
      'Content-Type': script ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
      'Content-Encoding': 'br',
      'Cache-Control': 'no-store',
    });
    response.end(script ?? brotliCompressSync(pageOf(harness, contender, {...asked, count: Number(count)})));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    bytes: Object.fromEntries(contenders.map(({name}) => [name, sent.get(`/${name}.js`).length])),
    close: () => server.close(),
  };
}
