import {readFileSync} from 'node:fs';
import {chromium, type BrowserContext, type Page} from 'playwright-core';
import {browserArguments} from '../browser.js';
import {atTheEnd} from '../e2e/runner/at-the-end.js';
import {assertClean} from '../e2e/support/secrecy.js';
import {Witness} from '../e2e/support/witness.js';
import type {StormDesk} from './storm-desk.js';
import {Turns} from './turns.js';

const person = readFileSync(new URL('page/person.js', import.meta.url), 'utf8');

/** A family's device: one browser with its storage, whoever is signed in. */
export class Device {
  readonly #desk: StormDesk;
  readonly #context: BrowserContext;
  readonly #witness: Witness;
  /** Pages are not opened while it is cut, nor is it cut while one is being opened. */
  readonly line = new Turns();
  /** Two tabs are written in at once, as by somebody who has two hands and one keyboard. */
  readonly hands = new Turns();

  constructor(desk: StormDesk, context: BrowserContext, witness: Witness) {
    this.#desk = desk;
    this.#context = context;
    this.#witness = witness;
  }

  static async of(desk: StormDesk): Promise<Device> {
    const browser = await chromium.launch({executablePath: process.env['CHROME_PATH']!, args: browserArguments()});
    atTheEnd(() => browser.close());
    const context = await browser.newContext({baseURL: desk.url, locale: 'en-GB'});
    const witness = await Witness.of(context);
    // The browser's own line about each request that went wrong.
    witness.expect(/Failed to load resource/);
    await context.addInitScript(person);
    return new Device(desk, context, witness);
  }

  /** Whoever was there before is signed out. */
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
    await this.#context.browser()?.close();
  }

  /** Does some work with the line cut. */
  offline<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.line.inTurn(async () => {
      await this.#context.setOffline(true);
      try {
        return await work();
      } finally {
        await this.#context.setOffline(false);
      }
    });
  }

  /** Nobody has thrown or warned, and no token can be seen: in what is open, kept, or was ever said or sent. */
  async assertClean(): Promise<void> {
    for (const token of this.#desk.tokens) this.#witness.tokens.add(token);
    await assertClean(this.#context, this.#witness);
  }
}
