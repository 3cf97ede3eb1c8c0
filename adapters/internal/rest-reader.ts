import type {Author, Reply, TicketDetail, TicketSummary} from 'isp-support-elements';

import {allOf, countOf, firstOf, isRow, isSet, listOf, property, rowsIn, textOf, type Row} from './fields.js';
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
  replies:
    'replies,messages,comments,communication,conversation,thread,answers,' +
    '_embedded.replies,_embedded.messages,_embedded.comments',
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
  'data,tickets,ticket,items,results,result,records,rows,docs,list,replies,reply,messages,message,comments,comment,' +
  'content,value,_embedded,edges';

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

/** Rows of the list. */
export type RestPage = Omit<ReadPage, 'headers'> & {readonly tickets: readonly TicketSummary[]};

/** Reads a portal's responses. */
export interface RestReader {
  /** Undefined if there is no list in the body. */
  page(body: unknown): RestPage | undefined;
  /**
   * Undefined if there is no ticket in the body. `replies` are those of a response of their own. `ticketId` finds the
   * ticket in a list; without it, the only one counts.
   */
  detail(body: unknown, replies?: readonly Row[], ticketId?: string): TicketDetail | undefined;
  /** The replies in a response of their own. Undefined if there is no list. */
  replies(body: unknown): Omit<ReadPage, 'headers'> | undefined;
  /** The ID of a ticket that was created. Empty if there is none. */
  id(body: unknown): string;
  /** The ticket of a row of the list, which is all that is known of it. */
  detailOfRow(row: Row): TicketDetail;
}

/** Goes into envelopes, from the outermost, until the value is what is searched. Null if the last one has none. */
function unwrapped(body: unknown, names: readonly string[], isFound: (value: unknown) => boolean) {
  const envelopes: Row[] = [];
  let value = body;
  while (!isFound(value) && isRow(value)) {
    const envelope = value;
    // PHP has one form for an empty list and an empty object.
    const isEmpty = envelopes.length > 0 && Object.keys(envelope).length === 0;
    const values = isEmpty ? [null] : names.map(name => property(envelope, name));
    envelopes.unshift(envelope);
    value = values.find(each => typeof each === 'object' && each !== null) ?? values.find(each => each === null);
  }
  return {value, envelopes};
}

const isListed = (value: unknown): boolean => listOf(value) !== undefined;

const isEdge = (row: Row): boolean => Object.keys(row).every(key => /^(?:node|cursor|__typename)$/.test(key));

const isResource = (row: Row): boolean =>
  Object.keys(row).every(key => /^(?:id|type|attributes|relationships|links|meta)$/.test(key));

/** `{node: {…}}` of GraphQL, and `{id, type, attributes: {…}}` of JSON:API, as other servers send a row. */
function plainRow(row: Row): Row {
  const {node, attributes} = row;
  if (isRow(node) && isEdge(row)) return plainRow(node);
  if (!isRow(attributes) || !isResource(row)) return row;
  const {id, relationships} = row;
  return {relationships, ...attributes, id};
}

const staffOnly =
  /^(?:internal|private|staff|agents?|admins?|operators?|hidden|note|(?:internal|private|staff|admin)(?:note|comment|only))$/i;

/** Whether a reply says by another name than usual that it is not for customers. */
const isHidden = (row: Row): boolean =>
  allOf(row, ['visibility', 'message_type', 'type']).some(word =>
    staffOnly.test(textOf(word).replace(/[\s_-]/g, '')),
  ) || allOf(row, publicNames).some(flag => !isSet(flag));

/** The options with what is in common use, and how to read a value of a row by them. */
function fieldsOf({aliases = {}, unwrap = usualEnvelopes.split(',')}: RestOptions) {
  const paths = (field: RestField): readonly string[] => [aliases[field] ?? usualNames[field].split(',')].flat();
  const at = (row: Row, field: RestField): unknown => firstOf(row, paths(field));
  return {
    unwrap,
    at,
    text: (row: Row, field: RestField): string => textOf(at(row, field)),
    /** One flag is enough: many tables have several. */
    isInternal: (row: Row): boolean => allOf(row, paths('isInternal')).some(isSet),
    /** The replies in a row, or in the list that it has of them. Another property of a usual name may be a number. */
    repliesIn: (row: Row): readonly Row[] | undefined =>
      allOf(row, paths('replies'))
        .map(value => unwrapped(value, unwrap, isListed).value)
        .filter(isListed)
        .map(rows => rowsIn(rows).map(plainRow))[0],
  };
}

