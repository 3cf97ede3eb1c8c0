/** What a case throws if the server breaks the contract. Its message says what was seen. */
export class Failure extends Error {}

/** What a case throws if the server does not offer what it tries. */
export class Skipped extends Error {}

/**
 * @param {unknown} condition
 * @param {string} seen what was seen instead
 */
export function check(condition, seen) {
  if (!condition) throw new Failure(seen);
}

/** Why something has failed. A hook may throw anything. */
export const reasonOf = error => String(error?.cause?.message || error?.message || error);

/** Shows a value in a sentence. */
export const shown = value => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text === undefined ? 'nothing' : text.length > 120 ? `${text.slice(0, 119)}…` : text;
};

/** Sends requests to the API with one token. */
export class Client {
  /**
   * @param {string} base
   * @param {string | undefined} token
   * @param {number | undefined} timeout seconds for each request
   */
  constructor(base, token, timeout = 20) {
    this.base = base.replace(/\/+$/, '');
    this.token = token;
    this.timeout = timeout;
  }

  get = (path, headers = {}) => this.send('GET', path, {headers});
  post = (path, body, headers = {}) => this.send('POST', path, {body, headers});
  put = (path, body) => this.send('PUT', path, {body});

  async send(method, path, {body, headers = {}} = {}) {
    const response = await fetch(this.urlOf(path), this.request(method, body, headers));
    const text = await response.text();
    const request = `${method} ${path}`;
    return {request, status: response.status, headers: response.headers, text, json: parsed(text)};
  }

  /** Reads an event stream line by line, until the iteration ends. */
  async *lines(path, signal) {
    const response = await fetch(this.urlOf(path), {
      ...this.request('GET', undefined, {Accept: 'text/event-stream'}),
      signal,
    });
    if (response.status === 404) throw new Skipped('the server has no event stream');
    const type = response.headers.get('Content-Type') ?? 'none';
    check(/^text\/event-stream/.test(type), `the content type was ${type}, status ${response.status}`);
    let rest = '';
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split('\n');
      rest = lines.pop();
      yield* lines;
    }
  }

  urlOf = path => `${this.base}/customer${path}`;

  request = (method, body, headers) => ({
    method,
    redirect: 'manual',
    signal: AbortSignal.timeout(this.timeout * 1000),
    headers: {
      Accept: 'application/json',
      ...(this.token && {Authorization: `Bearer ${this.token}`}),
      ...(body !== undefined && {'Content-Type': 'application/json'}),
      ...headers,
    },
    ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Checks the status of a response. Many cases create a ticket first: the message says which request has failed. */
export function checkStatus({request, status, headers, text}, ...expected) {
  const location = status >= 300 && status < 400 ? headers.get('Location') : null;
  const seen = `the status of ${request} was ${status}${location ? ` (to ${location})` : ''}`;
  check(expected.includes(status), `${seen} instead of ${expected.join(' or ')}: ${shown(text)}`);
}

/** Checks that a response is a problem document, from which the elements know that the server itself has answered. */
export function checkProblem(response, ...expected) {
  checkStatus(response, ...expected);
  const type = response.headers.get('Content-Type') ?? 'none';
  const isProblem = /^application\/problem\+json/.test(type) || response.json?.error !== undefined;
  check(isProblem, `the content type of the ${response.status} was ${type}, and the body has no "error"`);
}

/** A value as text, in which the order of properties, which means nothing in JSON, makes no difference. */
export const canonical = value =>
  JSON.stringify(value, (_, each) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
