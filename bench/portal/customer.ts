import {buildSync} from 'esbuild';
import {fileURLToPath} from 'node:url';
import type {Browser, BrowserContextOptions, Locator, Page, Request} from 'playwright-core';

import type {Checkout} from './checkout.js';
import type {Portal} from './portal.js';

/** Compiles a script for the page. */
function bundle(name: string): string {
  const entryPoint = fileURLToPath(new URL(name, import.meta.url));
  const {outputFiles} = buildSync({entryPoints: [entryPoint], bundle: true, format: 'iife', write: false});
  return outputFiles[0]?.text ?? '';
}

const pageScript = bundle('page-script.ts');
const screenReaderScript = bundle('screen-reader-script.ts');

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A pattern that no text matches, for a text that the checkout does not have. */
const nothing = /(?!)/;

export interface VisitOptions extends BrowserContextOptions {
  readonly recordsAnnouncements?: boolean;
  /** Whether the clock of the page can be moved. */
  readonly hasClock?: boolean;
}

/** The customer at a browser window: what they see and do, by the names and roles of the elements. */
export class Customer {
  readonly #pending = new Set<Request>();

  private constructor(
    readonly page: Page,
    readonly portal: Portal,
    readonly checkout: Checkout,
  ) {
    page.on('request', request => !request.url().endsWith('/ticket-events') && this.#pending.add(request));
    page.on('requestfinished', request => this.#pending.delete(request));
    page.on('requestfailed', request => this.#pending.delete(request));
  }

  static async visit(
    browser: Browser,
    portal: Portal,
    checkout: Checkout,
    {recordsAnnouncements = false, hasClock = false, ...options}: VisitOptions,
  ): Promise<Customer> {
    const context = await browser.newContext({baseURL: portal.url, locale: 'en-GB', ...options});
    context.setDefaultTimeout(20_000);
    await context.addInitScript(pageScript);
    if (hasClock) await context.clock.install();
    if (recordsAnnouncements) await context.addInitScript(screenReaderScript);
    await context.request.post('/portal/session', {data: {username: portal.username}});
    return new Customer(await context.newPage(), portal, checkout);
  }

  /** Whether an element is in the page now. */
  static readonly has = async (locator: Locator): Promise<boolean> => (await locator.count()) > 0;

  /** The texts of the checkout with a key, as a pattern. */
  text(key: string): RegExp {
    const text = this.checkout.texts[key];
    if (text === undefined) return nothing;
    const forms = typeof text === 'string' ? [text] : Object.values(text);
    return new RegExp(`^(?:${forms.map(form => escape(form).replace(/\\\{\w+\\\}/g, '.*')).join('|')})$`);
  }

  button = (key: string): Locator => this.page.getByRole('button', {name: this.text(key)}).first();

  textbox = (key: string): Locator => this.page.getByRole('textbox', {name: this.text(key)});

  /** The control that opens a ticket. */
  ticket(subject: string): Locator {
    const list = this.page.getByRole('list', {name: this.text('list.heading')});
    const name = {name: subject};
    return list.getByRole('button', name).or(list.getByRole('link', name)).first();
  }

  get rows(): Locator {
    return this.page.getByRole('list', {name: this.text('list.heading')}).getByRole('listitem');
  }

  get search(): Locator {
    return this.page
      .getByRole('searchbox', {name: this.text('list.search')})
      .or(this.textbox('list.search'))
      .first();
  }

  get replyBox(): Locator {
    return this.textbox('composer.label');
  }

  get sendButton(): Locator {
    return this.button('composer.send');
  }

  get earlierButton(): Locator {
    return this.button('thread.earlier').or(this.button('thread.earlierAll')).first();
  }

  get confirmation(): Locator {
    return this.page.getByRole('heading', {name: this.text('form.created')});
  }

  /** The heading of an open ticket: a heading in the list would be its own subject. */
  heading(subject: string): Locator {
    return this.page.getByRole('heading', {name: subject}).first();
  }

  message(text: string): Locator {
    return this.page.getByRole('article').filter({hasText: text}).last();
  }

  /** Waits until nothing is loading and the last response is painted. */
  async settle(frames = 12): Promise<void> {
    do {
      while (this.#pending.size > 0) await this.page.waitForTimeout(10);
      await this.page.evaluate(count => window.measurement.nativeFrames(count), frames);
    } while (this.#pending.size > 0);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}
