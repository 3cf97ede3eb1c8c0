// `npm run test:gateway`: the gateway in front of a live Request Tracker 5, in a browser and with the conformance kit.
import {fileURLToPath} from 'node:url';
import {defineConfig} from '@playwright/test';
import {baseConfig} from '../playwright/base-config.js';

export default defineConfig({
  ...baseConfig('gateway'),
  globalSetup: fileURLToPath(new URL('../playwright/build-elements.ts', import.meta.url)),
  // One Request Tracker, which answers one request at a time.
  workers: 1,
  timeout: 600_000,
});
