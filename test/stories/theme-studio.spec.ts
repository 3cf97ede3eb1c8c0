import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Locator, Page} from '@playwright/test';
import type Axe from 'axe-core';

import {expect, test} from './fixtures.js';

interface Declaration {
  readonly tagName?: string;
  readonly cssProperties?: readonly {readonly name: string}[];
}

const manifest = JSON.parse(readFileSync(new URL('../../custom-elements.json', import.meta.url), 'utf8')) as {
  readonly modules: readonly {readonly declarations: readonly Declaration[]}[];
};
const elements = manifest.modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
const tagNames = elements.flatMap(({tagName = ''}) => tagName);
const tokenNames = [...new Set(elements.flatMap(({cssProperties = []}) => cssProperties.map(({name}) => name)))];

/** The story in Storybook's frame, without its navigation. */
const frameAddress = 'iframe.html?viewMode=story&id=theme-studio--start';

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', {name: 'Theme studio'})).toBeVisible();
}

const valueField = (page: Page, name: string): Locator =>
  page.getByRole('textbox', {name: `${name}, value`, exact: true});

/** Sets the value of a token, as a designer does who types it. */
async function set(page: Page, name: string, value: string): Promise<void> {
  await valueField(page, name).fill(value);
  await valueField(page, name).press('Enter');
}

const styleSheet = (page: Page): Locator => page.locator('pre[aria-labelledby=css]');

const verdict = (page: Page, scheme: string): Locator =>
  page.getByRole('group', {name: `Contrast in ${scheme}`}).getByRole('status');

const readable = (scheme: string): string => `In ${scheme}: every pair can be read`;

/** What the elements of a page that has only the copied CSS get for some tokens. */
async function tokensWith(
  page: Page,
  css: string,
  scheme: 'light' | 'dark',
  markup: (tags: string) => string,
): Promise<readonly string[]> {
  await page.emulateMedia({colorScheme: scheme});
  const tags = tagNames.map(tag => `<${tag}></${tag}>`).join('');
  await page.setContent(`<style>${css}</style>${markup(tags)}`);
  return page.evaluate(
    names =>
      names.map(name => {
        const style = getComputedStyle(document.querySelector(name)!);
        const [surface, radius] = ['--isp-color-surface', '--isp-radius'].map(token => style.getPropertyValue(token));
        return `${surface} ${radius} ${style.colorScheme}`;
      }),
    tagNames,
  );
}

/** The controls of the studio, without those of the elements, that are narrower or lower than `size`. */
const controlsBelow = (page: Page, size: number): Promise<readonly string[]> =>
  page.evaluate(least => {
    const selector = 'a, button, select, summary, input:not([type=radio]), label:has([type=radio])';
    return [...document.querySelectorAll<HTMLElement>(`.studio :is(${selector})`)]
      .map(each => ({rect: each.getBoundingClientRect(), name: each.ariaLabel ?? each.innerText}))
      .filter(({rect}) => rect.width > 0 && Math.min(rect.width, rect.height) < least - 0.1)
      .map(({rect, name}) => `${name}: ${rect.width} × ${rect.height}`);
  }, size);

const forAll = (value: string): readonly string[] => tagNames.map(() => value);

