// `npm run test:faults`: customers write while requests fail, and every text is looked up at the desk afterwards.
// `QUICK=1 npm run test:faults` is a short run.
// `SEED=123 npm run test:faults` repeats the faults of a seed, as far as timing allows.
import {fileURLToPath} from 'node:url';
import {defineConfig} from '@playwright/test';
import {baseConfig} from '../playwright/base-config.js';

const base = baseConfig('faults');

// A new seed each day. Workers inherit it, so that a run has one seed even if it passes midnight.
process.env['SEED'] ??= new Date().toISOString().slice(0, 10).replaceAll('-', '');

export default defineConfig({
  ...base,
  globalSetup: fileURLToPath(new URL('../playwright/build-elements.ts', import.meta.url)),
  fullyParallel: true,
  reporter: [['list', {printSteps: true}], ...base.reporter.slice(1)],
  timeout: 60 * 60_000,
  // Snapshots of thousands of actions would slow the pages down.
  use: {...base.use, trace: {mode: 'retain-on-failure', snapshots: false, screenshots: false}},
});
