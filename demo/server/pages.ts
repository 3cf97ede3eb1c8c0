import {readFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {serveStatic} from '@hono/node-server/serve-static';
import {Hono} from 'hono';
import type {Context} from 'hono';
import type {Desk} from '../desk/desk.js';
import {languages} from '../../src/i18n/languages.js';
import {signedInAccount, type Account} from './accounts.js';
import {bridgeScript} from './bridge-script.js';
import {pageDates} from './dates.js';
import {strictPolicy} from './policy.js';
import {fill, options} from './template.js';

const folder = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

const customerPages = {
  '/customer': {name: 'home', title: 'Home'},
  '/customer/usage': {name: 'usage', title: 'Usage'},
  '/customer/billing': {name: 'billing', title: 'Billing'},
  '/customer/tickets': {name: 'tickets', title: 'Support'},
};

/** The portal's pages. The desk handles its own paths first. */
export function pages(desk: Desk): Hono {
  const app = new Hono();
  app.use(strictPolicy);

  const signedIn = (c: Context) =>
    signedInAccount(desk.context, path =>
      desk.fetch(new Request(new URL(path, c.req.url), {headers: {Cookie: c.req.header('Cookie') ?? ''}})),
    );
  const toSignIn = (c: Context) => {
    const {pathname, search} = new URL(c.req.url);
    return c.redirect(`/?next=${encodeURIComponent(pathname + search)}`);
  };

  for (const [path, page] of Object.entries(customerPages)) {
    app.get(path, async c => {
      const account = await signedIn(c);
      return account ? c.html(await customerPage(page, account)) : toSignIn(c);
    });
  }
  // A link in an email. <isp-support> reads the ticket from the query.
  app.get('/customer/tickets/:id', c =>
    c.redirect(`/customer/tickets?ticket=${encodeURIComponent(c.req.param('id'))}`),
  );
  app.use('/hosts/*', async (c, next) => ((await signedIn(c)) ? next() : toSignIn(c)));
  addScripts(app);

  app.get('/', file('portal/sign-in.html'));
  app.get('/staff', file('staff/staff.html'));
  app.get('/favicon.ico', file('portal/brand.svg'));
  // Serve these folders only: other folders, such as the data folder of the desk, must stay private.
  for (const [address, path] of Object.entries({
    '/hosts': 'hosts',
    '/assets/portal': 'portal',
    '/assets/staff': 'staff',
  })) {
    app.get(`${address}/*`, serveStatic({root: folder(path), rewriteRequestPath: url => url.slice(address.length)}));
  }
  return app;
}

function addScripts(app: Hono): void {
  for (const name of ['isp-support.js', 'isp-support.js.map']) app.get(`/${name}`, file(`../dist/standalone/${name}`));
  app.get('/messages/*', serveStatic({root: folder('../dist/standalone')}));
  app.get('/bridge.js', async c => c.body(await bridgeScript(), 200, {'Content-Type': 'text/javascript'}));
}

const file = (path: string) => serveStatic({path: folder(path)});

async function customerPage({name, title}: {name: string; title: string}, account: Account): Promise<string> {
  const [layout, content] = await Promise.all([read('layout.html'), read(`pages/${name}.html`)]);
  const current = {home: 'false', usage: 'false', billing: 'false', tickets: 'false', [name]: 'page'};
  const facts = {page: {name, title}, current, account, dates: pageDates(new Date())};
  return fill(
    layout.replace('<!-- page -->', () => content).replace('<!-- languages -->', () => languageOptions),
    facts,
  );
}

const languageOptions = options(Object.entries(languages).map(([tag, {name}]) => [tag, name]));

const read = (path: string) => readFile(folder(`portal/${path}`), 'utf8');
