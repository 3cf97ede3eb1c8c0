import {readFileSync} from 'node:fs';
import type {Browser, Page, Request as PageRequest} from 'playwright-core';

import {ticketDetailJson, ticketJson} from '../../support/json-fixtures.js';

export const script = readFileSync(new URL('../../../dist/standalone/isp-support.js', import.meta.url), 'utf8');

export const scriptTag = '<script src="/isp-support.js"></script>';

const token = 'e30.eyJzdWIiOiJsZW5hIn0.e30';

/** A tag with its API and a token. */
export const element = (tag: string, attributes = ''): string =>
  `<${tag} api-base="/api" token="${token}" ${attributes}></${tag}>`;

export const allElements = [
  element('isp-support'),
  element('isp-ticket-list'),
  element('isp-ticket-thread', 'ticket-id="t1"'),
  element('isp-new-ticket'),
  element('isp-reply-banner'),
].join('');

interface PortalOptions {
  readonly body: string;
  /** Runs before any script of the page. */
  readonly first?: string;
  /** More scripts by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Answers all requests below `/portal/api/`. */
  readonly api?: (request: Request) => Promise<Response>;
}

export interface Portal {
  readonly page: Page;
  /** Errors that nothing has caught. */
  readonly errors: readonly string[];
  readonly console: readonly string[];
}

const requestOf = (request: PageRequest): Request =>
  new Request(request.url(), {method: request.method(), headers: request.headers(), body: request.postData()});

/** Opens a page of a portal whose API has one ticket. */
export async function openPortal(browser: Browser, {body, first, files = {}, api}: PortalOptions): Promise<Portal> {
  const page = await browser.newPage();
  const errors: string[] = [];
  const lines: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('404')) lines.push(message.text());
  });
  const scripts: Readonly<Record<string, string>> = {'/isp-support.js': script, ...files};
  const responses: Readonly<Record<string, object>> = {
    '/api/customer/tickets': {data: [ticketJson()], next_cursor: null},
    '/api/customer/tickets/t1': ticketDetailJson(),
  };
  await page.route('**', async route => {
    const {pathname} = new URL(route.request().url());
    if (api && pathname.startsWith('/portal/api/')) {
      const response = await api(requestOf(route.request()));
      const headers = Object.fromEntries(response.headers);
      return route.fulfill({status: response.status, headers, body: await response.text()});
    }
    const code = scripts[pathname];
    if (code !== undefined) return route.fulfill({contentType: 'text/javascript', body: code});
    if (pathname in responses) return route.fulfill({json: responses[pathname]});
    if (pathname !== '/') return route.fulfill({status: 404, json: {title: 'Not found'}});
    const html = `<!doctype html><html lang="en"><title>Portal</title><body>${body}</body></html>`;
    return route.fulfill({contentType: 'text/html; charset=utf-8', body: html});
  });
  if (first) await page.addInitScript(first);
  await page.goto('https://portal.example/');
  return {page, errors, console: lines};
}
