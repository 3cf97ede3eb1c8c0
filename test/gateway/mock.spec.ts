import {readFileSync} from 'node:fs';
import {test as base, expect} from '@playwright/test';
import addFormats from 'ajv-formats';
import {OpenAPIBackend, type Document} from 'openapi-backend';
import {parse} from 'yaml';

import {portal} from '../../demo/gateway/portal.js';
import {serve} from '../desk/conformance/servers.js';
import {ListView} from '../e2e/support/list-view.js';
import {ThreadView} from '../e2e/support/thread-view.js';

const definition = parse(readFileSync(new URL('../../docs/openapi.yaml', import.meta.url), 'utf8')) as Document;

interface Mock {
  readonly url: string;
  /** How requests have broken the description. */
  readonly violations: readonly string[];
}

/** A portal whose API is a mock, which answers with the examples of the description, and checks what it is asked. */
async function openMock() {
  const violations: string[] = [];
  const api = new OpenAPIBackend({
    definition,
    // It checks a description of OpenAPI 3.1 by the rules of 3.0.
    quick: true,
    handlers: {
      validationFail: ({request, validation}) => {
        violations.push(`${request.method} ${request.path}: ${JSON.stringify(validation.errors)}`);
        return Response.json({error: 'invalid'}, {status: 400});
      },
      notFound: () => Response.json({error: 'not found'}, {status: 404}),
      notImplemented: ({api: mocked, operation}) => {
        const {status, mock} = mocked.mockResponseForOperation(operation.operationId ?? '');
        return Response.json(mock, {status});
      },
    },
    securityHandlers: {customerJwt: ({request}) => /^Bearer /.test(String(request.headers['authorization']))},
    customizeAjv: ajv => addFormats.default(ajv),
  });
  await api.init();
  const gateway = async (request: Request): Promise<Response> => {
    const {pathname, search} = new URL(request.url);
    const body = request.method === 'GET' ? undefined : ((await request.json()) as object);
    return (await api.handleRequest({
      method: request.method,
      path: pathname.slice('/api'.length),
      query: search.slice(1),
      headers: Object.fromEntries(request.headers),
      body,
    })) as Response;
  };
  const {apiBase, close} = await serve(portal({gateway, key: 'of the mock', customer: 'lena'}));
  return {mock: {url: new URL(apiBase).origin, violations}, close};
}

const test = base.extend<object, {mock: Mock}>({
  mock: [
    async ({browserName: _}, use) => {
      const {mock, close} = await openMock();
      await use(mock);
      await close();
    },
    {scope: 'worker', timeout: 60_000},
  ],
});

test('list and thread work on a mock of the API description, whose examples are enough for them', async ({
  page,
  mock,
}) => {
  const [list, thread] = [new ListView(page), new ThreadView(page)];
  await page.goto(mock.url);
  await expect(list.rows.first()).toContainText('Slow speeds in the evening');
  await list.ticket('Slow speeds in the evening').click();
  await expect(thread.heading('Slow speeds in the evening')).toBeVisible();
  await expect(thread.description).toContainText('I pay for 300 Mbps');
  await expect(thread.replies.first()).toBeVisible();
  expect(mock.violations).toEqual([]);
});
