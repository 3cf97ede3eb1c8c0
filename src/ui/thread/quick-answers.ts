import {html, nothing, type TemplateResult} from 'lit';

import type {TicketConfig} from '../../contract/config.js';
import type {Reply} from '../../contract/reply.js';
import type {TicketSummary} from '../../contract/ticket.js';
import type {Translator} from '../../i18n/translator.js';
import {button} from '../primitives/button.js';

export interface QuickAnswer {
  readonly key: 'answer.solved' | 'answer.notSolved' | 'answer.anyUpdate';
  /** The text of the reply. Empty if the customer writes it. */
  readonly text: string;
}

export interface Conversation {
  readonly ticket: TicketSummary;
  /** The replies, oldest first. */
  readonly rows: readonly Reply[];
}

/** The time after a message from which it is polite to ask for news, in minutes. */
const silence = 24 * 60;

/** The last message, other than automatic ones. */
const lastOf = (rows: readonly Reply[]): Reply | undefined =>
  rows.filter(({author}) => author.kind !== 'system').at(-1);

/** Whether the customer waits for support: nobody has answered what the customer wrote last. */
export const isSupportsTurn = ({ticket: {status}, rows}: Conversation): boolean =>
  (status === 'open' || status === 'in_progress') && lastOf(rows)?.author.kind !== 'operator';

/** The quick answers that fit the state of a ticket. */
export function quickAnswers(
  thread: Conversation,
  {quickReplies: {solved, notSolved, anyUpdate}, answers}: TicketConfig,
  t: Translator,
): readonly QuickAnswer[] {
  const {ticket, rows} = thread;
  const found: QuickAnswer[] = [];
  const offer = (key: QuickAnswer['key'], text: string | false): void => {
    if (text !== false) found.push({key, text});
  };
  const last = lastOf(rows);
  if (ticket.status === 'resolved') {
    const text = solved ?? t('answer.solved.text');
    // The answer reopens the ticket, as any reply does. When staff resolve it again, the question has been answered.
    const ownLast = rows.filter(({author}) => author.kind === 'customer').at(-1);
    if (ownLast?.message !== text) offer('answer.solved', text);
    offer('answer.notSolved', notSolved ?? '');
  } else if (ticket.status === 'in_progress' || isSupportsTurn(thread)) {
    const minutes = (Date.now() - Date.parse((last ?? ticket).createdAt ?? '')) / 60_000;
    if (minutes > Math.max(silence, answers.usualMinutes ?? 0))
      offer('answer.anyUpdate', anyUpdate ?? t('answer.anyUpdate.text'));
  }
  return found;
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
