import type {VisibleChange} from './change-feed.js';
import type {DeskContext} from './context.js';
import {toSyncToken} from './cursors.js';

interface StreamOptions {
  subscriberId: string;
  /** Changes after this version are sent immediately: they happened while the client was disconnected. */
  since: number | null;
  /** Milliseconds since the epoch. The stream ends when its token expires. */
  expires: number;
  signal: AbortSignal;
}

const encoder = new TextEncoder();

const toEvent = ({ticketId, version, added}: VisibleChange) =>
  `event: ticket.updated\nid: ${toSyncToken(version)}\ndata: ${JSON.stringify({ticket_id: ticketId, ...added})}\n\n`;

export async function eventStream({store, feed, now, heartbeat}: DeskContext, options: StreamOptions) {
  const {subscriberId, since, expires, signal} = options;
  let stop: () => void = () => {};
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const timer = setInterval(() => send(': still here\n\n'), heartbeat);
      const ending = setTimeout(() => end(), Math.max(0, expires - now().getTime()));
      const unsubscribe = feed.subscribe(subscriberId, change => send(toEvent(change)));
      stop = () => {
        clearInterval(timer);
        clearTimeout(ending);
        unsubscribe();
        signal.removeEventListener('abort', end);
      };
      const end = () => {
        stop();
        controller.close();
      };
      signal.addEventListener('abort', end);
      send(': welcome\n\n');
      if (since === null) return;
      const {version, tickets} = await store.changes(subscriberId, since);
      for (const ticket of tickets) {
        if (ticket.version > since) send(toEvent({ticketId: ticket.id, version}));
      }
    },
    cancel() {
      stop();
    },
  });
  return new Response(body, {
    // A buffering proxy would delay events. X-Accel-Buffering disables it in nginx.
    headers: {'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no'},
  });
}
