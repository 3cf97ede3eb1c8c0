import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test as base, expect, type Page} from '@playwright/test';
import {SignJWT} from 'jose';

import {lineOf} from '../../conformance/report.js';
import {runConformance} from '../../conformance/run.js';
import {portal} from '../../demo/gateway/portal.js';
import {requestTrackerGateway, requestTrackerStaff} from '../../demo/gateway/request-tracker-gateway.js';
import {startRequestTracker, whyNoRequestTracker} from '../../demo/gateway/request-tracker.js';
import {verifyJwt} from '../../gateway/index.js';
import {serve} from '../desk/conformance/servers.js';
import {withoutReading} from '../desk/conformance/skipped-cases.js';
import {ListView} from '../e2e/support/list-view.js';
import {NewTicketView} from '../e2e/support/new-ticket-view.js';
import {ThreadView} from '../e2e/support/thread-view.js';
import {t} from '../e2e/support/translate.js';

const reason = whyNoRequestTracker({install: true});
const key = 'a secret that is at least 32 bytes long';
const origin = 'https://portal.example';

interface Installation {
  readonly url: string;
  readonly staff: ReturnType<typeof requestTrackerStaff>;
  /** Lets time pass at the portal and the gateway, in milliseconds. */
  pass(time: number): void;
  /** The correspondence that RT has for a ticket, as an agent reads it. */
  textsOf(ticketId: string): Promise<readonly string[]>;
}

async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'request-tracker-'));
  const rt = await startRequestTracker(folder);
  let passed = 0;
  const now = (): number => Date.now() + passed;
  const customer = verifyJwt({key, currentDate: () => new Date(now())});
  const gateway = requestTrackerGateway(rt, key, {origins: [origin], rateLimit: false, timeout: 60, customer, now});
  const {apiBase, close} = await serve(portal({gateway, key, customer: 'lena', now}));
  const installation: Installation = {
    url: new URL(apiBase).origin,
    staff: requestTrackerStaff(rt),
    pass: time => void (passed += time),
    async textsOf(ticketId) {
      const headers = {Authorization: `token ${rt.tokens.anna}`};
      const response = await fetch(`${rt.url}/ticket/${ticketId}/attachments?fields=Content&per_page=100`, {headers});
      const {items} = (await response.json()) as {items: readonly {Content: string}[]};
      return items.map(({Content}) => Content);
    },
  };
  return {
    installation,
    async close() {
      await close();
      await rt.stop();
      rmSync(folder, {recursive: true});
    },
  };
}

const test = base.extend<object, {installation: Installation}>({
  installation: [
    async ({browserName: _}, use) => {
      const {installation, close} = await open();
      await use(installation);
      await close();
    },
    {scope: 'worker', timeout: 300_000},
  ],
});

test.skip(reason !== undefined, `There is no live Request Tracker to test against: ${reason}`);
test.describe.configure({mode: 'serial'});

test.describe('A page, the gateway, and a live Request Tracker 5', () => {
  const subject = 'Both televisions freeze';
  const note = 'Splitter 7 again. Nobody tells the customer.';
  let page: Page;
  let list: ListView;
  let thread: ThreadView;
  let ticketId: string;

  test.beforeAll(async ({browser, installation}) => {
    page = await browser.newPage();
    [list, thread] = [new ListView(page), new ThreadView(page)];
    await page.goto(installation.url);
  });
  test.afterAll(() => page.close());

  const responses = async (): Promise<readonly string[]> => {
    const token = await (await page.request.get(new URL('/token', page.url()).href)).text();
    const headers = {Authorization: `Bearer ${token}`};
    const paths = ['tickets', `tickets/${ticketId}`, `tickets/${ticketId}/replies`];
    return Promise.all(
      paths.map(async path =>
        (await page.request.get(new URL(`/api/customer/${path}`, page.url()).href, {headers})).text(),
      ),
    );
  };

  test('a ticket that is created in the page is in RT, and at the top of the list', async ({installation}) => {
    const form = new NewTicketView(page);
    await list.newTicket.click();
    await form.subject.fill(subject);
    await form.category.selectOption({label: t('category.connectivity')});
    await form.description.fill('Since Sunday, every evening.\nThe router was restarted twice: “ok” ✓');
    await form.createButton.click();
    await form.open();
    await expect(thread.heading(subject)).toBeVisible();
    await expect(thread.statusSentence('open')).toBeVisible();
    ticketId = new URL(page.url()).searchParams.get('ticket') ?? '';
    expect(await installation.textsOf(ticketId)).toEqual([
      'Since Sunday, every evening.\nThe router was restarted twice: “ok” ✓',
    ]);
  });

  test('an internal comment is in neither texts nor counts nor times', async ({installation}) => {
    const before = await responses();
    await installation.staff.note(ticketId, note);
    expect(await installation.textsOf(ticketId)).toContain(note);
    expect(await responses()).toEqual(before);
    await page.reload();
    await expect(thread.heading(subject)).toBeVisible();
    await expect(page.getByText('Splitter')).toHaveCount(0);
  });

  test('an answer in HTML is shown as text, with the name of the agent', async ({installation}) => {
    await installation.staff.reply(ticketId, '<p>Does it <b>still</b> freeze?</p>', 'text/html');
    await page.reload();
    await expect(thread.replyBy('Anna Berg', 'Does it still freeze?')).toBeVisible();
    await expect(thread.replies).toHaveCount(1);
  });

  test('a reply opens a resolved ticket again', async ({installation}) => {
    await installation.staff.resolve(ticketId);
    await page.reload();
    await expect(thread.statusSentence('resolved')).toBeVisible();
    await thread.reply('It froze again last night.');
    await expect(thread.sentReply('It froze again last night.')).toBeVisible();
    await expect(thread.statusSentence('open')).toBeVisible();
  });

  test('a reply whose answer is lost is sent again, and is there once', async ({installation}) => {
    let lost = 0;
    await page.route('**/replies', async route => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await thread.reply('And the radio, too.');
    await expect(thread.sentReply('And the radio, too.')).toBeVisible({timeout: 120_000});
    expect(lost).toBe(1);
    const texts = await installation.textsOf(ticketId);
    expect(texts.filter(text => text === 'And the radio, too.')).toHaveLength(1);
    await page.unrouteAll();
  });

  test('a token that has expired is renewed, and the customer sees nothing of it', async ({installation}) => {
    const statuses: number[] = [];
    page.on('response', response => response.url().includes('/api/') && statuses.push(response.status()));
    installation.pass(20 * 60 * 1000);
    await thread.reply('Any news?');
    await expect(thread.sentReply('Any news?')).toBeVisible();
    expect(statuses).toContain(401);
    expect(statuses).toContain(201);
  });
});

test('the gateway in front of a live Request Tracker 5 passes the conformance kit', async ({installation}) => {
  const token = (sub: string, seconds = 3600) =>
    new SignJWT({sub, exp: Math.floor(Date.now() / 1000) + 20 * 60 + seconds})
      .setProtectedHeader({alg: 'HS256'})
      .sign(new TextEncoder().encode(key));
  const results = [];
  for await (const result of runConformance({
    apiBase: `${installation.url}/api`,
    token: await token('lena'),
    tokens: {other: await token("omar.o'neil@customer.example"), expired: await token('lena', -3600)},
    staff: installation.staff,
    origin,
    timeout: 60,
  })) {
    console.log(lineOf(result));
    results.push(result);
  }
  expect(results.filter(({outcome}) => outcome === 'failed').map(lineOf)).toEqual([]);
  expect(results.filter(({outcome}) => outcome === 'skipped').map(({id}) => id)).toEqual(withoutReading);
});
