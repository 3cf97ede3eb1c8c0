import {html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';

import type {Reply} from '../../contract/reply.js';
import type {Translator} from '../../i18n/translator.js';
import {
  replyArticle,
  timestampOf,
  unsentArticle,
  type ThreadArticleOptions,
  type UnsentReply,
} from './thread-articles.js';
import {rowGap, type RowGap} from '../primitives/row-gap.js';
import {formatDay} from '../text/time.js';
import type {UnsentActions} from '../primitives/unsent-status.js';

export interface ReplyListOptions extends ThreadArticleOptions, UnsentActions {
  readonly replies: readonly (Reply | RowGap<Reply>)[];
  /** The buttons that load the replies before these. */
  readonly earlier: TemplateResult | typeof nothing;
  /** The number of replies that are rendered in the end: the first screen is rendered before the others. */
  readonly count: number;
  /** Each reply that was the first one on screen: those above it were loaded later. */
  readonly firstShownIds: ReadonlySet<string>;
  readonly unsent: readonly UnsentReply[];
  /** The first reply that was unread when the thread was opened. */
  readonly firstUnreadId: string | undefined;
  /** Changes whenever a long message is expanded. */
  readonly expansionRevision: number;
  /** Renders a reply that is far from the view, and moves the focus to it. */
  readonly onShow: (reply: Reply) => void;
}

/** The newest replies are read first, and what follows them must not move when they come into view. */
export const alwaysLaidOut = 11;

/** The number of replies up to which a thread is read from the top: then all of them are laid out. */
const shortThread = 18;

/**
 * The replies, oldest first, with a divider at each new day and one before the first unread reply; then the unsent
 * replies.
 */
export function replyList(options: ReplyListOptions): TemplateResult {
  const {replies, earlier, count, unsent, firstUnreadId, t, timeZone, operatorName, expansionRevision} = options;
  const lastTime = lastTimeOf(replies);
  const lastDay = lastTime === null ? undefined : formatDay(lastTime, t, timeZone);
  const dayOfUnsent = (reply: UnsentReply): string => formatDay(timestampOf(reply), t, timeZone);
  return html`
    <ol class="replies" role="list" tabindex="-1" aria-label=${t('thread.replies')}>
      ${earlier}
      ${
        // The thread renders at each keystroke in the composer.
        guard([replies, count, t, timeZone, operatorName, firstUnreadId, expansionRevision], () =>
          deliveredReplies(options),
        )
      }
      ${repeat(
        unsent,
        reply => reply.key,
        (reply, index) => {
          const isBehindAnother = unsent
            .slice(0, index)
            .some(({status, discarded}) => status !== 'failed' && !discarded);
          const day = dayOfUnsent(reply);
          const previous = unsent[index - 1];
          return html`${day === (previous ? dayOfUnsent(previous) : lastDay) ? nothing : dayDivider(day)}
            <li class="reply">${unsentArticle({...reply, isBehindAnother}, options, options)}</li>`;
        },
      )}
    </ol>
  `;
}

function deliveredReplies(options: ReplyListOptions): unknown {
  const {replies, count, firstShownIds, firstUnreadId, t, timeZone, operatorName, expansionRevision} = options;
  // The newest replies are always in the document, after all gaps.
  const missing = replies.reduce((sum, item) => sum + ('missing' in item ? item.missing.length - 1 : 0), 0);
  let latest: string | undefined;
  const days = replies.map(item => {
    const time = lastTimeOf([item]);
    return (latest = time === null ? latest : formatDay(time, t, timeZone));
  });
  /** Rows that were loaded right above what is read: if their heights were estimates, what is read would move. */
  const isJustAbove = (index: number): boolean =>
    replies.slice(index + 1, index + 1 + alwaysLaidOut).some(({id}) => firstShownIds.has(id));
  return repeat(
    replies,
    (reply, index) => ('missing' in reply ? reply.id : reply.id ? `${reply.id} ${reply.createdAt}` : index),
    (reply, index) => {
      if ('missing' in reply) {
        const textOf = ({message}: Reply): string => message;
        return rowGap(reply.missing, {t, label: t('thread.earlier'), textOf, onShow: options.onShow});
      }
      const day = days[index] === days[index - 1] ? undefined : days[index];
      // In the first screen as in the end: a row that is on screen must not change its containment.
      const isSkippable = count > shortThread && index < count - missing - alwaysLaidOut && !isJustAbove(index);
      return guard(
        [reply, day, isSkippable, firstUnreadId, t, timeZone, operatorName, expansionRevision],
        () =>
          html`${day === undefined ? nothing : dayDivider(day)}
            <li class="reply ${isSkippable ? 'offscreen' : ''}" data-id=${reply.id}>
              ${reply.id === firstUnreadId ? unreadDivider(t) : nothing}${replyArticle(reply, options)}
            </li>`,
      );
    },
  );
}

/** The time of the last reply that has one. */
const lastTimeOf = (replies: ReplyListOptions['replies']): string | null =>
  replies.reduce<string | null>(
    (time, reply) => ('missing' in reply ? lastTimeOf(reply.missing) : reply.createdAt) ?? time,
    null,
  );

/** Moves the focus from a button that is about to be removed: to the composer, or to the replies if there is none. */
export const focusComposerOrReplies = (root: ParentNode): void =>
  (root.querySelector<HTMLElement>('#composer') ?? root.querySelector<HTMLElement>('.replies'))?.focus();

/** An element of its own: the first loaded reply stays in place when an earlier one of the same day takes its date. */
const dayDivider = (day: string): TemplateResult =>
  html`<li class="day muted" part="day" role="presentation">${day}</li>`;

const unreadDivider = (t: Translator): TemplateResult =>
  html`<p class="new-line" part="new-line"><span>${t('thread.new')}</span></p>`;
