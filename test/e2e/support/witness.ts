import {readFileSync} from 'node:fs';
import type {BrowserContext, ConsoleMessage, Frame, Page, Request} from 'playwright-core';
import {eventNames} from './event-names.js';

export interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Answer {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const pageScript = readFileSync(new URL('page-script.js', import.meta.url), 'utf8');

/** Hears all that one person's browser says, asks and is told, in every page and from the first line on. */
export class Witness {
  /** What no page of ours may do: warn, throw, or run against the page's own Content-Security-Policy. */
  readonly complaints: string[] = [];
  /** Each line of the console. */
  readonly said: string[] = [];
  /** Each event of our elements, with what it carried. */
  readonly events: string[] = [];
  /** The customer's tokens that the portal gave out, or that came along with a request. */
  readonly tokens = new Set<string>();
  readonly #sent: Promise<Sent>[] = [];
  readonly #answers: Promise<Answer>[] = [];
  readonly #expected: RegExp[] = [];

  static async of(context: BrowserContext): Promise<Witness> {
    const witness = new Witness();
    await context.exposeBinding('tellWitness', (_, kind: 'complaint' | 'event', words: string) => {
      if (kind === 'event') witness.events.push(words);
      else witness.#complain(words);
    });
    await context.addInitScript(`${pageScript}\nwitnessEvents(${JSON.stringify(eventNames())});`);
    context.on('console', message => witness.#hear(message));
    context.on('weberror', error => witness.#complain(String(error.error())));
    context.on('request', request => witness.#sent.push(witness.#send(request)));
    // An answer that its page never reads has no end, and no text to wait for.
    context.on('requestfinished', request => witness.#answers.push(witness.#answer(request)));
    return witness;
  }

  /** A complaint that belongs to what is tried: browsers write a line about every 404. */
  expect(complaint: RegExp): void {
    this.#expected.push(complaint);
  }

  requests(): Promise<Sent[]> {
    return Promise.all(this.#sent);
  }

  answers(): Promise<Answer[]> {
    return Promise.all(this.#answers);
  }

  #hear(message: ConsoleMessage): void {
    const line = `${message.type()}: ${message.text()} (${message.location().url})`;
    this.said.push(line);
    if (message.type() === 'error' || message.type() === 'warning') this.#complain(line);
  }

  #complain(words: string): void {
    if (!this.#expected.some(expected => expected.test(words))) this.complaints.push(words);
  }

  async #send(request: Request): Promise<Sent> {
    const headers = await request.allHeaders().catch(() => request.headers());
    const url = request.url();
    const token = /^Bearer (.*)/.exec(headers['authorization'] ?? '')?.[1];
    if (token && new URL(url).pathname.startsWith('/api/')) this.tokens.add(token);
    return {url, headers, body: request.postData() ?? ''};
  }

  async #answer(request: Request): Promise<Answer> {
    const url = request.url();
    const response = await request.response().catch(() => null);
    const headers = (await response?.allHeaders().catch(() => undefined)) ?? {};
    // A page that is left takes with it what it was sent.
    const text = (await response?.text().catch(() => undefined)) ?? '';
    if (url.endsWith('/portal/token') && response?.ok() && text) this.tokens.add(tokenIn(text));
    return {url, headers, text};
  }
}

const tokenIn = (text: string): string => (JSON.parse(text) as {token: string}).token;

/** Everything in a page that can be read without being told where to look, by the name of the place. */
export const readWholePage = (page: Page | Frame): Promise<Record<string, string>> => page.evaluate('readWholePage()');
