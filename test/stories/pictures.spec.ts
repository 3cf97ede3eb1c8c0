import {fileURLToPath} from 'node:url';
import {test} from './fixtures.js';
import {readEntries} from './storybook.js';

const folder = fileURLToPath(new URL('../.output/pictures', import.meta.url));

const stories = readEntries().filter(({type}) => type === 'story');

for (const width of [320, 390, 768, 1280]) {
  test.describe(`At ${width} px`, () => {
    test.use({viewport: {width, height: 800}});

    for (const {id} of stories) {
      for (const theme of ['light', 'dark']) {
        test(`takes a picture of ${id}, ${theme}`, async ({page, storybookUrl}) => {
          await page.goto(`${storybookUrl}iframe.html?viewMode=story&id=${id}&globals=theme:${theme}`);
          await page.waitForFunction(() => {
            const {phase = ''} = window.__STORYBOOK_PREVIEW__?.storyRenders?.[0] ?? {};
            return ['completed', 'finished', 'errored'].includes(phase);
          });
          await page.screenshot({
            path: `${folder}/${id.replace('elements-', '')}-${width}-${theme}.png`,
            fullPage: true,
          });
        });
      }
    }
  });
}
