import type {TicketBackend} from 'isp-support-elements';

interface StreamOptions {
  readonly listen: NonNullable<TicketBackend['listen']>;
  readonly signal: AbortSignal;
  /** Milliseconds after which the token expires. */
  readonly endsAfter: number;
  readonly onError: (error: unknown) => void;
}

const heartbeat = 20_000;

/** `setTimeout` calls at once what is further away. */
const longestTimer = 2 ** 31 - 1;

/** The events of a backend, with comment lines, until the token expires or the backend's stream ends. */
export function eventStream({listen, signal, endsAfter, onError}: StreamOptions): Response {
  const encoder = new TextEncoder();
  const aborter = new AbortController();
  const stop = (): void => aborter.abort();
  signal.addEventListener('abort', stop);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string): void => {
        if (!aborter.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const timer = setInterval(() => send(': still here\n\n'), heartbeat);
      const ending = setTimeout(stop, Math.min(Math.max(0, endsAfter), longestTimer));
      aborter.signal.addEventListener('abort', () => {
        clearInterval(timer);
        clearTimeout(ending);
        signal.removeEventListener('abort', stop);
        // A stream that the client has cancelled is closed already.
        if (controller.desiredSize !== null) close(controller);
      });
      send(': welcome\n\n');
      const event = (ticketId: string): void =>
        send(`event: ticket.updated\ndata: ${JSON.stringify({ticket_id: ticketId})}\n\n`);
      void listen(event, {signal: aborter.signal})
        .catch((error: unknown) => {
          if (!aborter.signal.aborted) onError(error);
        })
        .finally(stop);
    },
    cancel: stop,
  });
  return new Response(body, {headers: {'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no'}});
}

function close(controller: ReadableStreamDefaultController): void {
  try {
    controller.close();
  } catch {
    // Closed by the client at the same time.
  }
}
