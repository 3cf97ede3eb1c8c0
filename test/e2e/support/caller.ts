import {portalUrl} from './portal-url.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Somebody who asks the desk without a browser. */
export class Caller {
  constructor(
    readonly token: string,
    readonly url: string,
  ) {}

  /** A customer whom the portal gave a token. */
  static customer(username: string, url = portalUrl): Promise<Caller> {
    return Caller.#signedIn(url, '/portal/session', '/portal/token', username);
  }

  static staff(username: string, url = portalUrl): Promise<Caller> {
    return Caller.#signedIn(url, '/portal/staff-session', '/portal/staff-token', username);
  }

  async ask(path: string, {headers = {}, method = 'GET', body}: CallOptions = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {Authorization: `Bearer ${this.token}`, 'Content-Type': 'application/json', ...headers},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    return {status: response.status, headers: response.headers, body: await response.text()};
  }

  async json<Body>(path: string, options?: CallOptions): Promise<Body> {
    const {status, body} = await this.ask(path, options);
    if (status >= 300) throw new Error(`${path} answered ${status}: ${body}`);
    return JSON.parse(body) as Body;
  }

  static async #signedIn(url: string, session: string, token: string, username: string): Promise<Caller> {
    const signIn = await fetch(url + session, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({username}),
    });
    const [cookie = ''] = (signIn.headers.get('set-cookie') ?? '').split(';');
    const answer = await fetch(url + token, {headers: {Cookie: cookie}});
    return new Caller(((await answer.json()) as {token: string}).token, url);
  }
}

export interface CallOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}
