// `npm run test:leaks`: hours of use leave nothing behind in a page. On the built standalone file.
import {fileURLToPath} from 'node:url';
import {defineConfig} from '@playwright/test';
import {baseConfig} from '../playwright/base-config.js';

const base = baseConfig('leaks');

export default defineConfig({
  ...base,
  globalSetup: fileURLToPath(new URL('../playwright/build-elements.ts', import.meta.url)),
  timeout: 600_000,
  // A trace keeps the page's objects alive, and would be taken for a leak.
  use: {...base.use, trace: 'off', viewport: {width: 390, height: 844}},
});
