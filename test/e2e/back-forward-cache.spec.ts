import {readFileSync} from 'node:fs';
import {createServer, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect, test, type Page} from '@playwright/test';
import {browserArguments, findBrowser} from '../browser.js';
import {unsignedJwt} from '../support/unsigned-jwt.js';

test.use({
  launchOptions: {
    executablePath: findBrowser(),
    args: browserArguments(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
});

const script = new URL('../../dist/standalone/isp-support.js', import.meta.url);

const html = `<!doctype html><script src="/isp-support.js"></script>
<isp-ticket-list api-base="/api"></isp-ticket-list>
<script>
  addEventListener('pageshow', event => (document.title = String(event.persisted)));
  document.querySelector('isp-ticket-list').tokenProvider = async () => (await fetch('/token')).text();
</script>`;

test.describe('A page from the back/forward cache', () => {
  let server: Server;
  let url: string;
  let signedIn: string;
  /** Answers to requests for a token that the test has not released. */
  let held: ServerResponse[];
  let isHeld: boolean;

  const releaseTokens = (): void => {
    isHeld = false;
    for (const response of held) response.end(signedIn && unsignedJwt({sub: signedIn}));
  };

  test.beforeEach(async () => {
    signedIn = 'Léna';
    held = [];
    isHeld = false;
    server = createServer(({url: path = ''}, response) => {
      const send = (type: string, body: string | Buffer, status = 200): unknown =>
        response.writeHead(status, {'Content-Type': `${type}; charset=utf-8`}).end(body);
      if (path === '/isp-support.js') return send('text/javascript', readFileSync(script));
      if (path.startsWith('/api/customer/tickets')) return send('application/json', JSON.stringify(pageOf(signedIn)));
      if (path.startsWith('/api/')) return send('application/json', '{"error": "Not found"}', 404);
      if (path !== '/token') return send('text/html', path === '/' ? html : 'Another page');
      response.writeHead(200, {'Cache-Control': 'no-store'});
      held.push(response);
      return isHeld || releaseTokens();
    });
    await new Promise<void>(resolve => server.listen(0, resolve));
    url = `http://localhost:${(server.address() as AddressInfo).port}`;
  });

  test.afterEach(() => new Promise(resolve => void server.close(resolve).closeAllConnections()));

  const openAndComeBack = async (page: Page, whoIsThere: string): Promise<void> => {
    await page.goto(url);
    await expect(page.getByText('Line of Léna')).toBeVisible();
    await page.goto(`${url}/other`);
    signedIn = whoIsThere;
    isHeld = true;
    held = [];
    // A restored page has no `load` event.
    await page.goBack({waitUntil: 'commit'});
    await expect(page).toHaveTitle('true');
    await expect.poll(() => held.length).toBe(1);
    expect(await page.locator('isp-ticket-list').innerText()).not.toContain('Léna');
  };

  test('is empty until the same customer is known, and then shows their tickets', async ({page}) => {
    await openAndComeBack(page, 'Léna');
    releaseTokens();
    await expect(page.getByText('Line of Léna')).toBeVisible();
  });

  test('shows nothing after the customer has signed out', async ({page}) => {
    await openAndComeBack(page, '');
    releaseTokens();
    await expect(page.getByText('Sign in again')).toBeVisible();
    await expect(page.getByText('Léna')).toHaveCount(0);
  });

  test('shows the tickets of the customer who has signed in since', async ({page}) => {
    await openAndComeBack(page, 'Tomas');
    releaseTokens();
    await expect(page.getByText('Line of Tomas')).toBeVisible();
    await expect(page.getByText('Léna')).toHaveCount(0);
  });
});

const pageOf = (customer: string) => ({
  data: [
    {
      id: '1',
      ticket_number: 'TKT-1',
      subject: `Line of ${customer}`,
      status: 'open',
      priority: 'normal',
      category: 'general',
      created_at: '2026-05-01T10:00:00Z',
      updated_at: '2026-05-01T10:00:00Z',
      last_reply_at: null,
      reply_count: 0,
    },
  ],
  next_cursor: null,
});
