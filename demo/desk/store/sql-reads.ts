import type {Queries} from './database.js';
import type {
  CustomerFilter,
  CustomerListQuery,
  DeskReads,
  ReplyQuery,
  StaffListQuery,
  WaitingListQuery,
} from './store.js';
import {customerReplyOf, customerTicketOf, replyOf, staffTicketOf, subscriberOf} from './sql-rows.js';

const staffTickets = `
  select c.*, t.touched_at, t.written_at, t.waiting_since, s.username, s.name as customer_name,
    last.author_kind as last_author_kind, last.author_name as last_author_name,
    (select count(*) from replies r where r.ticket_id = t.id and r.is_internal) as note_count
  from tickets t
  join customer_tickets c on c.id = t.id
  join subscribers s on s.id = t.subscriber_id
  left join lateral (
    select r.author_kind, r.author_name from public_replies r
    where r.ticket_id = t.id
    order by r.created_at desc, r.id desc limit 1
  ) last on true`;

const ownTickets = `
  subscriber_id = $1 and ($2::text[] is null or status = any($2))
  and ($3::text is null or number || e'\\n' || subject ilike $3)`;

const ownParameters = ({subscriberId, statuses, search}: CustomerFilter) => [
  subscriberId,
  statuses ?? null,
  search ? containing(search) : null,
];

export class SqlReads implements DeskReads {
  constructor(protected readonly database: Queries) {}

  async subscribers() {
    return (await this.database.query('select * from subscribers order by username collate "C"')).map(subscriberOf);
  }

  async subscriber(id: string) {
    const rows = await this.database.query('select * from subscribers where id = $1', [id]);
    return rows.map(subscriberOf)[0];
  }

  async customerTickets({limit, before, ...filter}: CustomerListQuery) {
    const rows = await this.database.query(
      `select * from customer_tickets
       where ${ownTickets} and ($4::timestamptz is null or (created_at, id) < ($4, $5))
       order by created_at desc, id desc limit $6`,
      [...ownParameters(filter), before?.at ?? null, before?.id ?? null, limit],
    );
    return rows.map(customerTicketOf);
  }

  async countCustomerTickets(filter: CustomerFilter) {
    const [row] = await this.database.query(
      `select count(*)::integer as total from tickets where ${ownTickets}`,
      ownParameters(filter),
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

  async waitingTickets({limit, after}: WaitingListQuery) {
    const rows = await this.database.query(
      `${staffTickets}
       where t.waiting_since is not null and ($1::timestamptz is null or (t.waiting_since, t.id) > ($1, $2))
       order by t.waiting_since, t.id limit $3`,
      [after?.at ?? null, after?.id ?? null, limit],
    );
    return rows.map(staffTicketOf);
  }

  async countWaitingTickets() {
    const [row] = await this.database.query(
      'select count(*)::integer as total from tickets where waiting_since is not null',
    );
    return Number(row?.['total']);
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
