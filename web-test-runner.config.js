import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';
import {a11ySnapshotPlugin} from '@web/test-runner-commands/plugins';
import {fileURLToPath} from 'node:url';

import {browserReporter} from './.ci/tests/browser-reporter.js';
import {bundledPackagesPlugin} from './.ci/tests/bundled-packages.js';
import {rawCdpPlugin} from './.ci/tests/raw-cdp-plugin.js';
import {engines} from './.ci/tests/engines.js';
import {freePort} from './.ci/tests/free-port.js';
import {pressKeysPlugin} from './.ci/tests/press-keys-plugin.js';
import {testPage} from './.ci/tests/test-page.js';

const engine = process.env.ENGINE ?? 'chromium';

export default {
  port: await freePort(),
  files: ['test/browser/**/*.test.ts'],
  nodeResolve: {exportConditions: ['browser', 'development']},
  concurrency: engine === 'webkit' ? 1 : 2,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  staticLogging: !process.stdout.isTTY,
  // Much longer than any test takes: a busy machine is not a failure.
  testFramework: {config: {timeout: 60_000}},
  testRunnerHtml: framework => testPage(framework, {isFramed: engine === 'webkit'}),
  filterBrowserLogs: ({args: [first]}) => !String(first).startsWith('Lit is in dev mode'),
  coverageConfig: {include: ['src/**', 'bridge/**', 'adapters/**'], reporters: ['json'], reportDir: 'coverage/browser'},
  reporters: [defaultReporter(), browserReporter()],
  browsers: [engines[engine]()],
  plugins: [
    await bundledPackagesPlugin(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    a11ySnapshotPlugin(),
    rawCdpPlugin(),
    pressKeysPlugin(),
  ],
};
