import type {Locator} from '@playwright/test';
import {seededTicketId} from '../../../demo/desk/seed/rows-from-script.js';
import {expect, test} from '../../e2e/support/fixtures.js';
import type {Customer} from '../../e2e/support/customer.js';

test.beforeEach(({customer}) => customer.signIn('Léna Moreau'));

const support = ({page}: Customer): Locator => page.locator('isp-support');

/** How far the text of an element is from the left and the right edge of the element, in CSS pixels. */
const gaps = (locator: Locator): Promise<{left: number; right: number}> =>
  locator.evaluate(element => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const [text, box] = [range, element].map(each => each.getBoundingClientRect()) as [DOMRect, DOMRect];
    return {left: text.left - box.left, right: box.right - text.right};
  });

test.describe('In a thread in English', () => {
  for (const [script, text, edge] of [
    ['Arabic', 'لا يوجد إنترنت', 'right'],
    ['Hebrew', 'אין אינטרנט', 'right'],
    ['Latin', 'No internet', 'left'],
  ] as const) {
    test(`a reply in ${script} begins at the ${edge} edge`, async ({customer}) => {
      await customer.openTicket(seededTicketId('evening-slowdown'));
      await customer.thread.reply(text);
      const line = customer.thread.sentReply(text).getByRole('paragraph').filter({hasText: text});
      await expect(line).toBeVisible();
      const {[edge]: near, [edge === 'left' ? 'right' : 'left']: far} = await gaps(line);
      expect(near).toBeLessThan(2);
      expect(far).toBeGreaterThan(near! + 20);
    });
  }
});

/** The contrast of two colours, as WCAG defines it. */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [one, other]
    .map(color => {
      const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? [])
        .slice(0, 3)
        .map(channel => Number(channel) / (color.startsWith('color') ? 1 : 255))
        .map(channel => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

test.describe('In dark colours', () => {
  for (const accent of ['', '#2468b4', '#7a1fa2', '#006644']) {
    test(`the border of the banner and its link are not dark${accent && ` if the accent is ${accent}`}`, async ({
      customer: {page},
    }) => {
      const banner = page.locator('isp-reply-banner');
      await banner.evaluate((element, color) => {
        element.setAttribute('color-scheme', 'dark');
        if (color) (element as HTMLElement).style.setProperty('--isp-color-accent', color);
      }, accent);
      const box = banner.locator('.banner');
      const colors = () =>
        box.evaluate(
          element => [getComputedStyle(element)].map(style => [style.borderTopColor, style.backgroundColor])[0]!,
        );
      const link = banner.getByRole('link').first();
      await expect(link).toBeVisible();
      const [border = '', background = ''] = await colors();
      expect(contrast(border, 'rgb(22, 25, 29)')).toBeGreaterThan(3);
      const text = await link.evaluate(element => getComputedStyle(element).color);
      expect(contrast(text, background)).toBeGreaterThan(3);
    });
  }

  test('a thread is light on dark in the dark scheme of the portal', async ({customer}) => {
    await customer.page.emulateMedia({colorScheme: 'dark'});
    await customer.openTicket(seededTicketId('evening-slowdown'));
    const heading = customer.thread.heading('Slow speeds in the evening');
    await expect
      .poll(async () => contrast(await heading.evaluate(element => getComputedStyle(element).color), 'rgb(22, 25, 29)'))
      .toBeGreaterThan(7);
  });
});

test.describe('In another language', () => {
  for (const [locale, heading, direction] of [
    ['de', 'Support-Tickets', 'ltr'],
    ['ar', 'تذاكر الدعم', 'rtl'],
    ['ja', 'サポートへのお問い合わせ', 'ltr'],
  ] as const) {
    test(`the Support tab is ${direction} and translated: ${locale}`, async ({customer}) => {
      await customer.openSupport();
      await support(customer).evaluate((element, tag) => element.setAttribute('locale', tag), locale);
      const title = customer.page.locator('isp-ticket-list').getByRole('heading').first();
      await expect(title).toContainText(heading);
      expect(await title.evaluate(element => getComputedStyle(element).direction)).toBe(direction);
      expect(await customer.page.evaluate(() => document.scrollingElement!.scrollWidth)).toBe(1280);
    });
  }
});
