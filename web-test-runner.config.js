import {esbuildPlugin} from '@web/dev-server-esbuild';
import {chromeLauncher, defaultReporter} from '@web/test-runner';
import {a11ySnapshotPlugin} from '@web/test-runner-commands/plugins';
import {fileURLToPath} from 'node:url';

import {browserReporter} from './.ci/tests/browser-reporter.js';
import {rawCdpPlugin} from './.ci/tests/raw-cdp-plugin.js';
import {focusedPage} from './.ci/tests/focused-page.js';
import {testPage} from './.ci/tests/test-page.js';
import {browserArguments, findBrowser} from './test/browser.js';

export default {
  files: ['test/browser/**/*.test.ts'],
  nodeResolve: {exportConditions: ['browser', 'development']},
  concurrency: 2,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  staticLogging: !process.stdout.isTTY,
  // Much longer than any test takes: a busy machine is not a failure.
  testFramework: {config: {timeout: 60_000}},
  testRunnerHtml: testPage,
  filterBrowserLogs: ({args: [first]}) => !String(first).startsWith('Lit is in dev mode'),
  coverageConfig: {include: ['src/**'], reporters: ['json'], reportDir: 'coverage/browser'},
  reporters: [defaultReporter(), browserReporter()],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: findBrowser(),
        args: browserArguments(),
        // Far from UTC and without daylight saving time: code that confuses UTC with local time always fails.
        env: {...process.env, TZ: 'Asia/Dubai'},
      },
      createPage: ({context}) => focusedPage(context),
    }),
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)),
    }),
    a11ySnapshotPlugin(),
    rawCdpPlugin(),
  ],
};
