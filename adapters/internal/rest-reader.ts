import type {Author, Reply, TicketDetail, TicketSummary} from 'isp-support-elements';

import {countOf, firstOf, isRow, isSet, property, rowsIn, textAt, textOf, type Row} from './fields.js';
import {instantsIn} from './instants.js';
import type {RestField, RestOptions} from './rest-options.js';
import type {ReadPage} from './rest-pages.js';
import {lastReplyOf, publicThread, type Thread} from './thread.js';

/** Names in common use. Underscores and upper case do not matter. */
const usualNames: Readonly<Record<RestField, string>> = {
  id: 'id,ticket_id,uuid',
  number: 'ticket_number,ticket_no,number,ticket_ref,reference',
  subject: 'subject,title',
  description: 'description,message,content,body,details',
  status: 'status,state',
  priority: 'priority',
  category: 'category_name,category,topic,department,ticket_type,type',
  createdAt: 'created_at,created_on,created,date_created,opened_at,date',
  updatedAt: 'updated_at,updated_on,updated,last_updated,last_update,modified_at',
  lastReplyAt: 'last_reply_at,last_message_at,last_comment_at',
  lastReplyBy: 'last_reply_by',
  replyCount: 'reply_count,replies_count,message_count,messages_count,comment_count,comments_count',
  unreadCount: 'unread_count',
  canReply: 'can_reply',
  replies: 'replies,messages,comments,communication,conversation,thread,answers',
  replyId: 'id,reply_id,message_id,comment_id,uuid',
  message: 'message,comment,content,body,text',
  repliedAt: 'created_at,created_on,created,timestamp,sent_at,date',
  authorKind:
    'author.kind,author.role,author.type,user.role,sender_role,sender_type,author_type,user_type,author_role,role,' +
    'is_staff,is_admin,is_operator,from_staff,sender',
  authorName:
    'author.name,author.full_name,author.first_name author.last_name,user.name,author_name,sender_name,user_name,' +
    'author,sender',
  isInternal: 'is_internal,internal,is_private,private,is_note,internal_note',
};

const usualEnvelopes =
  'data,tickets,ticket,items,results,result,records,rows,docs,list,replies,reply,messages,message,comments,comment';

/** Names by which a reply says that a customer may read it. */
const publicNames = ['is_public', 'public', 'visible_to_customer', 'customer_visible'];

const usualAuthors: Readonly<Record<string, Author['kind']>> = {
  customer: 'customer',
  client: 'customer',
  subscriber: 'customer',
  user: 'customer',
  requester: 'customer',
  false: 'customer',
  0: 'customer',
  system: 'system',
  bot: 'system',
};

const usualStatuses: Readonly<Record<string, string>> = {
  new: 'open',
  waiting_customer: 'pending',
  waiting_for_customer: 'pending',
  waiting_on_customer: 'pending',
};

/** Reads a portal's responses. */
export interface RestReader {
  page(body: unknown): ReadPage & {readonly tickets: readonly TicketSummary[]};
  /** Undefined if there is no ticket in the body. */
  detail(body: unknown, repliesBody?: unknown): TicketDetail | undefined;
  /** The ID of a ticket that was created. Empty if there is none. */
  id(body: unknown): string;
  /** The ticket of a row of the list, which is all that is known of it. */
  detailOfRow(row: Row): TicketDetail;
}

/** Goes into envelopes, from the outermost, until the value is what is searched. */
function unwrapped(body: unknown, names: readonly string[], isFound: (value: unknown) => boolean) {
  const envelopes: Row[] = [];
  let value = body;
  while (!isFound(value) && isRow(value)) {
    const envelope = value;
    envelopes.unshift(envelope);
    value = names.map(name => envelope[name]).find(each => typeof each === 'object' && each !== null);
  }
  return {value, envelopes};
}

/** Whether a reply says by another name than usual that it is not for customers. */
function isHidden(row: Row): boolean {
  const isPublic = firstOf(row, publicNames);
  const visibility = textAt(row, 'visibility', 'message_type', 'type');
  const isStaffOnly = /^(?:internal|private|staff|note|internal_note)$/i.test(visibility);
  return isStaffOnly || (isPublic !== undefined && !isSet(isPublic));
}

