// `npm run test:hosts`: small apps of each framework, type-checked, built and used in a browser. Needs `npm run build`.
// `npm run test:hosts -- --project vue` runs one of them.
import {fileURLToPath} from 'node:url';
import {defineConfig} from '@playwright/test';
import {baseConfig} from '../playwright/base-config.js';
import type {WorkerFixtures} from './fixtures.js';
import {hosts} from './hosts.js';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const base = baseConfig('hosts');

export default defineConfig<object, WorkerFixtures>({
  ...base,
  globalSetup: file('packages.ts'),
  reporter: [...base.reporter.slice(0, -1), [file('table-reporter.ts')], ...base.reporter.slice(-1)],
  projects: hosts.map(host => ({
    name: host.folder,
    use: {host},
    ...(!host.server && {grepInvert: /server-rendered:/}),
  })),
});