type Fields = ReturnType<typeof fieldsOf>;

/** Makes tickets of rows. */
function ticketsFrom({at, text, isInternal}: Fields, options: RestOptions) {
  const {statuses = {}, priorities = {}, authors = {}} = options;
  const toInstant = instantsIn(options.timeZone ?? 'UTC');
  const time = (row: Row, field: RestField): string | null => toInstant(at(row, field));

  const statusOf = (row: Row): string => {
    const own = text(row, 'status');
    const word = own.toLowerCase().replace(/[\s-]+/g, '_');
    return textOf(property(statuses, own)) || (usualStatuses[word] ?? word);
  };

  const kindOf = (row: Row): Author['kind'] => {
    const own = text(row, 'authorKind').toLowerCase();
    const kind = property(authors, own) ?? property(usualAuthors, own);
    // Such as `is_staff: "no"`.
    const isNoFlag = own !== '' && !isSet(own);
    return (kind as Author['kind'] | undefined) ?? (isNoFlag ? 'customer' : 'operator');
  };

  const toReply = (row: Row): Reply => ({
    id: text(row, 'replyId'),
    author: {kind: kindOf(row), name: text(row, 'authorName')},
    message: text(row, 'message'),
    createdAt: time(row, 'repliedAt'),
    isInternal: isInternal(row) || isHidden(row),
  });

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

  return (row: Row, rows: readonly Row[] | undefined): TicketDetail => {
    const thread = rows && publicThread(rows.map(toReply));
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
}

export function createReader(options: RestOptions): RestReader {
  const fields = fieldsOf(options);
  const {unwrap, at, text, isInternal, repliesIn} = fields;
  const toDetail = ticketsFrom(fields, options);

  /** An envelope, such as `{id, data: …}`, may have an ID of its own. */
  const isTicket = (value: unknown): boolean =>
    isRow(value) &&
    at(plainRow(value), 'id') !== undefined &&
    (typeof value['data'] !== 'object' || at(value, 'subject') !== undefined);

  const isTicketOrList = (value: unknown): boolean => isListed(value) || isTicket(value);

  const ticketIn = (body: unknown, ticketId: string | undefined) => {
    const {value, envelopes} = unwrapped(body, unwrap, isTicketOrList);
    const rows = (isListed(value) ? rowsIn(value) : [value].filter(isRow)).map(plainRow);
    const isOne = !isListed(value) || (ticketId === undefined && rows.length === 1);
    return {row: isOne ? rows[0] : rows.find(each => text(each, 'id') === ticketId), envelopes};
  };

  const listIn = (body: unknown, id: RestField): Omit<ReadPage, 'headers'> | undefined => {
    const {value, envelopes} = unwrapped(body, unwrap, isListed);
    if (!isListed(value) && (value !== null || envelopes.length === 0)) return undefined;
    const rows = rowsIn(value).map(plainRow);
    const [first] = rows;
    return {rows, envelopes, firstId: first ? text(first, id) : ''};
  };

  return {
    page(body) {
      const page = listIn(body, 'id');
      const rows = page?.rows.filter(row => !isInternal(row)) ?? [];
      return page && {...page, rows, tickets: rows.map(row => toDetail(row, repliesIn(row)).ticket)};
    },
    replies: body => listIn(body, 'replyId'),
    detail(body, replies, ticketId) {
      const {row, envelopes} = ticketIn(body, ticketId);
      if (!row || isInternal(row)) return undefined;
      // The replies are in the ticket, beside it, or in a response of their own.
      return toDetail(row, replies ?? [row, ...envelopes].map(repliesIn).find(Boolean));
    },
    id(body) {
      const {row} = ticketIn(body, undefined);
      return row ? text(row, 'id') : '';
    },
    detailOfRow: row => toDetail(row, repliesIn(row)),
  };
}
