import {Hono} from 'hono';
import type {DeskContext} from '../context.js';
import {fromCursor, toCursor} from '../cursors.js';
import {badRequest, notFound} from '../problems.js';
import {Fields, newReply, readObject} from '../input.js';
import {StaffActions} from '../staff-actions.js';
import {staffReply, staffTicket} from '../staff-views.js';
import type {Claims} from '../tokens.js';
import {limitOf, pageOf, ticketIdOf} from './parameters.js';

/** The API of the staff page. Not part of the contract. */
export function staffRoutes(context: DeskContext) {
  const {store, tokens, config} = context;
  const staff = new StaffActions(context);
  const routes = new Hono<{Variables: {claims: Claims}}>();

  routes.use(async (c, next) => {
    c.set('claims', await tokens.bearer('staff', c.req.header('Authorization')));
    await next();
  });

  routes.get('/tickets', async c => {
    const limit = limitOf(c);
    const before = fromCursor('queue', c.req.query('cursor'));
    const filter = {status: c.req.query('status'), search: c.req.query('search')};
    const {rows, more} = pageOf(await store.staffTickets({...filter, before, limit: limit + 1}), limit);
    const last = rows.at(-1);
    return c.json({
      data: rows.map(staffTicket),
      next_cursor: more && last ? toCursor('queue', {at: last.touchedAt, id: last.id}) : null,
    });
  });

  routes.get('/tickets/:ticket_id', async c => {
    const ticket = await store.staffTicket(ticketIdOf(c));
    if (!ticket) throw notFound();
    const [description, replies] = await Promise.all([store.description(ticket.id), store.allReplies(ticket.id)]);
    return c.json({...staffTicket(ticket), description, replies: replies.map(staffReply)});
  });

  routes.post('/tickets/:ticket_id/replies', async c => {
    const {message} = newReply(await readObject(c.req.raw), config);
    return c.json(staffReply(await staff.reply(ticketIdOf(c), message, c.get('claims').username)), 201);
  });

  routes.post('/tickets/:ticket_id/notes', async c => {
    const {message} = newReply(await readObject(c.req.raw), config);
    return c.json(staffReply(await staff.note(ticketIdOf(c), message, c.get('claims').username)), 201);
  });

  routes.patch('/tickets/:ticket_id', async c => {
    const {status, can_reply} = await settingsOf(c.req.raw);
    await staff.change(ticketIdOf(c), {
      ...(status !== undefined && {status}),
      ...(can_reply !== undefined && {acceptsReplies: can_reply}),
    });
    return c.body(null, 204);
  });

  return routes;
}

async function settingsOf(request: Request): Promise<{status?: string; can_reply?: boolean}> {
  const body = await readObject(request);
  new Fields(body, ['status', 'can_reply']).check('');
  if (body['status'] !== undefined && typeof body['status'] !== 'string') throw badRequest('status has to be text.');
  if (body['can_reply'] !== undefined && typeof body['can_reply'] !== 'boolean') {
    throw badRequest('can_reply has to be true or false.');
  }
  return body;
}
