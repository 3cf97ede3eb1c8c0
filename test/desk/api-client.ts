import assert from 'node:assert/strict';
import {createBrowserDesk, type BrowserDesk, type BrowserDeskOptions} from '../../demo/desk/browser.js';

export const origin = 'https://portal.example';

/** A fixed time for desks whose clock does not advance. */
export const fixedNow = () => new Date('2026-05-03T12:00:00.000Z');

export const fixedTimeDesk = (options: BrowserDeskOptions = {}) => createBrowserDesk({now: fixedNow, ...options});

interface CallOptions {
  headers?: Record<string, string>;
  body?: unknown;
}

/** Untyped JSON: tests assert on the values, and types would only repeat the contract. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  json: Json;
}

/** A client of the desk's API with a token. */
export class ApiClient {
  constructor(
    readonly fetch: BrowserDesk['fetch'],
    readonly token: string | undefined,
    readonly base = '/api/customer',
  ) {}

  get = (path: string, headers: Record<string, string> = {}) => this.call('GET', path, {headers});
  post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    this.call('POST', path, {body, headers});
  put = (path: string, body: unknown) => this.call('PUT', path, {body});
  patch = (path: string, body: unknown) => this.call('PATCH', path, {body});

  async call(method: string, path: string, {headers = {}, body}: CallOptions = {}): Promise<Answer> {
    const response = await this.fetch(`${origin}${this.base}${path}`, {
      method,
      headers: {
        ...(this.token !== undefined && {Authorization: `Bearer ${this.token}`}),
        ...(body !== undefined && {'Content-Type': 'application/json'}),
        ...headers,
      },
      ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
    });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
    return {status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined};
  }
}

export const customer = async (desk: BrowserDesk, username?: string) =>
  new ApiClient(desk.fetch, await desk.tokenFor(username));

export function assertProblem(answer: Answer, status: number, slug: string) {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.headers.get('Content-Type') ?? '', /^application\/problem\+json/);
  assert.equal(answer.json.type, `https://isp-tickets.dev/problems/${slug}`);
  assert.equal(answer.json.status, status);
  assert.equal(answer.json.error, answer.json.title);
}
