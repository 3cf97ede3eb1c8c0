import {createReadStream, statSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

function fileIn(folder, base, {pathname}) {
  if (!pathname.startsWith(base)) return undefined;
  const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
  const file = normalize(join(folder, decodeURIComponent(path.slice(base.length))));
  return file.startsWith(folder) && statSync(file, {throwIfNoEntry: false})?.isFile() ? file : undefined;
}

/** A static host with nothing but a folder's files, below a path; whatever asks above it gets a 404. */
export async function serveFolder(folder, base) {
  const server = createServer(({url}, response) => {
    const file = fileIn(folder, base, new URL(url, 'http://localhost'));
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, {'Content-Type': types[extname(file)] ?? 'application/octet-stream'});
    return createReadStream(file).pipe(response);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => {
      server.closeAllConnections();
      return new Promise(resolve => server.close(resolve));
    },
  };
}
