import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test as base} from '@playwright/test';
import {startPortalServer} from '../server/portal-server.js';
import {startPostgresServer} from '../server/postgres-server.js';
import {ApiClient} from './api-client.js';
import type {Customer} from './customer.js';
import type {Staff} from './staff.js';
import {Visitors} from './visitors.js';

export interface WorkerFixtures {
  /** Set by the project. */
  readonly database: 'pglite' | 'postgresql';
  /** A PostgreSQL server for this worker, or undefined if the portal uses the embedded database. */
  readonly databaseUrl: string | undefined;
  /** A temporary folder for this worker. */
  readonly folder: string;
  /** A portal with its own database: tests in another worker do not change it. */
  readonly portalUrl: string;
  /** The same portal at a host name that browsers do not treat as a secure context, as they do 127.0.0.1. */
  readonly plainHttpUrl: string;
  /** Signs a customer or a member of staff in to the API, without a browser. */
  readonly api: {customer(username: string): Promise<ApiClient>; staff(username: string): Promise<ApiClient>};
  /** Opens browser windows for tests that share them. */
  readonly visitors: Visitors;
}

export interface TestFixtures {
  /** After each test, checks all open pages for problems and visible tokens. */
  readonly pageChecks: undefined;
  /** A customer at a browser window of their own. */
  readonly customer: Customer;
  /** A member of staff at a browser window of their own. */
  readonly staff: Staff;
}

const plainHttpHost = 'portal.test';

export const test = base.extend<TestFixtures, WorkerFixtures>({
  database: ['pglite', {scope: 'worker', option: true}],

  databaseUrl: [
    async ({database}, use) => {
      if (database === 'pglite') return use(undefined);
      const server = await startPostgresServer();
      await use(server.url);
      await server.stop();
    },
    {scope: 'worker', timeout: 180_000},
  ],

  folder: [
    async ({database}, use) => {
      const folder = await mkdtemp(join(tmpdir(), `isp-support-${database}-`));
      await use(folder);
      await rm(folder, {recursive: true, force: true});
    },
    {scope: 'worker'},
  ],

  portalUrl: [
    async ({folder, databaseUrl}, use) => {
      const server = await startPortalServer({folder: join(folder, 'data'), databaseUrl});
      await use(server.url);
      await server.stop();
    },
    {scope: 'worker', timeout: 240_000},
  ],

  plainHttpUrl: [({portalUrl}, use) => use(portalUrl.replace('127.0.0.1', plainHttpHost)), {scope: 'worker'}],

  launchOptions: [
    ({launchOptions, portalUrl}, use) =>
      use({
        ...launchOptions,
        args: [
          ...(launchOptions.args ?? []),
          `--host-resolver-rules=MAP ${plainHttpHost} 127.0.0.1`,
          // Treats the portal as public, so that pages from elsewhere may fetch from it:
          // https://wicg.github.io/local-network-access/
          `--ip-address-space-overrides=${new URL(portalUrl).host}=public`,
        ],
      }),
    {scope: 'worker'},
  ],

  api: [
    ({portalUrl}, use) =>
      use({
        customer: username => ApiClient.customer(portalUrl, username),
        staff: username => ApiClient.staff(portalUrl, username),
      }),
    {scope: 'worker'},
  ],

  visitors: [
    async ({browser, portalUrl}, use) => {
      const visitors = new Visitors(browser, portalUrl);
      await use(visitors);
      await visitors.closeAll();
    },
    {scope: 'worker'},
  ],

  pageChecks: [
    async ({visitors}, use) => {
      await use(undefined);
      await visitors.check();
    },
    {auto: true},
  ],

  customer: async ({visitors}, use) => {
    const customer = await visitors.customer();
    await use(customer);
    await visitors.leave(customer);
  },

  staff: async ({visitors}, use) => {
    const staff = await visitors.staff();
    await use(staff);
    await visitors.leave(staff);
  },
});

export {expect} from '@playwright/test';
