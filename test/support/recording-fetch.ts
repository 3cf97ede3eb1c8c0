type Answer = Response | Error | ((request: Request) => Response | Promise<Response>);

export interface RecordingFetch {
  readonly fetch: typeof fetch;
  readonly requests: readonly Request[];
}

/** A fetch that answers one after the other, the last answer for good, and keeps each request it was given. */
export function recordingFetch(...answers: readonly Answer[]): RecordingFetch {
  const requests: Request[] = [];
  const answered = async (request: Request): Promise<Response> => {
    requests.push(request.clone());
    const answer = answers[Math.min(requests.length, answers.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer.clone() : answer(request);
  };
  return {
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.signal.throwIfAborted();
      return Promise.race([answered(request), abortOf(request.signal)]);
    },
  };
}

const abortOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

export const json = (body: unknown, init: {status?: number; headers?: Record<string, string>} = {}): Response =>
  new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: {'Content-Type': 'application/json', ...init.headers},
  });

/** A Response that only a browser's fetch can make. */
export const opaqueRedirect = (): Response =>
  Object.defineProperties(new Response(null), {
    status: {value: 0},
    ok: {value: false},
    type: {value: 'opaqueredirect'},
    clone: {value: opaqueRedirect},
  });
