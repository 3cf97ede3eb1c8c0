import {css, html, nothing, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';

import type {Reply} from '../../contract/reply.js';
import type {Words} from '../../i18n/translator.js';
import {replyArticle, unsentArticle, type ThreadArticleOptions, type UnsentReply} from './thread-articles.js';
import {dayOf} from '../text/time.js';
import type {UnsentActions} from '../text/unsent-state.js';

export interface ThreadListOptions extends ThreadArticleOptions, UnsentActions {
  readonly replies: readonly Reply[];
  readonly unsent: readonly UnsentReply[];
  /** The first reply that the customer had not seen when the thread was opened. */
  readonly newFrom: string | undefined;
  /** Another one after each change of how a text is shown. */
  readonly textRevision: number;
}

/** The replies, oldest first, with a line at each new day and one where the unread ones begin; then those that are on their way. */
export function threadList(options: ThreadListOptions): TemplateResult {
  const {replies, unsent, newFrom, words, timeZone, textRevision} = options;
  return html`
    <ol class="replies" role="list" tabindex="-1" aria-label=${words('thread.replies')}>
      ${
        // The host is drawn again with each key that is pressed below them.
        guard([replies, words, timeZone, newFrom, textRevision], () => sentReplies(options))
      }
      ${repeat(
        unsent,
        reply => reply.key,
        (reply, index) =>
          html`<li class="reply">${unsentArticle({...reply, isBehind: index > 0}, options, options)}</li>`,
      )}
    </ol>
  `;
}

function sentReplies(options: ThreadListOptions): unknown {
  const {replies, newFrom, words, timeZone, textRevision} = options;
  const days = replies.map(reply => dayOf(reply.createdAt, words, timeZone));
  return repeat(
    replies,
    reply => reply.id,
    (reply, index) => {
      const day = days[index] === days[index - 1] ? undefined : days[index];
      return guard(
        [reply, day, newFrom, words, timeZone, textRevision],
        () =>
          html`<li class="reply" data-id=${reply.id}>
            ${day === undefined ? nothing : html`<p class="day muted" part="day">${day}</p>`}
            ${reply.id === newFrom ? newLine(words) : nothing} ${replyArticle(reply, options)}
          </li>`,
      );
    },
  );
}

/** Takes a person on from a button that goes: to where they write, or, where nothing can be written, to the replies. */
export const focusThreadEnd = (root: ParentNode): void =>
  (root.querySelector<HTMLElement>('#composer') ?? root.querySelector<HTMLElement>('.replies'))?.focus();

const newLine = (words: Words): TemplateResult =>
  html`<p class="new-line" part="new-line"><span>${words('thread.new')}</span></p>`;

export const threadListStyles = css`
  .replies,
  .reply {
    display: grid;
    gap: calc(var(--_step) * 3);
    min-inline-size: 0;
  }

  .reply {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 8em;
  }

  .day {
    padding-block-start: calc(var(--_step) * 2);
    font-size: 0.8125em;
    text-align: center;
  }

  .new-line {
    display: flex;
    align-items: center;
    gap: 0.75em;
    color: var(--_accent-text);
    font-size: 0.8125em;
    font-weight: 650;
    scroll-margin-block: 4em;
  }

  .new-line::before,
  .new-line::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid currentColor;
  }
`;
