import {fileURLToPath} from 'node:url';
import type {Browser, BrowserContext, Page} from '@playwright/test';
import {PageMonitor} from '../e2e/support/page-monitor.js';
import {expectCleanPages} from '../e2e/support/token-leaks.js';
import type {FaultyDesk} from './faulty-desk.js';
import {Mutex} from './mutex.js';

const userActions = fileURLToPath(new URL('page/user-actions.js', import.meta.url));

/** A shared device: one browser storage for all customers. */
export class Device {
  readonly #desk: FaultyDesk;
  readonly #context: BrowserContext;
  readonly #monitor: PageMonitor;
  /** Pages do not load while the device is offline, and it does not go offline while a page loads. */
  readonly connection = new Mutex();
  /** The customer types in one of the two tabs at a time. */
  readonly keyboard = new Mutex();

  private constructor(desk: FaultyDesk, context: BrowserContext, monitor: PageMonitor) {
    this.#desk = desk;
    this.#context = context;
    this.#monitor = monitor;
  }

  static async open(browser: Browser, desk: FaultyDesk): Promise<Device> {
    const context = await browser.newContext({baseURL: desk.url});
    const monitor = await PageMonitor.attach(context);
    // The browser logs each request that fails.
    monitor.allow(/Failed to load resource/);
    // The faults include web pages and truncated bodies with the status 200.
    monitor.allow(/the server breaks the contract at (content-type|body)/);
    await context.addInitScript({path: userActions});
    return new Device(desk, context, monitor);
  }

  /** Signs a customer in, and the previous one out. */
  async signIn(username: string): Promise<void> {
    await this.#context.request.post('/portal/session', {data: {username}});
  }

  newPage(): Promise<Page> {
    return this.#context.newPage();
  }

  async closePages(): Promise<void> {
    await Promise.all(this.#context.pages().map(page => page.close()));
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  /** Runs a task while the device is offline. */
  offline<Result>(task: () => Promise<Result>): Promise<Result> {
    return this.connection.runExclusive(async () => {
      await this.#context.setOffline(true);
      try {
        return await task();
      } finally {
        await this.#context.setOffline(false);
      }
    });
  }

  /** Fails if a page has logged a problem, or if a token can be read in pages, storage, console, events or requests. */
  async expectClean(): Promise<void> {
    for (const token of this.#desk.tokens) this.#monitor.tokens.add(token);
    await expectCleanPages(this.#context, this.#monitor);
  }
}
