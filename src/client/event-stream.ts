import {SupportError} from '../contract/errors.js';
import {failureOf} from './failure.js';

/** The contract's servers say something every 25 seconds, if only a comment. A line that is silent for longer is dead. */
const silence = 50_000;

/**
 * Reads server-sent events until the server ends them. `EventSource` cannot carry the token in a header, and in an address it
 * would end up in logs (https://html.spec.whatwg.org/multipage/server-sent-events.html).
 */
export async function readEvents(
  send: typeof fetch,
  toRequest: (signal: AbortSignal) => Request,
  signal: AbortSignal,
  onData: (data: string) => void,
): Promise<void> {
  signal.throwIfAborted();
  const limit = new AbortController();
  const giveUp = (): void => limit.abort();
  let timer = setTimeout(giveUp, silence);
  signal.addEventListener('abort', giveUp);
  try {
    const {status, headers, body} = await send(toRequest(limit.signal));
    if (status !== 200) throw failureOf({status, headers, text: ''});
    // What else is answered in its place is no stream, and asking again will not make it one.
    if (!body || !/event-stream/.test(headers.get('content-type') ?? '')) throw new SupportError('not_found');
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(giveUp, silence);
      const lines = (text + decoder.decode(value, {stream: true})).split(/\r\n|\n|\r/);
      text = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('data:')) onData(line.slice('data:'.length));
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    giveUp();
  }
}
