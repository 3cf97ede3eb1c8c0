import type {TemplateResult} from 'lit';

import type {Reply} from '../../contract/reply.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Words} from '../../i18n/translator.js';
import {article} from './article.js';
import {plainText, type PlainTextOptions} from '../text/plain-text.js';
import {timeOfDay, time} from '../text/time.js';
import {unsentState, type Unsent, type UnsentActions} from '../text/unsent-state.js';

export interface ThreadArticleOptions {
  readonly words: Words;
  readonly timeZone: string;
  /** How a text is shown, by the id of its message. */
  readonly text: (id: string) => PlainTextOptions;
}

/** What the ticket was opened with: the first article, and marked as such. */
export function descriptionArticle(
  ticket: TicketSummary,
  description: string,
  options: ThreadArticleOptions,
): TemplateResult {
  const {words, timeZone, text} = options;
  return article({
    id: 'description',
    kind: 'description',
    author: words('thread.you'),
    label: words('thread.description'),
    time: time(ticket.createdAt, words, timeZone),
    body: plainText(description, words, text('description')),
  });
}

/** A reply. Its author's kind decides "You"; a name never does. */
export function replyArticle(reply: Reply, {words, timeZone, text}: ThreadArticleOptions): TemplateResult {
  const {kind, name} = reply.author;
  return article({
    id: reply.id,
    kind,
    author: kind === 'customer' ? words('thread.you') : (name ?? words(`thread.${kind}`)),
    time: timeOfDay(reply.createdAt, words, timeZone),
    body: plainText(reply.message, words, text(reply.id)),
  });
}

/** A reply that the server does not have yet, as the customer may know it. */
export interface UnsentReply extends Unsent {
  readonly draft: {readonly message: string};
  readonly createdAt: number;
}

export function unsentArticle(
  reply: UnsentReply,
  options: ThreadArticleOptions,
  actions: UnsentActions,
): TemplateResult {
  const {words, timeZone, text} = options;
  return article({
    id: reply.key,
    kind: 'customer',
    author: words('thread.you'),
    time: timeOfDay(new Date(reply.createdAt).toISOString(), words, timeZone),
    body: plainText(reply.draft.message, words, text(reply.key)),
    state: unsentState(reply, words, actions),
  });
}
