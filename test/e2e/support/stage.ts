import {after, afterEach} from 'node:test';
import {chromium, type Browser, type BrowserContext, type BrowserContextOptions} from 'playwright-core';
import {browserArguments} from '../../browser.js';
import {Customer} from './customer.js';
import {portalUrl} from './portal-url.js';
import {assertClean} from './secrecy.js';
import {Staff} from './staff.js';
import {Witness} from './witness.js';

let browser: Promise<Browser> | undefined;

/** The portal, by a name that no browser takes for a secure one, as it does any address of this machine. */
export const plainHttpUrl = portalUrl.replace(/127\.0\.0\.1|localhost/, 'portal.test');

function openBrowser(): Promise<Browser> {
  browser ??= chromium.launch({
    executablePath: process.env['CHROME_PATH']!,
    args: [
      ...browserArguments(),
      '--host-resolver-rules=MAP portal.test 127.0.0.1',
      // Pages that come from elsewhere may fetch from this machine as if it were not this machine:
      // https://wicg.github.io/local-network-access/
      `--ip-address-space-overrides=${new URL(portalUrl).host}=public`,
    ],
  });
  return browser;
}
after(async () => (await browser)?.close());

/** People at their browsers. After each test every page they have open is looked through; after the last they leave. */
export class Stage {
  readonly #open: {readonly context: BrowserContext; readonly witness: Witness}[] = [];

  constructor(readonly url: string) {
    afterEach(async () => {
      for (const {context, witness} of this.#open) await assertClean(context, witness);
    });
    after(() => this.leave());
  }

  async customer(options: BrowserContextOptions = {}): Promise<Customer> {
    const {context, witness} = await this.#enter(options);
    return new Customer(await context.newPage(), witness);
  }

  async staff(): Promise<Staff> {
    const {context, witness} = await this.#enter({});
    // The staff page asks who is there before anybody has signed in, and the browser writes a line about it.
    witness.expect(/401 \(Unauthorized\).*\/portal\/staff-token/);
    return new Staff(await context.newPage());
  }

  /** Looks through nobody's pages any more, nor closes them. */
  forget(): void {
    this.#open.length = 0;
  }

  async leave(): Promise<void> {
    await Promise.all(this.#open.splice(0).map(({context}) => context.close()));
  }

  async #enter(options: BrowserContextOptions): Promise<{context: BrowserContext; witness: Witness}> {
    const context = await (
      await openBrowser()
    ).newContext({baseURL: this.url, viewport: {width: 1280, height: 800}, locale: 'en-GB', ...options});
    context.setDefaultTimeout(20_000);
    const entered = {context, witness: await Witness.of(context)};
    this.#open.push(entered);
    return entered;
  }
}

/** A stage of one suite's own. */
export const onStage = (url = portalUrl): Stage => new Stage(url);
