import assert from 'node:assert/strict';
import {after, before, describe, test} from 'node:test';
import type {Frame, Locator, Page} from 'playwright-core';
import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import {Caller} from './support/caller.js';
import {portalUrl} from './support/portal-url.js';
import {onStage, plainHttpUrl} from './support/stage.js';
import {words} from './support/words.js';

const ticketId = seededTicketId('evening-slowdown');
const script = (url: string): string => `${url}/isp-support.js`;
const tag = (url: string, attributes = ''): string =>
  `<isp-ticket-thread api-base="${url}/api" ticket-id="${ticketId}" ${attributes}></isp-ticket-thread>`;
const place = (attributes = ''): string =>
  `<!doctype html><title>A place</title><script src="${script(plainHttpUrl)}"></script>${tag(plainHttpUrl, attributes)}`;

describe('in poor places', () => {
  const stage = onStage();
  let page: Page;
  let token: string;

  before(async () => {
    ({token} = await Caller.customer('lena.moreau'));
    const {page: own} = await stage.customer();
    page = own;
    const pages = {
      '/place': place(),
      '/tab': place('persistence="session"'),
      '/sandbox':
        '<!doctype html><title>A frame</title><iframe title="Support" sandbox="allow-scripts" src="/place"></iframe>',
    };
    for (const [path, body] of Object.entries(pages)) {
      await page.context().route(plainHttpUrl + path, route => route.fulfill({contentType: 'text/html', body}));
    }
  });

  after(() => stage.leave());

  /** Signs in as a page does, so that the token stands in no markup. Resolves with the reply box. */
  async function signIn(place: Page | Frame): Promise<Locator> {
    await place.locator('isp-ticket-thread').evaluate((element, jwt) => Object.assign(element, {token: jwt}), token);
    return place.getByRole('textbox', {name: words('composer.label')});
  }

  /** Writes, and reads it in the thread. */
  async function converse(place: Page | Frame, text: string, keptWords: string): Promise<void> {
    const box = await signIn(place);
    await box.fill(text);
    await place.getByText(keptWords).waitFor();
    await place.getByRole('button', {name: words('composer.send'), exact: true}).click();
    await place
      .getByRole('article', {name: words('thread.you')})
      .filter({hasText: text, hasNot: place.getByRole('status')})
      .waitFor();

    const {replies} = await (
      await Caller.customer('lena.moreau')
    ).json<{replies: {message: string}[]}>(`/api/customer/tickets/${ticketId}`);
    assert.equal(replies.filter(({message}) => message === text).length, 1);
  }

  test('plain http: without locks, and without a way to make ids', async () => {
    await page.goto(`${plainHttpUrl}/place`);
    assert.deepEqual(await page.evaluate(() => [isSecureContext, 'locks' in navigator]), [false, false]);
    await converse(page, 'From a page without https', words('composer.kept'));
  });

  test('a page that may keep things for its tab only: they outlast a reload, and no other tab has them', async () => {
    await page.goto(`${plainHttpUrl}/tab`);
    await (await signIn(page)).fill('For this tab');
    await page.getByText(words('composer.kept')).waitFor();
    await page.reload();
    const box = await signIn(page);
    await page.getByText(words('composer.restored')).waitFor();
    assert.equal(await box.inputValue(), 'For this tab');

    const other = await page.context().newPage();
    await other.goto(`${plainHttpUrl}/tab`);
    const empty = await signIn(other);
    await empty.waitFor();
    assert.equal(await empty.inputValue(), '');
    await other.close();
    await box.fill('');
  });

  test('a sandboxed frame: nothing can be kept, and that is said', async () => {
    await page.goto(`${plainHttpUrl}/sandbox`);
    const frame = page.frames().find(each => each.url().endsWith('/place'));
    assert.ok(frame);
    await converse(frame, 'From a sandboxed frame', words('composer.keptHere'));
  });

  test('about:blank: nothing can be kept, and that is said', async () => {
    await page.goto('about:blank');
    await page.setContent(tag(portalUrl));
    await page.addScriptTag({url: script(portalUrl)});
    await converse(page, 'From nowhere', words('composer.keptHere'));
  });
});
