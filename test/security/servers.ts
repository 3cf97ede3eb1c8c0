import {createHash, randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {existsSync, readFileSync} from 'node:fs';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {createRequire} from 'node:module';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

import {createBrowserDesk, faultKinds, type BrowserDesk} from '../../demo/desk/browser.js';
import type {Desk} from '../../demo/desk/desk.js';
import {serveDesk} from '../../demo/desk/node-server.js';
import {ours, type Case, type Exchange, type Urls} from './case.js';

const folder = fileURLToPath(new URL('../../dist/standalone/', import.meta.url));
const require = createRequire(import.meta.url);

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  json: 'application/json',
};

async function bundle(name: string): Promise<string> {
  const entryPoints = [fileURLToPath(new URL(`page/${name}.ts`, import.meta.url))];
  const result = await build({entryPoints, bundle: true, write: false, format: 'iife', charset: 'ascii'});
  return result.outputFiles[0]!.text;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

const recorder = await bundle('recorder');
const runner = await bundle('runner');
const pageLit = await bundle('page-lit');
const script = readFileSync(`${folder}isp-support.js`);
const hash = `sha384-${createHash('sha384').update(script).digest('base64')}`;

/** The servers of a portal: its pages, the API, a host of script files, and one of a third party. */
export class Servers {
  readonly exchanges: Exchange[] = [];
  #urls: Urls = {portal: '', api: '', files: '', foreign: ''};
  #desk: BrowserDesk = createBrowserDesk();
  #case: Case | undefined;
  #count = 0;
  #nonce = '';
  #token = '';
  readonly #closers: (() => unknown)[] = [];

  async start(): Promise<this> {
    const desk = {serves: () => true, fetch: (request: Request) => this.#answerAsApi(request)} as unknown as Desk;
    const api = await serveDesk({desk, port: 0});
    this.#closers.push(api.close);
    this.#urls = {
      portal: await this.#serve('portal'),
      api: `http://127.0.0.1:${api.port}`,
      files: await this.#serve('files'),
      foreign: await this.#serve('foreign'),
    };
    return this;
  }

  async close(): Promise<void> {
    for (const close of this.#closers) await close();
  }

  get token(): string {
    return this.#token;
  }

  /** Prepares the servers for a case, with data of its own, and returns the address of its page. */
  async prepare(each: Case): Promise<string> {
    this.#case = each;
    this.#count++;
    this.#nonce = randomBytes(16).toString('base64');
    this.#desk = createBrowserDesk({base: `/${this.#count}/api`});
    this.#token = await this.#desk.tokenFor();
    await each.arrange?.(this.#desk, faultKinds, this.#urls);
    this.exchanges.length = 0;
    return `${this.#urls.portal}/case/${this.#count}?secret=${encodeURIComponent(each.name)}`;
  }

  async #serve(name: Exchange['server']): Promise<string> {
    const server = createServer((request, response) => void this.#respond(name, request, response));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    this.#closers.push(() => {
      server.close();
      server.closeAllConnections();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async #answerAsApi(request: Request): Promise<Response> {
    const {method, url, headers} = request;
    const body = await request.clone().text();
    this.#record('api', method, url, headers.get('referer'), headers.get('authorization'), body);
    return this.#desk.fetch(request);
  }

  #record(
    server: Exchange['server'],
    method: string,
    url: string,
    referer: string | null | undefined,
    authorization: string | null | undefined,
    body: string,
  ): void {
    this.exchanges.push({server, method, url, referer: referer ?? '', authorization: authorization ?? '', body});
  }

  async #respond(name: Exchange['server'], request: IncomingMessage, response: ServerResponse): Promise<void> {
    const {method = '', url = '', headers} = request;
    this.#record(name, method, url, headers.referer, headers.authorization, await bodyOf(request));
    const {pathname} = new URL(url, 'http://localhost');
    if (name !== 'portal') response.setHeader('Access-Control-Allow-Origin', '*');
    if (name === 'portal' && pathname.startsWith('/case/')) return this.#respondWithPage(response);
    const content = this.#contentOf(pathname);
    if (content === undefined) return void response.writeHead(404, {'Content-Type': 'text/plain'}).end('?');
    const extension = pathname.split('.').at(-1)!;
    // Like a file server that knows nothing of the encoding.
    response.setHeader('Content-Type', types[extension] ?? 'text/html');
    return void response.end(content);
  }

  #contentOf(pathname: string): string | Buffer | undefined {
    const fixed: Readonly<Record<string, string | Buffer>> = {
      '/isp-support.js': script,
      '/recorder.js': recorder,
      '/runner.js': runner,
      '/page-lit.js': pageLit,
      '/token': this.#token,
      // Another version of this file.
      '/other-version.js': script.toString().replace('No tickets yet', 'Another version'),
      '/back.html': '<!doctype html><title>Another page</title><script>history.back()</script>',
      '/landing.html':
        '<!doctype html><title>?</title><script>document.title = `result:${encodeURIComponent(document.referrer)}`</script>',
    };
    if (pathname in fixed) return fixed[pathname];
    if (pathname === '/hostile.css') return readFileSync(new URL('../../demo/hosts/hostile.css', import.meta.url));
    const [, first, ...rest] = pathname.split('/');
    if (first === 'messages' && existsSync(folder + pathname)) return readFileSync(folder + pathname);
    if (first === 'modules') return readFileSync(require.resolve(rest.join('/')));
    return undefined;
  }

  #respondWithPage(response: ServerResponse): void {
    const {lang = 'en', doctype = '<!doctype html>', charset = 'utf-8', policy, ...each} = this.#case!;
    const values: Readonly<Record<string, string>> = {
      api: `${this.#urls.api}/${this.#count}/api`,
      'api-origin': this.#urls.api,
      files: this.#urls.files,
      foreign: this.#urls.foreign,
      nonce: this.#nonce,
      hash,
      token: this.#token,
    };
    const insert = (text: string): string => text.replace(/\{([a-z-]+)\}/g, (all, key: string) => values[key] ?? all);
    response.setHeader('Content-Type', `text/html; charset=${charset}`);
    response.setHeader('Cache-Control', 'no-cache');
    if (policy) response.setHeader('Content-Security-Policy', insert(policy));
    const html = `${doctype}<html lang="${lang}"><head><title>Portal</title>
<script src="/recorder.js" nonce="{nonce}"></script>
<script nonce="{nonce}">(token => { window.takeToken = () => token; document.currentScript.remove(); })('{token}')</script>
${each.head ?? ''}</head><body>${each.script ?? ours}${each.body ?? ''}
<script src="/runner.js" nonce="{nonce}"></script></body></html>`;
    response.end(Buffer.from(insert(html), charset === 'utf-8' ? 'utf8' : 'latin1'));
  }
}
