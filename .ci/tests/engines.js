import {existsSync, readdirSync} from 'node:fs';
import {delimiter, join} from 'node:path';

import {chromeLauncher} from '@web/test-runner';
import {webdriverLauncher} from '@web/test-runner-webdriver';
import * as puppeteer from 'puppeteer-core';

import {browserArguments, findBrowser, installPackages} from '../../test/browser.js';
import {focusedPage} from './focused-page.js';
import {tolerantPage} from './tolerant-page.js';

const advice = 'On Debian: apt-get install firefox-esr webkit2gtk-driver xvfb xauth.';

/** Far from UTC and without daylight saving time: code that confuses UTC with local time always fails. */
export const timeZone = 'Asia/Dubai';

const find = commands => {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands.flatMap(command => folders.map(folder => join(folder, command))).find(path => existsSync(path));
};

/** The path of the first command that is installed. */
export function findCommand(...commands) {
  const found = find(commands);
  if (!found) throw new Error(`${commands[0]} is not installed. ${advice}`);
  return found;
}

/** The browser of WebKitGTK for tests, which is in the library folder of the machine's architecture. */
export function findMiniBrowser() {
  const folder = readdirSync('/usr/lib').find(each => existsSync(`/usr/lib/${each}/webkit2gtk-4.1/MiniBrowser`));
  if (!folder) throw new Error(`MiniBrowser is not installed. ${advice}`);
  return `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`;
}

/** The commands that each engine needs, and their packages in Debian. */
const needs = {
  firefox: [[['firefox-esr', 'firefox'], 'firefox-esr']],
  webkit: [
    [['WebKitWebDriver'], 'webkit2gtk-driver'],
    [['Xvfb'], 'xvfb'],
  ],
};

/** Installs what is missing for some engines if the machine has apt-get and allows it. */
export function installEngines(names) {
  const missing = names.flatMap(name => needs[name] ?? []).filter(([commands]) => !find(commands));
  if (missing.length > 0) installPackages(...missing.map(([, name]) => name));
}

/** How @web/test-runner starts each engine. */
export const engines = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {
        executablePath: findBrowser(),
        args: browserArguments(),
        env: {...process.env, TZ: timeZone},
      },
      createPage: ({context}) => focusedPage(context),
    }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      concurrency: 1,
      launchOptions: {
        browser: 'firefox',
        executablePath: findCommand('firefox-esr', 'firefox'),
        headless: true,
        // As on a phone, and as the other engines do without a screen: a scrollbar takes no space.
        extraPrefsFirefox: {'ui.useOverlayScrollbars': 1},
        env: {...process.env, TZ: timeZone},
      },
      createBrowserContext: ({browser}) => browser.defaultBrowserContext(),
      createPage: ({context}) => tolerantPage(context),
    }),
  webkit: () =>
    webdriverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port: Number(process.env.WEBDRIVER_PORT),
      path: '/',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {binary: findMiniBrowser(), args: ['--automation']},
      },
    }),
};
