// `npm run test:stories`: every story of the built Storybook plays to its end without axe violations, in four looks.
// `npm run test:stories -- --project dark -g isp-ticket-list` runs some of them.
import {fileURLToPath} from 'node:url';
import {defineConfig} from '@playwright/test';
import {baseConfig} from '../playwright/base-config.js';
import type {WorkerFixtures} from './fixtures.js';

const base = baseConfig('stories');

/** Documentation pages and Storybook's own page look the same in all of them. */
const grepInvert = /@light-only/;

export default defineConfig<object, WorkerFixtures>({
  ...base,
  testMatch: ['stories.spec.ts', 'storybook.spec.ts', 'docs-pages.spec.ts', 'theme-studio.spec.ts'],
  globalSetup: fileURLToPath(new URL('build-storybook.ts', import.meta.url)),
  fullyParallel: true,
  projects: [
    {name: 'light'},
    {name: 'dark', grepInvert, use: {look: {globals: {theme: 'dark'}}}},
    {name: 'forced-colors', grepInvert, use: {look: {forcedColors: 'active'}}},
    {name: 'arabic', grepInvert, use: {look: {globals: {language: 'ar'}}}},
  ],
});
