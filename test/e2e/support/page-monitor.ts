import {readFileSync} from 'node:fs';
import type {BrowserContext, ConsoleMessage, Frame, Page, Request} from '@playwright/test';
import {eventNames} from './event-names.js';

export interface MonitoredRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface MonitoredResponse {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const script = readFileSync(new URL('monitor-script.js', import.meta.url), 'utf8');

/** Records what all pages of a browser context log, fire, send and receive, from their first line of script on. */
export class PageMonitor {
  /** Warnings, errors and violations of the page's own Content-Security-Policy. */
  readonly problems: string[] = [];
  readonly consoleLines: string[] = [];
  /** Each event of our elements with its fields. */
  readonly events: string[] = [];
  /** The customer's tokens that the portal issued or that a request carried. */
  readonly tokens = new Set<string>();
  readonly #requests: Promise<MonitoredRequest>[] = [];
  readonly #responses: Promise<MonitoredResponse>[] = [];
  readonly #allowed: RegExp[] = [];

  static async attach(context: BrowserContext): Promise<PageMonitor> {
    const monitor = new PageMonitor();
    await context.exposeBinding('reportToMonitor', (_, kind: 'problem' | 'event', text: string) => {
      if (kind === 'event') monitor.events.push(text);
      else monitor.#addProblem(text);
    });
    await context.addInitScript(`${script}\nmonitorEvents(${JSON.stringify(eventNames())});`);
    context.on('console', message => monitor.#addConsoleLine(message));
    context.on('weberror', error => monitor.#addProblem(String(error.error())));
    context.on('request', request => monitor.#requests.push(monitor.#readRequest(request)));
    // The body of a response that its page never reads never arrives, so only finished requests count.
    context.on('requestfinished', request => monitor.#responses.push(monitor.#readResponse(request)));
    return monitor;
  }

  /** Ignores a problem that the test causes on purpose: browsers log every 404, for example. */
  allow(problem: RegExp): void {
    this.#allowed.push(problem);
  }

  requests(): Promise<MonitoredRequest[]> {
    return Promise.all(this.#requests);
  }

  responses(): Promise<MonitoredResponse[]> {
    return Promise.all(this.#responses);
  }

  #addConsoleLine(message: ConsoleMessage): void {
    const line = `${message.type()}: ${message.text()} (${message.location().url})`;
    this.consoleLines.push(line);
    if (message.type() === 'error' || message.type() === 'warning') this.#addProblem(line);
  }

  #addProblem(text: string): void {
    if (!this.#allowed.some(pattern => pattern.test(text))) this.problems.push(text);
  }

  async #readRequest(request: Request): Promise<MonitoredRequest> {
    const headers = await request.allHeaders().catch(() => request.headers());
    const url = request.url();
    const token = /^Bearer (.*)/.exec(headers['authorization'] ?? '')?.[1];
    if (token && new URL(url).pathname.startsWith('/api/')) this.tokens.add(token);
    return {url, headers, body: request.postData() ?? ''};
  }

  async #readResponse(request: Request): Promise<MonitoredResponse> {
    const url = request.url();
    const response = await request.response().catch(() => null);
    const headers = (await response?.allHeaders().catch(() => undefined)) ?? {};
    // After a navigation the browser no longer has the bodies of the previous page's responses.
    const body = (await response?.text().catch(() => undefined)) ?? '';
    if (url.endsWith('/portal/token') && response?.ok() && body) this.tokens.add(tokenIn(body));
    return {url, headers, body};
  }
}

const tokenIn = (body: string): string => (JSON.parse(body) as {token: string}).token;

/**
 * Everything in a page that any script can read, by the name of the place. Chromium before 113 does not run the script in
 * the empty page that a window begins with.
 */
export const readWholePage = (page: Page | Frame): Promise<Record<string, string>> =>
  page.evaluate(`location.href === 'about:blank' && !globalThis.readWholePage ? {} : readWholePage()`);
