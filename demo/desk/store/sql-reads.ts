import type {Queries} from './database.js';
import type {CustomerListQuery, DeskReads, ReplyQuery, StaffListQuery} from './store.js';
import {customerReplyOf, customerTicketOf, replyOf, staffTicketOf, subscriberOf} from './sql-rows.js';

const staffTickets = `
  select c.*, t.touched_at, t.written_at, s.username, s.name as customer_name,
    (select count(*) from replies r where r.ticket_id = t.id and r.is_internal) as note_count
  from tickets t
  join customer_tickets c on c.id = t.id
  join subscribers s on s.id = t.subscriber_id`;

export class SqlReads implements DeskReads {
  constructor(protected readonly database: Queries) {}

  async subscribers() {
    return (await this.database.query('select * from subscribers order by username collate "C"')).map(subscriberOf);
  }

  async subscriber(id: string) {
    const rows = await this.database.query('select * from subscribers where id = $1', [id]);
    return rows.map(subscriberOf)[0];
  }

  async customerTickets({subscriberId, limit, before, statuses}: CustomerListQuery) {
    const rows = await this.database.query(
      `select * from customer_tickets
       where subscriber_id = $1 and ($2::text[] is null or status = any($2))
         and ($3::timestamptz is null or (created_at, id) < ($3, $4))
       order by created_at desc, id desc limit $5`,
      [subscriberId, statuses ?? null, before?.at ?? null, before?.id ?? null, limit],
    );
    return rows.map(customerTicketOf);
  }

  async countCustomerTickets(subscriberId: string, statuses?: readonly string[]) {
    const [row] = await this.database.query(
      `select count(*)::integer as total from tickets
       where subscriber_id = $1 and ($2::text[] is null or status = any($2))`,
      [subscriberId, statuses ?? null],
    );
    return Number(row?.['total']);
  }

  async customerTicket(subscriberId: string, ticketId: string) {
    const rows = await this.database.query('select * from customer_tickets where subscriber_id = $1 and id = $2', [
      subscriberId,
      ticketId,
    ]);
    return rows.map(customerTicketOf)[0];
  }

  async description(ticketId: string) {
    const [row] = await this.database.query('select description from tickets where id = $1', [ticketId]);
    return String(row?.['description'] ?? '');
  }

  async publicReplies(ticketId: string, {limit, before}: ReplyQuery) {
    const rows = await this.database.query(
      `select * from public_replies
       where ticket_id = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3))
       order by created_at desc, id desc limit $4`,
      [ticketId, before?.at ?? null, before?.id ?? null, limit],
    );
    return rows.map(customerReplyOf).reverse();
  }

  async publicReply(ticketId: string, replyId: string) {
    const rows = await this.database.query('select * from public_replies where ticket_id = $1 and id = $2', [
      ticketId,
      replyId,
    ]);
    return rows.map(customerReplyOf)[0];
  }

  async changes(subscriberId: string, since: number | null) {
    // Read the version first: a change between the two queries is then reported twice instead of never.
    const version = (await this.subscriber(subscriberId))?.version ?? 0;
    const rows = await this.database.query(
      `select *, sum(unread_count) over () as unread from customer_tickets
       where subscriber_id = $1 and (unread_count > 0 or version > $2)
       order by updated_at desc, id desc limit 100`,
      [subscriberId, since ?? version],
    );
    return {version, unread: Number(rows[0]?.['unread'] ?? 0), tickets: rows.map(customerTicketOf)};
  }

  async staffTickets({limit, before, status, search}: StaffListQuery) {
    const rows = await this.database.query(
      `${staffTickets}
       where ($1::text is null or t.status = $1)
         and ($2::text is null or t.number || e'\\n' || t.subject || e'\\n' || s.username ilike $2)
         and ($3::timestamptz is null or (t.touched_at, t.id) < ($3, $4))
       order by t.touched_at desc, t.id desc limit $5`,
      [status || null, search ? containing(search) : null, before?.at ?? null, before?.id ?? null, limit],
    );
    return rows.map(staffTicketOf);
  }

  async staffTicket(ticketId: string) {
    const rows = await this.database.query(`${staffTickets} where t.id = $1`, [ticketId]);
    return rows.map(staffTicketOf)[0];
  }

  async allReplies(ticketId: string) {
    const rows = await this.database.query('select * from replies where ticket_id = $1 order by created_at, id', [
      ticketId,
    ]);
    return rows.map(replyOf);
  }
}

const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
