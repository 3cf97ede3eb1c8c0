// `npm run pictures`: a screenshot of every story in four widths, light and dark, in test/.output/pictures.
// `npm run pictures -- -g isp-support--` takes only those whose names match.
import {fileURLToPath} from 'node:url';
import {defineConfig} from '@playwright/test';
import {baseConfig} from '../playwright/base-config.js';

export default defineConfig({
  ...baseConfig('pictures-run'),
  testMatch: 'pictures.spec.ts',
  globalSetup: fileURLToPath(new URL('build-storybook.ts', import.meta.url)),
  fullyParallel: true,
});
