// The built standalone file in Chromium 112, the oldest WebView in wide use: the stories of the end-to-end tests that every
// portal needs, and what was once wrong in this engine only. `npm run test:engines -- chromium-112` sets CHROME_PATH.
import {fileURLToPath} from 'node:url';
import {defineConfig} from '@playwright/test';
import type {WorkerFixtures} from '../../e2e/support/fixtures.js';
import {baseConfig} from '../../playwright/base-config.js';

const base = baseConfig('chromium-112');

const stories = [
  'ticket-lifecycle',
  'keyboard',
  'narrow',
  'hosts',
  'drafts',
  'internal-notes',
  'long-thread',
  'long-list',
  'long-description',
];

export default defineConfig<object, WorkerFixtures>({
  ...base,
  globalSetup: fileURLToPath(new URL('../../playwright/build-elements.ts', import.meta.url)),
  use: {...base.use, viewport: {width: 1280, height: 800}, database: 'pglite'},
  projects: [
    {name: 'look', testDir: '.'},
    {name: 'stories', testDir: '../../e2e', testMatch: stories.map(name => `${name}.spec.ts`)},
  ],
});
