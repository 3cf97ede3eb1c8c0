import {SupportError} from '../contract/errors.js';
import {responseError} from './http-errors.js';

/**
 * Servers of the contract send something every 25 seconds, if only a comment. A stream that is silent for longer is
 * dead.
 */
const streamSilenceTimeoutMs = 50_000;

/**
 * Reads server-sent events until the server ends the stream. `EventSource` cannot send the token in a header, and a
 * token in a URL ends up in logs (https://html.spec.whatwg.org/multipage/server-sent-events.html).
 */
export async function readEvents(
  send: (request: Request) => Promise<Response>,
  toRequest: (signal: AbortSignal) => Request,
  signal: AbortSignal,
  onData: (data: string) => void,
): Promise<void> {
  signal.throwIfAborted();
  const stream = new AbortController();
  const close = (): void => stream.abort();
  let timer = setTimeout(close, streamSilenceTimeoutMs);
  signal.addEventListener('abort', close);
  try {
    const response = await send(toRequest(stream.signal));
    const {status, headers, body} = response;
    if (status !== 200)
      throw responseError({status, headers, text: await response.text()}, {isWrite: false, isForeign: false});
    // Another media type is not a stream, and asking again does not make it one.
    if (!body || !/event-stream/.test(headers.get('content-type') ?? '')) throw new SupportError('not_found');
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(close, streamSilenceTimeoutMs);
      const lines = (text + decoder.decode(value, {stream: true})).split(/\r\n|\n|\r/);
      text = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data:')) onData(line.slice('data:'.length));
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', close);
    close();
  }
}
