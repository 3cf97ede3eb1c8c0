type Outcome = Response | Error | ((request: Request) => Response | Promise<Response>);

export interface RecordingFetch {
  readonly fetch: typeof fetch;
  readonly requests: readonly Request[];
}

/** A `fetch` that returns the responses in order, repeats the last one, and records each request. */
export function recordingFetch(...outcomes: readonly Outcome[]): RecordingFetch {
  const requests: Request[] = [];
  const respond = async (request: Request, input: RequestInfo | URL): Promise<Response> => {
    // In WebKit, a request is no longer aborted with that which it was made from once that is garbage-collected.
    requests.push(Object.assign(request.clone(), {madeFrom: [request, input]}));
    const outcome = outcomes[Math.min(requests.length, outcomes.length) - 1]!;
    if (outcome instanceof Error) throw outcome;
    return outcome instanceof Response ? outcome.clone() : outcome(request);
  };
  return {
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      return Promise.race([respond(request, input), rejectOnAbort(request.signal)]);
    },
  };
}

const rejectOnAbort = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

export const jsonResponse = (body: unknown, init: {status?: number; headers?: Record<string, string>} = {}): Response =>
  new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: {'Content-Type': 'application/json', ...init.headers},
  });

/** A failure in the form of the contract: a problem document. */
export const problemResponse = (status: number, body: object = {title: 'No'}): Response =>
  jsonResponse(body, {status, headers: {'Content-Type': 'application/problem+json'}});

/** A failed response of an intermediary, such as a firewall or a proxy. */
export const foreignResponse = (status: number, type = 'text/html', body = '<h1>Request blocked</h1>'): Response =>
  new Response(body, {status, headers: {'Content-Type': type}});

/** An opaque-redirect `Response`, which code cannot construct otherwise. */
export const opaqueRedirect = (): Response =>
  Object.defineProperties(new Response(null), {
    status: {value: 0},
    ok: {value: false},
    type: {value: 'opaqueredirect'},
    clone: {value: opaqueRedirect},
  });
