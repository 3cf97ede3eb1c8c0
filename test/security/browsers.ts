import {setTimeout as delay} from 'node:timers/promises';
import puppeteer, {type Browser, type LaunchOptions} from 'puppeteer-core';

import {findCommand, findMiniBrowser} from '../../.ci/tests/engines.js';
import {browserArguments, findBrowser} from '../browser.js';
import {startWebkitDriver} from '../engines/webkit-driver.js';

/** All that a case needs of a browser: a tab, and the title in which the page leaves its result. */
export interface Tab {
  /** Resolves when the page is there or is loading. */
  open(url: string): Promise<void>;
  title(): Promise<string>;
  close(): Promise<void>;
}

async function openPuppeteer(options: LaunchOptions): Promise<Tab> {
  const browser: Browser = await puppeteer.launch({headless: true, ...options});
  const page = await browser.newPage();
  await page.setViewport({width: 1280, height: 800});
  return {
    open: async url => void (await page.goto(url, {waitUntil: 'domcontentloaded', timeout: 20_000})),
    title: () => page.title(),
    close: () => browser.close(),
  };
}

/** https://www.w3.org/TR/webdriver2/#endpoints */
async function openWebDriver(): Promise<Tab> {
  const server = `http://127.0.0.1:${await startWebkitDriver()}`;
  const call = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const response = await fetch(server + path, {method, ...(body && {body: JSON.stringify(body)})});
    const {value} = (await response.json()) as {value: Value};
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  };
  const alwaysMatch = {
    browserName: 'MiniBrowser',
    pageLoadStrategy: 'none',
    'webkitgtk:browserOptions': {binary: findMiniBrowser(), args: ['--automation']},
  };
  const {sessionId} = await call<{sessionId: string}>('POST', '/session', {capabilities: {alwaysMatch}});
  const session = `/session/${sessionId}`;
  const navigate = (url: string): Promise<void> => call('POST', `${session}/url`, {url});
  const title = (): Promise<string> => call('GET', `${session}/title`);
  return {
    async open(url) {
      // It does not wait for the page: until the old one is gone, its title would be taken for the new one's.
      await navigate('about:blank');
      while ((await title().catch(() => url)) !== '') await delay(10);
      await navigate(url);
    },
    title,
    close: () => call('DELETE', session),
  };
}

/** How each engine starts, with one tab. */
export const browsers: Readonly<Record<string, () => Promise<Tab>>> = {
  chromium: () => openPuppeteer({executablePath: findBrowser({install: true}), args: browserArguments()}),
  firefox: () => openPuppeteer({browser: 'firefox', executablePath: findCommand('firefox-esr', 'firefox')}),
  webkit: openWebDriver,
};

/** Waits until the title of the page begins as given, and returns the rest of it. */
export async function resultInTitle(tab: Tab, start: string, timeout: number): Promise<string | undefined> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    // A page that is being replaced has no title.
    const title = await tab.title().catch(() => '');
    if (title.startsWith(start)) return title.slice(start.length);
    await delay(30);
  }
  return undefined;
}
