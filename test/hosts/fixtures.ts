import {execFileSync} from 'node:child_process';
import {test as base, type Page} from '@playwright/test';

import {t} from '../e2e/support/translate.js';
import type {Host} from './hosts.js';
import {folderOf} from './packages.js';
import {serve} from './serve.js';

export {expect} from '@playwright/test';

interface TestFixtures {
  /** What the page has written to the console, and the errors that nothing has caught. */
  readonly problems: readonly string[];
  /** The parts of the page. */
  readonly portal: ReturnType<typeof portalOf>;
}

export interface WorkerFixtures {
  /** Set by the project. */
  readonly host: Host;
  /** The host's app, built and served. */
  readonly app: Awaited<ReturnType<typeof serve>>;
}

/** Runs a script of the app's package.json. Throws an error with its output if it fails. */
export function runScript({folder}: Host, script: string): void {
  execFileSync('npm', ['run', '--silent', script], {cwd: folderOf(folder), encoding: 'utf8', stdio: 'pipe'});
}

const portalOf = (page: Page) => ({
  /** Opens and closes Support, and has the number of unread replies. */
  support: page.getByRole('button', {name: /^Support \(\d+\)$/}),
  badge: page.getByRole('button', {name: /^Support \([1-9]\d*\)$/}),
  advice: page.getByText('Have you restarted your router?'),
  element: page.locator('isp-support'),
  tickets: page.getByRole('list', {name: t('list.heading')}).getByRole('listitem'),
  newTicket: page.getByRole('button', {name: t('list.new')}),
  subject: page.getByRole('textbox', {name: t('form.subject')}),
  facts: page.getByText('100 Mbit/s'),
});

export const test = base.extend<TestFixtures, WorkerFixtures>({
  host: [
    {name: '', folder: ''},
    {scope: 'worker', option: true},
  ],

  app: [
    async ({host}, use) => {
      runScript(host, 'build');
      const app = await serve(host);
      await use(app);
      await app.close();
    },
    {scope: 'worker', timeout: 180_000},
  ],

  baseURL: async ({app}, use) => use(app.url),

  problems: async ({page}, use) => {
    const problems: string[] = [];
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    page.on('pageerror', ({message}) => problems.push(message));
    await use(problems);
  },

  portal: async ({page}, use) => use(portalOf(page)),
});
