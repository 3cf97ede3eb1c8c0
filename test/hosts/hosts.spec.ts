import {fileURLToPath} from 'node:url';
import type {Page} from '@playwright/test';

import {expect, runScript, test} from './fixtures.js';

/** The `isp-error` events that have reached the document: the code, and the path if there is one. */
const recordErrors = (page: Page) =>
  page.addInitScript(() => {
    const errors: string[] = [];
    document.addEventListener('isp-error', ({code, path = ''}) => errors.push(`${code} ${path}`));
    Object.assign(globalThis, {supportErrors: errors});
  });

const supportErrors = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as {supportErrors: string[]}).supportErrors);

const defineElements = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as {defineElements: () => void}).defineElements());

test('types: the app passes the type checker of its framework', ({host}) => {
  runScript(host, 'types');
});

test('properties: a function and an object reach the element, and no attribute', async ({page, portal, problems}) => {
  await page.goto('/');
  await expect(portal.tickets.first()).toBeVisible();
  expect(await portal.element.evaluate(({context}: HTMLElement & {context?: unknown}) => context)).toEqual({
    Plan: '100 Mbit/s',
  });
  expect(await portal.element.evaluate(element => element.getAttributeNames().join())).not.toMatch(/context|token/);
  expect(problems).toEqual([]);
});

test('events: the app gets their data, and can cancel them', async ({page, portal, problems}) => {
  await page.goto('/');
  await expect(portal.badge).toBeVisible();
  await portal.newTicket.click();
  await expect(portal.advice).toBeVisible();
  await expect(portal.tickets.first()).toBeVisible();
  await portal.newTicket.click();
  await expect(portal.subject).toBeVisible();
  await expect(portal.facts.first()).toBeVisible();
  expect(problems).toEqual([]);
});

test('unmount: a removed element sends nothing, and comes back with its data', async ({
  app,
  page,
  portal,
  problems,
}) => {
  await page.goto('/');
  await expect(portal.tickets.first()).toBeVisible();
  await expect(portal.badge).toBeVisible();
  await portal.support.click();
  await expect(portal.element).toHaveCount(0);
  const sent = app.desk.requests.length;
  await page.evaluate(async () => {
    for (const type of ['online', 'focus']) dispatchEvent(new Event(type));
    await fetch('/portal/token');
  });
  expect(app.desk.requests).toHaveLength(sent);
  await portal.support.click();
  await expect(portal.tickets.first()).toBeVisible();
  expect(problems).toEqual([]);
});

test('defined late: the element works, or reports what it lacks', async ({host, page, portal, problems}) => {
  const {lostAttribute} = host;
  test.info().annotations.push({type: 'outcome', description: lostAttribute ? 'reported' : 'works'});
  await recordErrors(page);
  await page.addInitScript({path: fileURLToPath(new URL('late-definition.js', import.meta.url))});
  await page.goto('/');
  await expect(portal.element).toBeAttached();
  await defineElements(page);
  if (lostAttribute) {
    await expect.poll(() => supportErrors(page)).toContain(`misconfigured ${lostAttribute}`);
    expect(problems.join('\n')).toContain(`the attribute ${lostAttribute} of <isp-support> has no effect`);
    return;
  }
  await expect(portal.tickets.first()).toBeVisible();
  await expect(portal.badge).toBeVisible();
  expect(await supportErrors(page)).toEqual([]);
  expect(problems).toEqual([]);
});

test('server-rendered: the element gets its properties on hydration', async ({page, portal, problems, request}) => {
  expect(await (await request.get('/')).text()).toContain('<isp-support');
  await recordErrors(page);
  await page.goto('/');
  await expect(portal.tickets.first()).toBeVisible();
  await expect(portal.badge).toBeVisible();
  expect(await supportErrors(page)).toEqual([]);
  expect(problems).toEqual([]);
});
