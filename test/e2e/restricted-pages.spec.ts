import type {Frame, Locator, Page} from '@playwright/test';
import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import type {ApiClient} from './support/api-client.js';
import {expect, test} from './support/fixtures.js';
import {t} from './support/translate.js';

const ticketId = seededTicketId('evening-slowdown');
const script = (url: string): string => `${url}/isp-support.js`;
const thread = (url: string, attributes = ''): string =>
  `<isp-ticket-thread api-base="${url}/api" ticket-id="${ticketId}" token="" ${attributes}></isp-ticket-thread>`;
const hostPage = (url: string, attributes = ''): string =>
  `<!doctype html><title>Support</title><script src="${script(url)}"></script>${thread(url, attributes)}`;
const sandboxPage =
  '<!doctype html><title>A frame</title><iframe title="Support" sandbox="allow-scripts" src="/place"></iframe>';

test.describe('A thread in a page with restrictions', () => {
  let client: ApiClient;

  test.beforeEach(async ({api, customer, plainHttpUrl}) => {
    client = await api.customer('lena.moreau');
    const pages = {
      '/place': hostPage(plainHttpUrl),
      '/tab': hostPage(plainHttpUrl, 'persistence="session"'),
      '/sandbox': sandboxPage,
    };
    for (const [path, body] of Object.entries(pages)) {
      await customer.page
        .context()
        .route(plainHttpUrl + path, route => route.fulfill({contentType: 'text/html', body}));
    }
  });

  /** Sets the token as a page does, so that it is not in the markup. Resolves with the reply box. */
  async function signIn(place: Page | Frame): Promise<Locator> {
    await place
      .locator('isp-ticket-thread')
      .evaluate((element, token) => Object.assign(element, {token}), client.token);
    return place.getByRole('textbox', {name: t('composer.label')});
  }

  /** Sends a reply after the notice about its draft, and expects it once in the thread and once at the desk. */
  async function expectReplyIsSent(place: Page | Frame, text: string, draftNotice: string): Promise<void> {
    const box = await signIn(place);
    await box.fill(text);
    await expect(place.getByText(draftNotice)).toBeVisible();
    await place.getByRole('button', {name: t('composer.send'), exact: true}).click();
    await expect(
      place.getByRole('article', {name: t('thread.you')}).filter({hasText: text, hasNotText: t('unsent.sending')}),
    ).toBeVisible();

    const {replies} = await client.json<{replies: {message: string}[]}>(`/api/customer/tickets/${ticketId}`);
    expect(replies.filter(({message}) => message === text)).toHaveLength(1);
  }

  test('of plain HTTP, without Web Locks and randomUUID, keeps drafts and sends replies', async ({
    customer: {page},
    plainHttpUrl,
  }) => {
    await page.goto(`${plainHttpUrl}/place`);
    expect(await page.evaluate(() => [isSecureContext, 'locks' in navigator])).toEqual([false, false]);
    await expectReplyIsSent(page, 'From a page without https', t('composer.saved'));
  });

  test('of persistence="session", restores a draft after a reload, and in no other tab', async ({
    customer: {page},
    plainHttpUrl,
  }) => {
    await page.goto(`${plainHttpUrl}/tab`);
    await (await signIn(page)).fill('For this tab');
    await expect(page.getByText(t('composer.saved'))).toBeVisible();
    await page.reload();
    const box = await signIn(page);
    await expect(page.getByText(t('composer.restored'))).toBeVisible();
    await expect(box).toHaveValue('For this tab');

    const other = await page.context().newPage();
    await other.goto(`${plainHttpUrl}/tab`);
    await expect(await signIn(other)).toHaveValue('');
    await other.close();
  });

  test('of a sandboxed frame, says that drafts cannot be kept, and sends replies', async ({
    customer: {page},
    plainHttpUrl,
  }) => {
    await page.goto(`${plainHttpUrl}/sandbox`);
    const frame = page.frames().find(each => each.url().endsWith('/place'));
    expect(frame).toBeDefined();
    await expectReplyIsSent(frame!, 'From a sandboxed frame', t('composer.savedInPage'));
  });

  test('of about:blank, says that drafts cannot be kept, and sends replies', async ({customer: {page}, portalUrl}) => {
    await page.goto('about:blank');
    await page.setContent(thread(portalUrl));
    await page.addScriptTag({url: script(portalUrl)});
    await expectReplyIsSent(page, 'From about:blank', t('composer.savedInPage'));
  });
});
