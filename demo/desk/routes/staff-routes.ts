import {Hono} from 'hono';
import type {Context} from 'hono';
import type {DeskContext} from '../context.js';
import {fromCursor, toCursor} from '../cursors.js';
import {conditionalJson} from '../etag.js';
import {IdempotentWrites} from '../idempotency.js';
import {newReply, readObject, newStaffReply, ticketSettings} from '../input.js';
import {badRequest, notFound} from '../problems.js';
import {noteAsStaff, replyAsStaff, StaffActions} from '../staff-actions.js';
import {staffReply, staffTicket} from '../staff-views.js';
import type {Reply} from '../store/rows.js';
import type {DeskStore} from '../store/store.js';
import type {Claims} from '../tokens.js';
import {limitOf, pageOf, ticketIdOf} from './parameters.js';

/** The API of the staff page. Not part of the contract. */
export function staffRoutes(context: DeskContext) {
  const {store, tokens, config} = context;
  const staff = new StaffActions(context);
  const idempotent = new IdempotentWrites(context);
  const routes = new Hono<{Variables: {claims: Claims}}>();

  routes.use(async (c, next) => {
    c.set('claims', await tokens.bearer('staff', c.req.header('Authorization')));
    await next();
  });

  routes.get('/tickets', async c => {
    const [page, waiting] = await Promise.all([
      isForSupport(c) ? waitingPage(c, store) : queuePage(c, store),
      store.countWaitingTickets(),
    ]);
    return conditionalJson(c.req.raw, {data: page.rows.map(staffTicket), next_cursor: page.next, waiting});
  });

  routes.get('/tickets/:ticket_id', async c => {
    const ticket = await store.staffTicket(ticketIdOf(c));
    if (!ticket) throw notFound();
    const [description, replies] = await Promise.all([store.description(ticket.id), store.allReplies(ticket.id)]);
    const body = {...staffTicket(ticket), description, replies: replies.map(staffReply)};
    return conditionalJson(c.req.raw, body);
  });

  /** The customer who owns a ticket: an agent's Idempotency-Key is stored with the keys of this customer. */
  const ownerOf = async (ticketId: string) => {
    const ticket = await store.staffTicket(ticketId);
    if (!ticket) throw notFound();
    return {id: ticket.subscriberId};
  };
  const created = (reply: Reply) => ({status: 201, headers: {}, body: staffReply(reply)});

  routes.post('/tickets/:ticket_id/replies', async c => {
    const ticketId = ticketIdOf(c);
    const owner = await ownerOf(ticketId);
    const input = newStaffReply(await readObject(c.req.raw), config);
    return idempotent.run(c.req.raw, owner, input, async writes => {
      const text = {...input, authorName: c.get('claims').username};
      const {reply, change} = await replyAsStaff(context, writes, ticketId, text);
      return {answer: created(reply), change};
    });
  });

  routes.post('/tickets/:ticket_id/notes', async c => {
    const ticketId = ticketIdOf(c);
    const owner = await ownerOf(ticketId);
    const {message} = newReply(await readObject(c.req.raw), config);
    return idempotent.run(c.req.raw, owner, {message}, async writes => {
      const text = {message, authorName: c.get('claims').username};
      return {answer: created(await noteAsStaff(context, writes, ticketId, text))};
    });
  });

  routes.patch('/tickets/:ticket_id', async c => {
    await staff.change(ticketIdOf(c), ticketSettings(await readObject(c.req.raw)));
    return c.body(null, 204);
  });

  return routes;
}

function isForSupport(c: Context): boolean {
  const turn = c.req.query('turn');
  if (turn !== undefined && turn !== 'support') throw badRequest('turn has to be support.');
  return turn === 'support';
}

/** Tickets on which a customer is waiting, longest wait first. */
async function waitingPage(c: Context, store: DeskStore) {
  const limit = limitOf(c);
  const after = fromCursor('waiting', c.req.query('cursor'));
  const {rows, more} = pageOf(await store.waitingTickets({after, limit: limit + 1}), limit);
  const last = rows.at(-1);
  return {rows, next: more && last?.waitingSince ? toCursor('waiting', {at: last.waitingSince, id: last.id}) : null};
}

/** Tickets that match the filter, newest activity first. */
async function queuePage(c: Context, store: DeskStore) {
  const limit = limitOf(c);
  const before = fromCursor('queue', c.req.query('cursor'));
  const filter = {status: c.req.query('status'), search: c.req.query('search')};
  const {rows, more} = pageOf(await store.staffTickets({...filter, before, limit: limit + 1}), limit);
  const last = rows.at(-1);
  return {rows, next: more && last ? toCursor('queue', {at: last.touchedAt, id: last.id}) : null};
}
