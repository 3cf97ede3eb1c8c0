import type {Author, TicketConfig, TransportRequest} from 'isp-support-elements';

/** A value that `restBackend` reads from a ticket or a reply. */
export type RestField =
  | 'id'
  | 'number'
  | 'subject'
  | 'description'
  | 'status'
  | 'priority'
  | 'category'
  | 'createdAt'
  | 'updatedAt'
  | 'lastReplyAt'
  | 'lastReplyBy'
  | 'replyCount'
  | 'unreadCount'
  | 'canReply'
  | 'replies'
  | 'replyId'
  | 'message'
  | 'repliedAt'
  | 'authorKind'
  | 'authorName'
  | 'isInternal';

/**
 * Paths below `api-base`, which may have a query. `{id}` stands for the ID of the ticket. Null if the server has no
 * such operation.
 */
export interface RestPaths {
  /** The list. Default: `tickets`. */
  readonly tickets?: string;
  /** One ticket. Default: `tickets/{id}`. If it is null, the ticket is searched in the list. */
  readonly ticket?: string | null;
  /** The replies of a ticket, with all pages that they say they have, if they are not in the response of `ticket`. */
  readonly replies?: string | null;
  /** Where a reply is sent. Default: `tickets/{id}/replies`. If it is null, no ticket can be replied to. */
  readonly reply?: string | null;
  /** Where a new ticket is sent. Default: the path of the list. */
  readonly create?: string;
}

/** How the pages of the list are requested. */
export interface RestPages {
  /** By number, by the number of tickets before the page, or by a text that the previous page has. */
  readonly kind: 'number' | 'offset' | 'cursor';
  /** Name of the query parameter. Default: `page`, `offset` or `cursor`. */
  readonly parameter?: string;
  /** Number of the first page. Default: 1. */
  readonly first?: number;
  /** Tickets to ask for with each page. Without it, the server decides. */
  readonly size?: number;
  /** Name of the query parameter for `size`. Default: `limit`. */
  readonly sizeParameter?: string;
}

/** Names of the properties of a request. A null is not sent. */
export interface RestRequestFields {
  /** Default: `subject`. */
  readonly subject?: string | null;
  /** Default: `description`. */
  readonly description?: string | null;
  /** Default: `category`. */
  readonly category?: string | null;
  /** Default: `priority`. */
  readonly priority?: string | null;
  /** The text of a reply. Default: `message`. */
  readonly message?: string;
}

/** Options of `restBackend()`. Each describes one way in which a portal's API differs from the contract. */
export interface RestOptions {
  readonly paths?: RestPaths;
  /**
   * Names of the properties that hold a ticket, or rows, in any case. Default: those in common use, such as `data`.
   * They may be in each other.
   */
  readonly unwrap?: readonly string[];
  /**
   * Names of the properties to read a value from, instead of the usual ones. Underscores and upper case do not
   * matter. A dot leads into an object, as in `author.name`; a space joins two texts. An empty array means that the
   * server's value is not to be used: for `replyCount`, for example, if it counts internal notes.
   */
  readonly aliases?: Readonly<Partial<Record<RestField, string | readonly string[]>>>;
  /** Names of the properties to send. */
  readonly requestFields?: RestRequestFields;
  /** Further properties that the server requires. */
  readonly extraFields?: {
    readonly create?: Readonly<Record<string, unknown>>;
    readonly reply?: Readonly<Record<string, unknown>>;
  };
  /** Query parameters of every request, such as the customer number. */
  readonly query?: Readonly<Record<string, string>>;
  /**
   * The contract's status for each of the server's, such as `{0: 'open'}`. Without an entry, the server's own is shown;
   * upper case, spaces and hyphens do not matter.
   */
  readonly statuses?: Readonly<Record<string, string>>;
  /** The contract's priority for each of the server's, in both directions. Numbers are sent as numbers. */
  readonly priorities?: Readonly<Record<string, string>>;
  /** Who has written a reply, for each value that the server has for it, such as `{tech: 'operator'}`. */
  readonly authors?: Readonly<Record<string, Author['kind']>>;
  /** Statuses in which a ticket cannot be replied to. Default: none. */
  readonly lockedStatuses?: readonly string[];
  /** IANA time zone of times without an offset, such as `Africa/Nairobi`. Default: `UTC`. */
  readonly timeZone?: string;
  /**
   * How pages of the list are requested. Default: as the server says that there are more, by a URL of the next page (in
   * the body or in the header `Link`), by `next_cursor`, or by number.
   */
  readonly pages?: RestPages['kind'] | RestPages;
  /** Whether the first reply of a ticket is its description. */
  readonly isFirstReplyDescription?: boolean;
  /** Whether the server answers 404 if the customer has no tickets. */
  readonly isEmptyNotFound?: boolean;
  /** The method of a reply. Default: `POST`. */
  readonly replyMethod?: 'POST' | 'PUT' | 'PATCH';
  /** How bodies are sent. Default: `json`. */
  readonly encoding?: 'json' | 'form';
  /**
   * Further headers of every request. A function is called for each: frameworks want the token against cross-site
   * requests that they have put into the page or into a cookie, such as `X-CSRF-TOKEN`.
   */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** Headers that carry the token. Default: `Authorization: Bearer …`. */
  readonly authorize?: TransportRequest['authorize'];
  /** `same-origin` if the session is a cookie of the page's origin. */
  readonly credentials?: TransportRequest['credentials'];
  /** Categories, priorities and other settings. The built-in ones apply for what is missing. */
  readonly config?: Partial<TicketConfig>;
}
