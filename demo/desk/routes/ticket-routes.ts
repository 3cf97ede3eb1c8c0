import {Hono} from 'hono';
import type {CustomerEnv} from '../account.js';
import type {DeskContext} from '../context.js';
import {fromCursor, toCursor} from '../cursors.js';
import {markRead, openTicket, replyAsCustomer} from '../customer-actions.js';
import {conditionalJson} from '../etag.js';
import {IdempotentWrites} from '../idempotency.js';
import {lastReplyId, newReply, newTicket, readObject} from '../input.js';
import {notFound} from '../problems.js';
import {threadPage} from '../thread-page.js';
import {replyView, ticketDetail, ticketSummary} from '../views.js';
import {limitOf, pageOf, searchOf, statusesOf, ticketIdOf} from './parameters.js';

export function ticketRoutes(context: DeskContext) {
  const {store, feed, config} = context;
  const idempotent = new IdempotentWrites(context);
  const routes = new Hono<CustomerEnv>();

  routes.get('/', async c => {
    const subscriber = c.get('subscriber');
    const filter = {subscriberId: subscriber.id, statuses: statusesOf(c), search: searchOf(c)};
    const before = fromCursor('tickets', c.req.query('cursor'));
    const limit = limitOf(c);
    const [tickets, total] = await Promise.all([
      store.customerTickets({...filter, limit: limit + 1, before}),
      store.countCustomerTickets(filter),
    ]);
    const {rows, more} = pageOf(tickets, limit);
    const last = rows.at(-1);
    return conditionalJson(c.req.raw, {
      data: rows.map(ticket => ticketSummary(ticket, subscriber)),
      next_cursor: more && last ? toCursor('tickets', {at: last.createdAt, id: last.id}) : null,
      total,
    });
  });

  routes.post('/', async c => {
    const subscriber = c.get('subscriber');
    const input = newTicket(await readObject(c.req.raw), config);
    return idempotent.run(c.req.raw, subscriber, input, async writes => {
      const ticket = await openTicket(context, writes, subscriber, input);
      const thread = {description: await writes.description(ticket.id), replies: [], earlierCursor: null};
      return {
        answer: {
          status: 201,
          headers: {Location: `${new URL(c.req.url).pathname}/${ticket.id}`},
          body: ticketDetail(ticket, subscriber, thread),
        },
        change: {ticketId: ticket.id, version: ticket.version},
      };
    });
  });

  routes.get('/:ticket_id', async c => {
    const subscriber = c.get('subscriber');
    const ticket = await store.customerTicket(subscriber.id, ticketIdOf(c));
    if (!ticket) throw notFound();
    const [description, page] = await Promise.all([
      store.description(ticket.id),
      threadPage(store, ticket.id, {limit: 20}),
    ]);
    return conditionalJson(c.req.raw, ticketDetail(ticket, subscriber, {description, ...page}));
  });

  routes.get('/:ticket_id/replies', async c => {
    const before = fromCursor('replies', c.req.query('cursor'));
    const limit = limitOf(c);
    const ticket = await store.customerTicket(c.get('subscriber').id, ticketIdOf(c));
    if (!ticket) throw notFound();
    const {replies, earlierCursor} = await threadPage(store, ticket.id, {limit, before});
    return c.json({data: replies.map(replyView), earlier_cursor: earlierCursor});
  });

  routes.post('/:ticket_id/replies', async c => {
    const subscriber = c.get('subscriber');
    const ticketId = ticketIdOf(c);
    const input = newReply(await readObject(c.req.raw), config);
    return idempotent.run(c.req.raw, subscriber, input, async writes => {
      const {reply, ticket} = await replyAsCustomer(context, writes, subscriber, ticketId, input);
      return {
        answer: {
          status: 201,
          headers: {},
          body: {reply: replyView(reply), ticket: ticketSummary(ticket, subscriber)},
        },
        change: {ticketId, version: ticket.version},
      };
    });
  });

  routes.put('/:ticket_id/read', async c => {
    const subscriber = c.get('subscriber');
    const ticketId = ticketIdOf(c);
    const replyId = lastReplyId(await readObject(c.req.raw));
    const version = await store.write(writes => markRead(writes, subscriber, ticketId, replyId));
    if (version !== undefined) feed.publish(subscriber.id, {ticketId, version});
    return c.body(null, 204);
  });

  return routes;
}
