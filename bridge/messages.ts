import type {ColorScheme, SupportErrorCode, SupportView, TokenRequest} from 'isp-support-elements';

/** Identifies the messages among others on the same channel. */
export const source = 'isp-support-elements';

/** Version of the messages. It increases when an app that knows the previous one would misunderstand them. */
export const version = 1;

/** What every message has. On the channel, a message is JSON text. */
export interface Envelope {
  readonly source: typeof source;
  readonly version: typeof version;
}

/** Body of a message that the page sends to the app. */
export type PageMessageBody =
  /** The page listens from now on: the app can send its settings. */
  | {readonly type: 'connect'}
  /** The element shows its content, or the reason why it cannot. */
  | {readonly type: 'ready'}
  /** The element needs the customer's token. Answer with `token` or `token-error`, and the same `id`. */
  | {readonly type: 'token-request'; readonly id: string; readonly reason: TokenRequest['reason']}
  /** Number of unread replies: once at start, and whenever it changes. */
  | {readonly type: 'unread-change'; readonly total: number}
  /** The customer moves to another view. `ticketId` is empty unless the view is `ticket`. */
  | {readonly type: 'navigate'; readonly view: SupportView; readonly ticketId: string}
  /** The customer opens a link in a message, which the app is to open. Check its scheme before you do. */
  | {readonly type: 'link-open'; readonly href: string}
  /** The customer presses *Sign in*. Sign them in, and send `refresh`. */
  | {readonly type: 'sign-in'}
  /** Answer to `back`: whether there was a view to go back to. If not, the app can close the page. */
  | {readonly type: 'back-result'; readonly id: string; readonly handled: boolean}
  /** Answer to `logout`: what was stored on the device is deleted. */
  | {readonly type: 'logout-result'; readonly id: string}
  /** A failure that the customer has been shown, for logging. See `isp-error`. */
  | {
      readonly type: 'error';
      readonly code: SupportErrorCode;
      readonly status?: number | undefined;
      readonly requestId?: string | undefined;
      readonly retryable: boolean;
    };

/** Body of a message that the app sends to the page. */
export type AppMessageBody =
  /** Answer to `token-request`: the customer's JWT. Empty or null if nobody is signed in. */
  | {readonly type: 'token'; readonly id: string; readonly token: string | null}
  /** Answer to `token-request`: there is no token now. The customer can try again. */
  | {readonly type: 'token-error'; readonly id: string; readonly message?: string}
  /** Settings of the app or the device. What is left out stays as it is. */
  | {
      readonly type: 'settings';
      readonly colorScheme?: ColorScheme;
      /** Size of the text, where 1 is 16 CSS pixels: from 0.5 to 4. Android zooms the text of a webview by itself. */
      readonly textScale?: number;
      /** BCP 47 tag, such as `pt-BR`. */
      readonly locale?: string;
    }
  /** The user wants to go back, such as by the Back button of Android. The page answers with `back-result`. */
  | {readonly type: 'back'; readonly id: string}
  /** Shows a view, such as the ticket of a notification. */
  | {readonly type: 'navigate'; readonly view: SupportView; readonly ticketId?: string}
  /** Loads what is new, such as after a notification, and asks for the token again if there was none. */
  | {readonly type: 'refresh'}
  /** Deletes the customer's drafts and unsent messages, before the app signs them out. Answered by `logout-result`. */
  | {readonly type: 'logout'; readonly id: string};

/** Message that the page sends to the app. */
export type PageMessage = Envelope & PageMessageBody;

/** Message that the app sends to the page. */
export type AppMessage = Envelope & AppMessageBody;

export const formatMessage = (body: PageMessageBody): string => JSON.stringify({source, version, ...body});

type Check = (value: unknown) => boolean;

const isText: Check = value => typeof value === 'string';
const isFilledText: Check = value => isText(value) && value !== '';
const isOneOf =
  (...values: readonly unknown[]): Check =>
  value =>
    values.includes(value);
const optional =
  (check: Check): Check =>
  value =>
    value === undefined || check(value);

/** The fields of each message of the app. */
const shapes: {readonly [Type in AppMessageBody['type']]: Readonly<Record<string, Check>>} = {
  token: {id: isFilledText, token: value => value === null || isText(value)},
  'token-error': {id: isFilledText, message: optional(isText)},
  settings: {
    colorScheme: optional(isOneOf('light', 'dark', 'auto')),
    textScale: optional(value => typeof value === 'number' && value >= 0.5 && value <= 4),
    locale: optional(isText),
  },
  back: {id: isFilledText},
  navigate: {view: isOneOf('list', 'ticket', 'new-ticket'), ticketId: optional(isText)},
  refresh: {},
  logout: {id: isFilledText},
};

/** A message of the app, or, for its developer, what is wrong with it. Undefined if it is for others. */
export type ParsedMessage = {readonly message: AppMessage} | {readonly flaw: string} | undefined;

/** Reads what has arrived on the channel: the JSON text of a message, or the message itself. */
export function parseAppMessage(received: unknown): ParsedMessage {
  const message = parseObject(received);
  if (message?.['source'] !== source) return undefined;
  const {version: itsVersion, type} = message;
  if (itsVersion !== version) return {flaw: `the app's message has not version ${version}`};
  // A newer app may have more to say.
  if (typeof type !== 'string' || !Object.hasOwn(shapes, type)) return undefined;
  const body = message as unknown as AppMessage;
  const wrong = Object.entries(shapes[body.type]).find(([name, isRight]) => !isRight(message[name]))?.[0];
  if (wrong) return {flaw: `the app's message "${body.type}" has a missing or wrong "${wrong}"`};
  if (body.type === 'navigate' && body.view === 'ticket' && !body.ticketId)
    return {flaw: 'the app\'s message "navigate" has no "ticketId"'};
  return {message: body};
}

function parseObject(received: unknown): Readonly<Record<string, unknown>> | undefined {
  let value = received;
  if (typeof value === 'string') {
    try {
      value = JSON.parse(value);
    } catch {
      return undefined;
    }
  }
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}
