import type {Database} from './database.js';

/** The migrations, one per version. Never edit a released migration: add another one. */
const migrations: readonly (readonly string[])[] = [
  [
    `create table subscribers (
      id text collate "C" primary key,
      username text not null unique,
      name text not null,
      plan text not null,
      town text not null,
      state text not null check (state in ('active', 'no_tickets', 'deleted')),
      version integer not null
    )`,
    // Statuses, categories and priorities are open sets, so the database does not enumerate them.
    `create table tickets (
      id text collate "C" primary key,
      number text not null unique,
      subscriber_id text collate "C" not null references subscribers,
      subject text not null,
      description text not null,
      category text,
      priority text,
      status text not null,
      accepts_replies boolean not null,
      created_at timestamptz(3) not null,
      status_changed_at timestamptz(3),
      read_through timestamptz(3),
      touched_at timestamptz(3) not null,
      version integer not null
    )`,
    'create index tickets_newest_first on tickets (subscriber_id, created_at desc, id desc)',
    'create index tickets_in_queue on tickets (touched_at desc, id desc)',
    `create table replies (
      id text collate "C" primary key,
      ticket_id text collate "C" not null references tickets,
      author_kind text not null check (author_kind in ('customer', 'operator', 'system')),
      author_name text,
      message text not null,
      is_internal boolean not null,
      created_at timestamptz(3) not null
    )`,
    'create index replies_in_order on replies (ticket_id, created_at, id)',
    'create index public_replies_in_order on replies (ticket_id, created_at, id) where not is_internal',
    `create table ticket_numbers (year integer primary key, last integer not null)`,
    `create table receipts (
      subscriber_id text collate "C" not null references subscribers,
      key text not null,
      fingerprint text not null,
      answer text not null,
      created_at timestamptz(3) not null,
      primary key (subscriber_id, key)
    )`,
    'create index receipts_by_age on receipts (created_at)',
    // All reads for customers use these two views, the only place where internal notes are excluded.
    `create view public_replies as
      select id, ticket_id, author_kind, author_name, message, is_internal, created_at
      from replies
      where not is_internal`,
    `create view customer_tickets as
      select
        t.id, t.number, t.subscriber_id, t.subject, t.status, t.priority, t.category, t.accepts_replies, t.created_at,
        greatest(t.created_at, t.status_changed_at, thread.last_reply_at) as updated_at,
        thread.last_reply_at,
        case
          when thread.last_author = 'customer' then 'customer'
          when thread.reply_count > 0 then 'operator'
        end as last_reply_by,
        thread.reply_count, thread.unread_count, t.read_through, t.version
      from tickets t
      cross join lateral (
        select
          count(*)::integer as reply_count,
          max(r.created_at) as last_reply_at,
          (array_agg(r.author_kind order by r.created_at desc, r.id desc))[1] as last_author,
          count(*) filter (
            where r.author_kind = 'operator' and r.created_at > coalesce(t.read_through, '-infinity')
          )::integer as unread_count
        from public_replies r
        where r.ticket_id = t.id
      ) thread`,
  ],
  // The views exclude `written_at`: only staff may read it.
  [
    'alter table tickets add column written_at timestamptz(3)',
    'alter table replies add column written_at timestamptz(3)',
  ],
  [
    'alter table tickets add column waiting_since timestamptz(3)',
    // As waitAfterThread() in turn.ts.
    `update tickets t
      set waiting_since = case
        when t.status = 'in_progress' then answered.at
        else (
          select min(r.created_at) from public_replies r
          where r.ticket_id = t.id and r.author_kind = 'customer' and r.created_at > answered.at
        )
      end
      from (
        select ticket_id, max(created_at) as at from public_replies where author_kind = 'operator' group by ticket_id
      ) answered
      where answered.ticket_id = t.id and t.status not in ('resolved', 'closed') and t.accepts_replies`,
    `update tickets t
      set waiting_since = t.created_at
      where t.status not in ('resolved', 'closed') and t.accepts_replies
        and not exists (select from public_replies r where r.ticket_id = t.id and r.author_kind = 'operator')`,
    'create index tickets_waiting on tickets (waiting_since, id) where waiting_since is not null',
  ],
];

// An arbitrary number that no other program uses as a lock in the same database.
const migrationLock = 7_261_905;

/** Migrates a database to a version, by default to the newest. */
export function migrate(database: Database, version = migrations.length): Promise<void> {
  return database.transaction(async ({query}) => {
    await query('select pg_advisory_xact_lock($1)', [migrationLock]);
    await query('create table if not exists schema_version (version integer not null)');
    const [row] = await query('select max(version) as version from schema_version');
    const done = Number(row?.['version'] ?? 0);
    for (const migration of migrations.slice(done, version)) for (const statement of migration) await query(statement);
    if (done < version) await query('insert into schema_version values ($1)', [version]);
  });
}
