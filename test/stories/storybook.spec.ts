import {captureConsole} from './capture-console.js';
import {expect, test} from './fixtures.js';
import {readEntries} from './storybook.js';

test.describe('Storybook’s own page', {tag: '@light-only'}, () => {
  test('when opened at a story, shows the navigation and the story without console errors', async ({
    page,
    storybookUrl,
  }) => {
    const {id, title} = readEntries().find(({type}) => type === 'story')!;
    const problems = captureConsole(page, storybookUrl);
    await page.goto(`${storybookUrl}?path=/story/${id}`);
    await expect(page.getByRole('navigation').getByText(title.split('/').at(-1)!)).toBeVisible();
    const story = page.frameLocator('#storybook-preview-iframe').locator('#storybook-root > *').first();
    await expect(story).toBeVisible();
    expect(problems).toEqual([]);
  });
});
