import {html, nothing, type TemplateResult} from 'lit';

import type {Reply} from '../contract/reply.js';
import type {TicketSummary} from '../contract/ticket.js';
import type {Words} from '../messages/words.js';
import {article} from './article.js';
import {errorWords} from './error-words.js';
import {plainText, type PlainTextOptions} from './plain-text.js';
import {timeOfDay, time} from './time.js';
import type {SupportError} from '../contract/errors.js';

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
export interface Unsent {
  readonly key: string;
  readonly message: string;
  readonly writtenAt: string;
  readonly status: 'waiting' | 'sending' | 'failed';
  readonly error?: SupportError;
}

export interface UnsentActions {
  /** Whether there is any use in sending it again. */
  readonly canReply: boolean;
  readonly onRetry: (key: string) => void;
  readonly onEdit: (key: string) => void;
  readonly onDiscard: (key: string) => void;
}

export function unsentArticle(reply: Unsent, options: ThreadArticleOptions, actions: UnsentActions): TemplateResult {
  const {words, timeZone, text} = options;
  return article({
    id: reply.key,
    kind: 'customer',
    author: words('thread.you'),
    time: timeOfDay(reply.writtenAt, words, timeZone),
    body: plainText(reply.message, words, text(reply.key)),
    state: reply.error
      ? failure(reply, reply.error, words, actions)
      : html`<p class="article-state muted">${words(`pending.${reply.status}`)}</p>`,
  });
}

function failure({key}: Unsent, error: SupportError, words: Words, actions: UnsentActions): TemplateResult {
  const [label, act] = error.retryable
    ? ([words('pending.retry'), actions.onRetry] as const)
    : ([words('pending.edit'), actions.onEdit] as const);
  return html`<div class="article-state failed">
    <p role="alert">${words('pending.failed', {reason: errorWords(error, words)})}</p>
    ${actions.canReply ? html`<button class="button" type="button" @click=${() => act(key)}>${label}</button>` : nothing}
    <button class="button quiet" type="button" @click=${() => actions.onDiscard(key)}>
      ${words('pending.discard')}
    </button>
  </div>`;
}
