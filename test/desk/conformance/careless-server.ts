import {configBody, replyMade, replyPage, ticketDetail, ticketPage, updatesBody} from '../../../gateway/wire.js';
import type {FakeHelpdesk} from '../../unit/gateway/fake-backend.js';

const signal = new AbortController().signal;
const write = {signal, idempotencyKey: '', writtenAt: ''};
const json = (body: object, status = 200): Response => Response.json(body, {status});

/**
 * A server as it is written in an afternoon: it counts internal notes and sends them, believes each token, promises
 * idempotent writes without having them, and knows neither ETags nor CORS nor the form of an error.
 */
export const carelessServer =
  (helpdesk: FakeHelpdesk) =>
  async (request: Request): Promise<Response> => {
    const token = request.headers.get('Authorization')?.slice('Bearer '.length);
    if (!token) return json({message: 'no token'}, 401);
    // Whose ticket it is nobody asks.
    const backend = helpdesk.backendOf('lena');
    const path = new URL(request.url).pathname.replace('/api/customer', '');
    const [, , id = '', what] = path.split('/');
    const body = request.method === 'GET' ? {} : ((await request.json().catch(() => ({}))) as Record<string, string>);
    try {
      if (path === '/ticket-config') return json(configBody({}, {updates: true, mark_read: true, realtime: false}));
      if (path === '/ticket-updates') return json(updatesBody(await backend.getUpdates!({signal}), String(Date.now())));
      if (path === '/ticket-events') return json({message: 'not found'}, 404);
      if (path === '/tickets' && request.method === 'GET') {
        return json(ticketPage(await backend.listTickets({cursor: null}, {signal})));
      }
      if (path === '/tickets') return json(ticketDetail(await backend.createTicket(body as never, write)), 201);
      if (what === 'read') {
        await backend.markRead!(id, '', {signal});
        return new Response(null, {status: 204});
      }
      if (what === 'replies' && request.method === 'POST') {
        return json(replyMade(await backend.addReply(id, body as never, write)), 201);
      }
      const detail = await backend.getTicket(id, {signal});
      return json(what === 'replies' ? replyPage(detail) : ticketDetail(detail));
    } catch {
      return new Response('<h1>Error</h1>', {status: 500, headers: {'Content-Type': 'text/html'}});
    }
  };
