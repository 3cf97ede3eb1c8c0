import {html, nothing, type TemplateResult} from 'lit';

import type {Reply} from '../../contract/reply.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Translator} from '../../i18n/translator.js';
import {article} from './article.js';
import {plainText, type PlainTextOptions} from '../text/plain-text.js';
import {relativeTime, timeOfDay} from '../text/time.js';
import {unsentStatus, type UnsentItem, type UnsentActions} from '../primitives/unsent-status.js';

export interface ThreadArticleOptions {
  readonly t: Translator;
  readonly timeZone: string;
  /** The name of the provider, which stands for an author without a name. */
  readonly operatorName: string | null | undefined;
  /** How the text of a message is shown, by the id of the message. */
  readonly textOptions: (id: string) => PlainTextOptions;
}

/** The description of the ticket: the first article of a thread. */
export function descriptionArticle(
  ticket: TicketSummary,
  description: string,
  options: ThreadArticleOptions,
): TemplateResult {
  const {t, timeZone} = options;
  return article({
    id: 'description',
    kind: 'description',
    author: t('thread.you'),
    label: t('thread.description'),
    // The header has said when the ticket was opened.
    time: html`<span aria-hidden="true">${relativeTime(ticket.createdAt, t, timeZone)}</span>`,
    body: messageText(description, 'description', options),
  });
}

/** A reply that the server has. Whether the author is "You" depends on its kind, never on its name. */
export function replyArticle(reply: Reply, options: ThreadArticleOptions): TemplateResult {
  const {t, timeZone, operatorName} = options;
  const {kind, name} = reply.author;
  const fallback = (kind === 'operator' && operatorName) || t(`thread.${kind === 'customer' ? 'you' : kind}`);
  return article({
    // Two messages may have the same id.
    id: `${reply.id} ${reply.createdAt}`,
    kind,
    author: (kind !== 'customer' && name?.trim()) || fallback,
    time: timeOfDay(reply.createdAt, t, timeZone),
    body: messageText(reply.message, reply.id, options),
  });
}

/** The text of a message. If it is empty or cannot be read, the customer is told that there is one. */
const messageText = (text: string, id: string, {t, textOptions}: ThreadArticleOptions): TemplateResult =>
  plainText(text.trim() ? text : t('thread.unreadable'), t, textOptions(id));

/** A reply that the server does not have yet. */
export interface UnsentReply extends UnsentItem {
  readonly draft: {readonly message: string};
  readonly createdAt: number;
}

export const timestampOf = ({createdAt}: UnsentReply): string => new Date(createdAt).toISOString();

export function unsentArticle(
  reply: UnsentReply,
  options: ThreadArticleOptions,
  actions: UnsentActions,
): TemplateResult {
  const {t, timeZone, textOptions} = options;
  return article({
    id: reply.key,
    kind: 'customer',
    author: t('thread.you'),
    time: timeOfDay(timestampOf(reply), t, timeZone),
    body: reply.discarded ? nothing : plainText(reply.draft.message, t, textOptions(reply.key)),
    status: unsentStatus(reply, t, actions),
  });
}
