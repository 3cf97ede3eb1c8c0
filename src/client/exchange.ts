/** What came back, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * Sends a request and reads its whole answer, within so many milliseconds: a half-dead line keeps a connection open for
 * ever. Rejects as soon as the signal is aborted, also where a page's own fetch knows nothing of signals.
 */
export async function exchange(
  send: typeof fetch,
  toRequest: (signal: AbortSignal) => Request,
  signal: AbortSignal,
  milliseconds: number,
): Promise<Answer> {
  signal.throwIfAborted();
  const limit = new AbortController();
  let giveUp = (): void => undefined;
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = () => {
      limit.abort();
      reject(new Error());
    };
  });
  const timer = setTimeout(giveUp, milliseconds);
  signal.addEventListener('abort', giveUp);
  try {
    return await Promise.race([answerOf(send(toRequest(limit.signal))), givenUp]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

async function answerOf(sent: Promise<Response>): Promise<Answer> {
  const response = await sent;
  return {status: response.status, headers: response.headers, text: await response.text()};
}
