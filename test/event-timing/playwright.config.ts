// `npm run test:event-timing`: what a host's Event Timing sees of typing. On the built standalone file.
import {fileURLToPath} from 'node:url';
import {defineConfig} from '@playwright/test';
import {baseConfig} from '../playwright/base-config.js';

const base = baseConfig('event-timing');
// A trace takes pictures, which makes the browser paint what the page does not.
const use = {...base.use, trace: 'off'} as const;

export default defineConfig({
  ...base,
  globalSetup: fileURLToPath(new URL('set-up.ts', import.meta.url)),
  // Two browsers at the same time would measure each other.
  workers: 1,
  projects: [
    {name: 'headless', use},
    {name: 'in a window', use: {...use, launchOptions: {...use.launchOptions, headless: false}}},
  ],
});
