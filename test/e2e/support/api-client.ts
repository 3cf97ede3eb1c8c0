export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export interface RequestOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Sends requests to the desk without a browser, as a signed-in customer or member of staff. */
export class ApiClient {
  readonly #token: string;
  readonly #url: string;

  private constructor(token: string, url: string) {
    this.#token = token;
    this.#url = url;
  }

  static customer(url: string, username: string): Promise<ApiClient> {
    return ApiClient.#signIn(url, '/portal/session', '/portal/token', username);
  }

  static staff(url: string, username: string): Promise<ApiClient> {
    return ApiClient.#signIn(url, '/portal/staff-session', '/portal/staff-token', username);
  }

  get token(): string {
    return this.#token;
  }

  async request(path: string, {headers = {}, method = 'GET', body}: RequestOptions = {}): Promise<ApiResponse> {
    const response = await fetch(this.#url + path, {
      method,
      headers: {Authorization: `Bearer ${this.#token}`, 'Content-Type': 'application/json', ...headers},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
    return {status: response.status, headers: response.headers, body: await response.text()};
  }

  /** The parsed body of a successful response. Throws for any other. */
  async json<Body>(path: string, options?: RequestOptions): Promise<Body> {
    const {status, body} = await this.request(path, options);
    if (status >= 300) throw new Error(`${path} responded with ${status}: ${body}`);
    return JSON.parse(body) as Body;
  }

  static async #signIn(url: string, sessionPath: string, tokenPath: string, username: string): Promise<ApiClient> {
    const session = await fetch(url + sessionPath, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: JSON.stringify({username}),
    });
    const [cookie = ''] = (session.headers.get('set-cookie') ?? '').split(';');
    const response = await fetch(url + tokenPath, {headers: {Cookie: cookie}});
    return new ApiClient(((await response.json()) as {token: string}).token, url);
  }
}
