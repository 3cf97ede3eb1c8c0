import type {Browser, BrowserContext, BrowserContextOptions, Page} from '@playwright/test';
import {Customer} from './customer.js';
import {PageMonitor} from './page-monitor.js';
import {Staff} from './staff.js';
import {expectCleanPages} from './token-leaks.js';

/** The people at the portal, each with a browser window of their own that is monitored while it is open. */
export class Visitors {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #open = new Map<BrowserContext, PageMonitor>();

  constructor(browser: Browser, url: string) {
    this.#browser = browser;
    this.#url = url;
  }

  async customer(options: BrowserContextOptions = {}): Promise<Customer> {
    const {page, monitor} = await this.#openWindow(options);
    return new Customer(page, monitor);
  }

  async staff(): Promise<Staff> {
    const {page, monitor} = await this.#openWindow({});
    // Before sign-in the staff page requests a token, and the browser logs the refusal.
    monitor.allow(/401 \(Unauthorized\).*\/portal\/staff-token/);
    return new Staff(page);
  }

  /** The monitor of the pages of a visitor. */
  monitorOf({page}: {readonly page: Page}): PageMonitor {
    const monitor = this.#open.get(page.context());
    if (!monitor) throw new Error('This visitor has left');
    return monitor;
  }

  /** Fails if any open page has logged a problem or shows a token. */
  async check(): Promise<void> {
    for (const [context, monitor] of this.#open) await expectCleanPages(context, monitor);
  }

  /** Checks a visitor's pages, and closes them. */
  async leave({page}: {readonly page: Page}): Promise<void> {
    const context = page.context();
    const monitor = this.#open.get(context);
    this.#open.delete(context);
    try {
      if (monitor) await expectCleanPages(context, monitor);
    } finally {
      await context.close();
    }
  }

  /** Closes the pages of all visitors. */
  async closeAll(): Promise<void> {
    const contexts = [...this.#open.keys()];
    this.#open.clear();
    await Promise.all(contexts.map(context => context.close()));
  }

  async #openWindow(options: BrowserContextOptions): Promise<{page: Page; monitor: PageMonitor}> {
    const context = await this.#browser.newContext({baseURL: this.#url, ...options});
    const monitor = await PageMonitor.attach(context);
    this.#open.set(context, monitor);
    return {page: await context.newPage(), monitor};
  }
}
