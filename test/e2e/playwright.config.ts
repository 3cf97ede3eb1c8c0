// `npm run e2e`: the demo portal in a browser, on the embedded PostgreSQL (PGlite) and on a PostgreSQL server.
// `npm run e2e -- keyboard --project e2e-pglite` runs the files whose names match, on one database.
import {fileURLToPath} from 'node:url';
import {defineConfig} from '@playwright/test';
import {baseConfig} from '../playwright/base-config.js';
import type {WorkerFixtures} from './support/fixtures.js';

const base = baseConfig('e2e');

export default defineConfig<object, WorkerFixtures>({
  ...base,
  globalSetup: fileURLToPath(new URL('../playwright/build-elements.ts', import.meta.url)),
  use: {...base.use, viewport: {width: 1280, height: 800}},
  projects: [
    // The embedded database runs the store's tests in `npm test`.
    {name: 'e2e-pglite', testIgnore: 'store.spec.ts', use: {database: 'pglite'}},
    {name: 'e2e-postgresql', use: {database: 'postgresql'}},
  ],
});
