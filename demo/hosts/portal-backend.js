// @ts-check
/** @import {Reply, TicketBackendFactory, TicketSummary} from 'isp-support-elements' */

/** @type {TicketBackendFactory} */
export const portalBackend = ({request, error}) => {
  /** @returns {Reply} */
  const toReply = ({id, staff, by, text, at, hidden}) => ({
    id: String(id),
    author: {kind: staff ? 'operator' : 'customer', name: by},
    message: text,
    createdAt: at,
    isInternal: hidden,
  });
  /** @returns {TicketSummary} */
  const toTicket = ({id, ref, title, state, topic, opened, changed, answers}) => {
    const last = answers[answers.length - 1];
    return {
      id: String(id),
      number: ref,
      subject: title,
      status: {new: 'open', done: 'resolved'}[state] ?? state,
      priority: null,
      category: topic,
      createdAt: opened,
      updatedAt: changed,
      lastReplyAt: last?.at ?? null,
      lastReplyBy: last && (last.staff ? 'operator' : 'customer'),
      replyCount: answers.length,
      unreadCount: null,
    };
  };
  const toDetail = ({body: {data}}) => ({
    ticket: toTicket(data),
    description: data.text,
    canReply: data.state !== 'closed',
    replies: data.answers.map(toReply),
    earlierCursor: null,
  });
  const path = id => `tickets/${encodeURIComponent(id)}`;
  return {
    async listTickets({cursor}, {signal}) {
      const {body} = await request('tickets', {query: {page: cursor ?? '1'}, signal});
      return {tickets: body.data.map(toTicket), nextCursor: body.next && String(body.next)};
    },
    getTicket: async (id, {signal}) => toDetail(await request(path(id), {signal})),
    async createTicket({subject, description, category}, {signal}) {
      const body = {title: subject, text: description, topic: category};
      return toDetail(await request('tickets', {method: 'POST', body, signal}));
    },
    async addReply(id, {message}, {signal}) {
      const {body} = await request(`${path(id)}/answers`, {method: 'POST', body: {text: message}, signal});
      if (!body.success) throw error('conflict', {serverMessage: body.reason});
      return {reply: toReply(body.answer), ticket: toTicket(body.data)};
    },
  };
};