export function createReader(options: RestOptions): RestReader {
  const {aliases = {}, unwrap = usualEnvelopes.split(','), statuses = {}, priorities = {}, authors = {}} = options;
  const toInstant = instantsIn(options.timeZone ?? 'UTC');
  const paths = (field: RestField): readonly string[] => [aliases[field] ?? usualNames[field].split(',')].flat();
  const at = (row: Row, field: RestField): unknown => firstOf(row, paths(field));
  const text = (row: Row, field: RestField): string => textOf(at(row, field));
  const time = (row: Row, field: RestField): string | null => toInstant(at(row, field));

  const statusOf = (row: Row): string => {
    const own = text(row, 'status');
    const word = own.toLowerCase().replace(/[\s-]+/g, '_');
    return textOf(property(statuses, own)) || (usualStatuses[word] ?? word);
  };

  const kindOf = (row: Row): Author['kind'] => {
    const own = text(row, 'authorKind').toLowerCase();
    const kind = property(authors, own) ?? property(usualAuthors, own);
    return (kind as Author['kind'] | undefined) ?? 'operator';
  };

  const toReply = (row: Row): Reply => ({
    id: text(row, 'replyId'),
    author: {kind: kindOf(row), name: text(row, 'authorName')},
    message: text(row, 'message'),
    createdAt: time(row, 'repliedAt'),
    isInternal: isSet(at(row, 'isInternal')) || isHidden(row),
  });

  const threadOf = (rows: unknown): Thread | undefined =>
    Array.isArray(rows) ? publicThread(rowsIn(rows).map(toReply)) : undefined;

  /** What the list says about the last reply, if it has no replies. */
  const statedReply = (row: Row): Pick<TicketSummary, 'replyCount' | 'lastReplyAt' | 'lastReplyBy'> => {
    const author = text(row, 'lastReplyBy').toLowerCase();
    const kind = property(authors, author) ?? property(usualAuthors, author);
    return {
      replyCount: countOf(at(row, 'replyCount')),
      lastReplyAt: time(row, 'lastReplyAt'),
      lastReplyBy: author ? (kind === 'customer' ? 'customer' : 'operator') : null,
    };
  };

  const toTicket = (row: Row, thread: Thread | undefined, replies = thread?.replies): TicketSummary => {
    const publicTime = thread?.hadNotes && replies?.[replies.length - 1]?.createdAt;
    const priority = text(row, 'priority');
    return {
      id: text(row, 'id'),
      number: text(row, 'number') || `#${text(row, 'id')}`,
      subject: text(row, 'subject'),
      status: statusOf(row),
      priority: textOf(property(priorities, priority)) || priority.toLowerCase() || null,
      category: text(row, 'category') || null,
      createdAt: time(row, 'createdAt'),
      updatedAt: publicTime || (!thread?.hadNotes && time(row, 'updatedAt')) || time(row, 'createdAt'),
      ...(replies ? lastReplyOf(replies) : statedReply(row)),
      unreadCount: countOf(at(row, 'unreadCount')),
    };
  };

  const isLocked = (row: Row, status: string): boolean => {
    const canReply = at(row, 'canReply');
    const isLockedStatus = options.lockedStatuses?.includes(status) ?? false;
    return options.paths?.reply === null || isLockedStatus || (canReply !== undefined && !isSet(canReply));
  };

  const toDetail = (row: Row, thread: Thread | undefined): TicketDetail => {
    const [first, ...others] = thread?.replies ?? [];
    const isDescription = options.isFirstReplyDescription && first;
    const replies = isDescription ? others : thread?.replies;
    const ticket = toTicket(row, thread, replies);
    return {
      ticket,
      description: text(row, 'description') || (isDescription ? first.message : ''),
      canReply: !isLocked(row, ticket.status),
      replies: replies ?? [],
      earlierCursor: null,
    };
  };

  /** An envelope, such as `{id, data: […]}`, may have an ID of its own. */
  const isTicket = (value: unknown): boolean =>
    isRow(value) && at(value, 'id') !== undefined && !Array.isArray(value['data']);

  return {
    page(body) {
      const {value, envelopes} = unwrapped(body, unwrap, Array.isArray);
      const rows = rowsIn(value);
      const [first] = rows;
      const firstId = first ? text(first, 'id') : '';
      return {rows, envelopes, firstId, tickets: rows.map(row => toDetail(row, threadOf(at(row, 'replies'))).ticket)};
    },
    detail(body, repliesBody) {
      const {value, envelopes} = unwrapped(body, unwrap, isTicket);
      if (!isRow(value)) return undefined;
      // The replies are in the ticket, beside it, or in a response of their own.
      const rows =
        repliesBody === undefined
          ? [value, ...envelopes].map(each => at(each, 'replies')).find(Array.isArray)
          : unwrapped(repliesBody, unwrap, Array.isArray).value;
      return toDetail(value, threadOf(rows));
    },
    id(body) {
      const {value} = unwrapped(body, unwrap, isTicket);
      return isRow(value) ? text(value, 'id') : '';
    },
    detailOfRow: row => toDetail(row, threadOf(at(row, 'replies'))),
  };
}
