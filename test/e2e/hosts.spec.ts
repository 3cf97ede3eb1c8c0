import {seededTicketId} from '../../demo/desk/seed/rows-from-script.js';
import {expect, test} from './support/fixtures.js';

const subject = 'Red LOS light on the fibre box, no internet at all';

test.describe('On another host page', () => {
  test.beforeEach(({customer}) => customer.signIn('Léna Moreau'));

  test('with separate elements, list, thread and form work together and share one token', async ({customer}) => {
    const {page, monitor, list, thread, form} = customer;
    const tokenRequests = async () =>
      (await monitor.requests()).filter(({url}) => url.endsWith('/portal/token')).length;
    const before = await tokenRequests();
    await page.goto('/hosts/plain.html');
    await list.ticket(subject).click();
    await expect(thread.heading(subject)).toBeVisible();
    const number = await form.create({subject: 'From a bare page', description: 'Three elements.'});
    await expect(thread.heading('From a bare page')).toBeVisible();
    await expect(list.rows.first()).toContainText(number);
    expect(await tokenRequests()).toBe(before + 1);
  });

  test('with an aggressive style sheet, the elements keep their own styles', async ({customer}) => {
    const {page, list, thread} = customer;
    await page.goto('/hosts/hostile.html');
    const ticket = list.ticket(subject);
    const inside = await ticket.evaluate(textStyles);
    const outside = await page.getByRole('heading', {level: 1}).evaluate(textStyles);
    expect(inside).toEqual({textTransform: 'none', letterSpacing: 'normal'});
    expect(outside).not.toEqual(inside);
    await ticket.click();
    await expect(thread.replyBox).toBeVisible();
  });

  test('in an app’s webview, the reply box stays at the bottom of the screen', async ({customer}) => {
    const {page, thread} = customer;
    await page.setViewportSize({width: 390, height: 760});
    await page.goto(`/hosts/webview.html#ticket=${seededTicketId('line-drops')}`);
    await thread.earlier.scrollIntoViewIfNeeded();
    await expect(thread.sendButton).toBeInViewport({ratio: 1});
  });

  test('in an app’s webview, the app supplies the token, is told what happens, and goes back', async ({customer}) => {
    const {page, thread, list} = customer;
    await page.setViewportSize({width: 1280, height: 800});
    await page.goto('/hosts/webview.html');
    await list.ticket(subject).click();
    await expect(thread.heading(subject)).toBeVisible();
    const app = page.getByRole('complementary');
    const messages = app.getByRole('listitem');
    await expect(messages.filter({hasText: 'navigate view ticket'})).toHaveCount(1);
    await app.getByRole('button', {name: 'Back'}).click();
    await expect(list.ticket(subject)).toBeVisible();
    await app.getByRole('button', {name: 'Back'}).click();
    for (const handled of [true, false]) {
      await expect(messages.filter({hasText: `back-result id`}).filter({hasText: `handled ${handled}`})).toHaveCount(1);
    }
    await expect(messages.filter({hasText: 'token …'}).first()).toBeVisible();
    await app.getByRole('button', {name: 'Sign out'}).click();
    await expect(page.getByRole('link', {name: 'Sign in'})).toBeVisible();
    await page.getByRole('link', {name: 'Sign in'}).click();
    await expect(list.ticket(subject)).toBeVisible();
  });
});

const textStyles = (element: Element) => {
  const {textTransform, letterSpacing} = getComputedStyle(element);
  return {textTransform, letterSpacing};
};
