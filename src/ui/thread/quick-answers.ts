import {html, nothing, type TemplateResult} from 'lit';

import type {TicketConfig} from '../../contract/config.js';
import type {Reply} from '../../contract/reply.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Translator} from '../../i18n/translator.js';
import {isWithSupport, lastReply} from '../primitives/status-badge.js';
import {button} from '../primitives/button.js';

export interface QuickAnswer {
  readonly key: 'answer.solved' | 'answer.notSolved' | 'answer.anyUpdate';
  /** The text of the reply. Empty if the customer writes it. */
  readonly text: string;
}

export interface Conversation {
  /** With a built-in status, if there is one of the same kind. */
  readonly ticket: TicketSummary;
  /** The replies, oldest first. */
  readonly rows: readonly Reply[];
}

/** The time after a message from which it is polite to ask for news, in minutes. */
const silence = 24 * 60;

/** Whether the customer waits for support, which has not answered what the customer wrote last. */
export const isSupportsTurn = ({ticket: {status}, rows}: Conversation): boolean =>
  isWithSupport(status) && lastReply(rows)?.author.kind !== 'operator';

/** The quick answers that fit the state of a ticket. */
export function quickAnswers(
  thread: Conversation,
  {quickReplies: {solved, notSolved, anyUpdate}, answers}: TicketConfig,
  t: Translator,
): readonly QuickAnswer[] {
  const {ticket, rows} = thread;
  const answer = (key: QuickAnswer['key'], text: string | false): QuickAnswer[] =>
    text === false ? [] : [{key, text}];
  if (ticket.status === 'resolved') {
    const text = solved ?? t('answer.solved.text');
    // The answer reopens the ticket, as any reply does. When staff resolve it again, the question has been answered.
    const ownLast = rows.filter(({author}) => author.kind === 'customer').at(-1);
    return [
      ...answer('answer.solved', ownLast?.message !== text && text),
      ...answer('answer.notSolved', notSolved ?? ''),
    ];
  }
  const minutes = (Date.now() - Date.parse((lastReply(rows) ?? ticket).createdAt ?? '')) / 60_000;
  const isOverdue = minutes > Math.max(silence, answers.usualMinutes ?? 0);
  return isOverdue && (ticket.status === 'in_progress' || isSupportsTurn(thread))
    ? answer('answer.anyUpdate', anyUpdate ?? t('answer.anyUpdate.text'))
    : [];
}

/** A button for each quick answer. While there is a draft, they are not offered, and keep their place. */
export const quickAnswerButtons = (
  answers: readonly QuickAnswer[],
  hasDraft: boolean,
  t: Translator,
  onAnswer: (answer: QuickAnswer) => void,
): TemplateResult | typeof nothing =>
  answers.length === 0
    ? nothing
    : html`<div class="actions ${hasDraft ? 'unoffered' : ''}">
        ${answers.map(answer => button(t(answer.key), () => onAnswer(answer)))}
      </div>`;
