import {test as base} from '@playwright/test';
import {Preview, type Look} from './preview.js';
import {serveStorybook} from './storybook.js';

export interface WorkerFixtures {
  /** Set by the project. */
  readonly look: Look;
  /** The address of the built Storybook, with a slash at its end. */
  readonly storybookUrl: string;
  /** One page for all stories: loading Storybook takes longer than rendering a story. */
  readonly preview: Preview;
}

export const test = base.extend<object, WorkerFixtures>({
  look: [{}, {scope: 'worker', option: true}],

  storybookUrl: [
    async ({look: _}, use) => {
      const server = await serveStorybook();
      await use(server.url);
      await server.stop();
    },
    {scope: 'worker'},
  ],

  preview: [
    async ({browser, storybookUrl, look}, use) => {
      const preview = await Preview.open(browser, storybookUrl, look);
      await use(preview);
      await preview.close();
    },
    {scope: 'worker', timeout: 120_000},
  ],
});

export {expect} from '@playwright/test';
