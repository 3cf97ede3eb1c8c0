import {fileURLToPath} from 'node:url';
import type {PlaywrightTestConfig} from '@playwright/test';
import {browserArguments, findBrowser} from '../browser.js';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What all kinds of Playwright tests share. A configuration adds its projects and overrides what differs. */
export const baseConfig = (kind: string) =>
  ({
    testMatch: '*.spec.ts',
    // Playwright empties this folder before each run, so the report is not in it.
    outputDir: file(`../.output/${kind}`),
    reporter: [
      ['list'],
      ['html', {open: 'never', outputFolder: file(`../.output/${kind}-report`)}],
      [file('count-reporter.ts')],
    ],
    forbidOnly: Boolean(process.env['CI']),
    // A test that passes only when repeated is a bug.
    retries: 0,
    workers: 2,
    // Much longer than any test takes: a busy machine is not a failure.
    timeout: 120_000,
    expect: {timeout: 20_000},
    use: {
      // Playwright's own browsers are never downloaded.
      launchOptions: {executablePath: findBrowser(), args: browserArguments()},
      locale: 'en-GB',
      trace: 'retain-on-failure',
      actionTimeout: 20_000,
      navigationTimeout: 20_000,
    },
  }) satisfies PlaywrightTestConfig;