test.describe('Theme studio', {tag: '@light-only'}, () => {
  test.beforeEach(async ({page, storybookUrl}) => open(page, storybookUrl + frameAddress));

  test('has a field for each token of the manifest, and for each scheme if the token is a colour', async ({page}) => {
    const groups = page.locator('.token');
    expect(await groups.locator('code').allTextContents()).toEqual(expect.arrayContaining(tokenNames));
    expect(await groups.count()).toBe(tokenNames.length);
    for (const name of tokenNames) {
      const fields = groups.filter({has: page.locator(`code:text-is("${name}")`)}).locator('[type=text]');
      await expect(fields, name).toHaveCount(/-(color|background)/.test(name) ? 2 : 1);
    }
  });

  for (const [name, mode, dark] of [
    ['follows the device', 'It follows the device', (tags: string) => tags],
    ['has the class “dark”', 'With the class “dark”', (tags: string) => `<div class="dark">${tags}</div>`],
    ['has data-theme="dark"', 'With data-theme="dark"', (tags: string) => `<div data-theme="dark">${tags}</div>`],
  ] as const) {
    test(`copied CSS, on a page that ${name}, sets light and dark colours of every element`, async ({page}) => {
      await page.getByLabel('How does your page become dark?').selectOption(mode);
      await set(page, 'Surface, light', '#faf7f2');
      await set(page, 'Surface, dark', '#1e1b20');
      await set(page, 'Corners', '4px');
      await expect(styleSheet(page)).toContainText('#1e1b20');
      await expect(styleSheet(page)).toContainText('4px');
      const css = await styleSheet(page).innerText();
      const light = mode === 'It follows the device' ? 'light dark' : 'light';
      expect(await tokensWith(page, css, 'light', tags => tags)).toEqual(forAll(`#faf7f2 4px ${light}`));
      const inDark = mode === 'It follows the device' ? 'light dark' : 'dark';
      expect(await tokensWith(page, css, 'dark', dark)).toEqual(forAll(`#1e1b20 4px ${inDark}`));
    });
  }

  for (const scheme of ['light', 'dark'] as const) {
    test(`copied CSS, for a page that is always ${scheme}, has one rule, and the studio only its colours`, async ({
      page,
    }) => {
      await set(page, `Surface, ${scheme}`, '#777777');
      await page
        .getByLabel('How does your page become dark?')
        .selectOption(scheme === 'light' ? 'Never, it is always light' : 'It is always dark');
      await expect(valueField(page, `Surface, ${scheme === 'light' ? 'dark' : 'light'}`)).toHaveCount(0);
      await expect(styleSheet(page)).toContainText(`color-scheme: ${scheme};`);
      const css = await styleSheet(page).innerText();
      expect(await tokensWith(page, css, 'dark', tags => tags)).toEqual(forAll(`#777777  ${scheme}`));
    });
  }

  test('copied CSS, with a light surface only, leaves dark readable', async ({page}) => {
    await set(page, 'Surface, light', '#faf7f2');
    await expect(verdict(page, 'light')).toHaveText(readable('light'));
    await expect(verdict(page, 'dark')).toHaveText(readable('dark'));
    const css = await styleSheet(page).innerText();
    expect(await tokensWith(page, css, 'light', tags => tags)).toEqual(forAll('#faf7f2  light dark'));
    expect(await tokensWith(page, css, 'dark', tags => tags)).toEqual(forAll('  light dark'));
  });

  test('suggestion, when pressed, makes every pair readable', async ({page}) => {
    await page.getByText('More colours').click();
    for (const [field, value, scheme] of [
      ['Surface, light', '#9a9a9a', 'light'],
      ['Surface, dark', '#9a9a9a', 'dark'],
      ['Text, light', '#aab4bb', 'light'],
      ['Muted text, dark', '#4a4a52', 'dark'],
      ['Danger, light', '#ff8a80', 'light'],
      ['Text on accent, light', '#4a90d9', 'light'],
      ['Own messages, light', '#7a1fa2', 'light'],
    ] as const) {
      await test.step(`${value} for ${field}`, async () => {
        await set(page, field, value);
        await expect(verdict(page, scheme)).toContainText('too little contrast');
        const report = page.getByRole('group', {name: `Contrast in ${scheme}`});
        await report
          .getByRole('button', {name: /^Use #[\da-f]{6} for /})
          .first()
          .click();
        await expect(verdict(page, scheme)).toHaveText(readable(scheme));
        await expect(verdict(page, scheme)).toBeFocused();
        await expect(report.getByRole('button', {name: /^Use /})).toHaveCount(0);
        await page.getByRole('button', {name: 'Reset all'}).click();
        await expect(styleSheet(page)).toContainText('the elements need no CSS');
      });
    }
  });

  test('suggestion keeps the colour as near as possible: with one step back, the contrast is too low', async ({
    page,
  }) => {
    await page.getByText('More colours').click();
    await set(page, 'Danger, light', '#ff8a80');
    await page.getByRole('button', {name: /for Danger$/}).click();
    await expect(verdict(page, 'light')).toHaveText(readable('light'));
    const chosen = await valueField(page, 'Danger, light').inputValue();
    await set(page, 'Danger, light', `color-mix(in oklch, ${chosen} 96%, #ff8a80)`);
    await expect(verdict(page, 'light')).toContainText('too little contrast');
  });

  test('link, with values of all kinds, opens Storybook with the same theme', async ({page}) => {
    const values = {
      'Accent, light': '#7a1fa2',
      'Surface, dark': 'oklch(25% 0.02 300)',
      Typeface: "'Noto Sans', sans-serif",
      Corners: '0.5em',
      Density: '0.75',
    };
    for (const [name, value] of Object.entries(values)) await set(page, name, value);
    await page.getByLabel('How does your page become dark?').selectOption('With the class “dark”');
    await page.getByRole('radio', {name: 'Dark'}).check();
    const css = await styleSheet(page).innerText();
    const link = await page.locator('pre[aria-labelledby=link]').innerText();
    await page.goto(link);
    const frame = page.frameLocator('#storybook-preview-iframe');
    await expect(frame.locator('pre[aria-labelledby=css]')).toHaveText(css, {useInnerText: true});
    await expect(frame.getByRole('radio', {name: 'Dark'})).toBeChecked();
    for (const [name, value] of Object.entries(values)) {
      await expect(frame.getByRole('textbox', {name: `${name}, value`, exact: true})).toHaveValue(value);
    }
  });

  test('address of Storybook, when a value changes, keeps the theme', async ({page, storybookUrl}) => {
    await page.goto(`${storybookUrl}?path=/story/theme-studio--start`);
    const frame = page.frameLocator('#storybook-preview-iframe');
    const typeface = frame.getByRole('textbox', {name: 'Typeface, value'});
    await typeface.fill("'Inter', sans-serif");
    await typeface.press('Enter');
    await expect(page).toHaveURL(/font-family:/);
    await page.reload();
    await expect(typeface).toHaveValue("'Inter', sans-serif");
  });

  test('link that someone has tampered with adds nothing to the copied CSS', async ({page, storybookUrl}) => {
    const args = ['light-color-accent:red_7d_20body_20_7b_20display_3a_20none', 'radius:1em_3b_20color_3a_20red'];
    await open(page, `${storybookUrl}${frameAddress}&args=${args.join(';')};density:0_2e75`);
    await expect(styleSheet(page)).toContainText('--isp-density: 0.75;');
    await expect(styleSheet(page)).not.toContainText('red');
  });

  test('colour field, with a colour in any notation of CSS, sets the picker to the same colour', async ({page}) => {
    for (const [color, hex] of [
      ['#7A1FA2', '#7a1fa2'],
      ['#72a', '#7722aa'],
      ['rebeccapurple', '#663399'],
      ['rgb(122 31 162)', '#7a1fa2'],
      ['hsl(120 100% 25%)', '#008000'],
    ] as const) {
      await set(page, 'Accent, light', color);
      await expect(styleSheet(page)).toContainText(`--isp-color-accent: ${color};`);
      await expect(page.getByLabel('Accent, light, picker', {exact: true})).toHaveValue(hex);
    }
  });

  test('field, with a value that CSS does not accept, says so and keeps the theme', async ({page}) => {
    for (const [field, value] of [
      ['Accent, light', '#12345'],
      ['Text, dark', 'mauvish'],
      ['Corners', 'round'],
      ['Density', 'dense'],
    ] as const) {
      const error = page.getByRole('group', {name: field, exact: true}).getByRole('alert');
      await set(page, field, value);
      await expect(valueField(page, field)).toHaveAttribute('aria-invalid', 'true');
      await expect(valueField(page, field)).toHaveAccessibleDescription(/not/);
      await expect(error).toBeVisible();
      await expect(styleSheet(page)).toContainText('the elements need no CSS');
      await set(page, field, '');
      await expect(valueField(page, field)).toHaveAttribute('aria-invalid', 'false');
      await expect(error).toBeHidden();
    }
  });

  test('picker, when its colour changes, fills the field beside it', async ({page}) => {
    await page.getByLabel('Surface, dark, picker').fill('#102030');
    await expect(valueField(page, 'Surface, dark')).toHaveValue('#102030');
    await page.getByLabel('Typeface, common values').selectOption('Serif');
    await expect(valueField(page, 'Typeface')).toHaveValue('Georgia, serif');
  });

  test('reset buttons return one value, or all, to the default', async ({page}) => {
    await page.getByText('More colours').click();
    await set(page, 'Border, dark', '#808080');
    await page.getByRole('button', {name: 'Reset Border, dark'}).click();
    await expect(valueField(page, 'Border, dark')).toHaveValue('');
    await expect(valueField(page, 'Border, dark')).toBeFocused();
    await set(page, 'Accent, light', '#7a1fa2');
    await set(page, 'Accent, dark', '#a050d0');
    await set(page, 'Corners', '1em');
    await page.getByRole('button', {name: 'Reset Accent, dark'}).click();
    await expect(valueField(page, 'Accent, dark')).toHaveValue('');
    await expect(valueField(page, 'Accent, dark')).toBeFocused();
    await expect(styleSheet(page)).not.toContainText('#a050d0');
    await expect(styleSheet(page)).toContainText('#7a1fa2');
    await page.getByRole('button', {name: 'Reset all'}).click();
    await expect(styleSheet(page)).toContainText('the elements need no CSS');
    for (const field of ['Accent, light', 'Corners']) await expect(valueField(page, field)).toHaveValue('');
    await expect(page.getByLabel('Corners, common values')).toHaveValue('');
  });

  test('previews show list, thread, form and banner in the scheme that is chosen', async ({page}) => {
    const previews = page.locator('.preview > *');
    const shown = (): Promise<readonly string[]> =>
      previews.evaluateAll(all =>
        all.map(each => `${each.localName} ${each.shadowRoot?.querySelector('.root')?.getAttribute('data-scheme')}`),
      );
    const tags = ['isp-reply-banner', 'isp-ticket-list', 'isp-ticket-thread', 'isp-new-ticket'];
    await expect.poll(shown).toEqual(tags.map(tag => `${tag} light`));
    await page.getByRole('radio', {name: 'Dark'}).check();
    await expect.poll(shown).toEqual(tags.map(tag => `${tag} dark`));
    await page.getByRole('radio', {name: 'Both'}).check();
    await expect.poll(shown).toEqual(tags.flatMap(tag => [`${tag} light`, `${tag} dark`]));
  });

  test('previews in dark, with the report open and a field that is not valid, have no axe violations', async ({
    page,
  }) => {
    await page.getByRole('radio', {name: 'Dark'}).check();
    await page.getByText('More colours').click();
    await page.getByText('pairs in dark').click();
    await set(page, 'Surface, dark', '#1e1b20');
    await set(page, 'Text, dark', 'mauvish');
    await expect(page.locator('isp-ticket-thread').getByRole('article').first()).toBeVisible();
    await page.addScriptTag({path: fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))});
    const violations = await page.evaluate(async () => {
      const axe = (globalThis as unknown as {readonly axe: typeof Axe}).axe;
      const found = await axe.run('.studio');
      return found.violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`);
    });
    expect(violations).toEqual([]);
  });

  test('previews, when a token of a single part changes, show that part in the new style', async ({page}) => {
    await page.getByText('More colours').click();
    await set(page, 'Own messages, light', '#ffe0f0');
    await set(page, 'Corners of buttons', '7px');
    await set(page, 'Line length', '100px');
    const own = page.locator('isp-ticket-thread').locator('.article.customer').first();
    await expect(own).toHaveCSS('background-color', 'rgb(255, 224, 240)');
    await expect(own.locator('.text').first()).toHaveCSS('max-inline-size', '100px');
    await expect(page.locator('isp-new-ticket').locator('[type=submit]')).toHaveCSS('border-radius', '7px');
  });

  test('nothing scrolls sideways and all controls are at least 44 px, from 320 px to 1,280 px', async ({page}) => {
    await set(page, 'Surface, light', '#9a9a9a');
    await expect(verdict(page, 'light')).toContainText('too little contrast');
    for (const text of ['More colours', 'pairs in light', 'pairs in dark']) {
      await page.locator('summary', {hasText: text}).click();
    }
    for (const width of [320, 360, 768, 1280]) {
      await page.setViewportSize({width, height: 740});
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
      expect(await controlsBelow(page, 44), `${width} px`).toEqual([]);
    }
  });
});
