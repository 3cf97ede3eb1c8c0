import {css, html, nothing, type TemplateResult} from 'lit';

import type {SupportError} from '../../contract/errors.js';
import type {Words} from '../../i18n/translator.js';
import {errorWords} from './error-text.js';

/** Something that the server does not have yet, as far as it matters where it is. */
export interface Unsent {
  readonly key: string;
  readonly status: 'waiting' | 'sending' | 'failed';
  readonly error?: SupportError | undefined;
  /** Another stands before it. */
  readonly isBehind?: boolean;
}

export interface UnsentActions {
  /** Whether it would outlive the page. */
  readonly isKept: boolean;
  /** Whether there is any use in sending it again. */
  readonly canReply: boolean;
  /** Seconds for which the server does not want to be asked. */
  readonly pause: number;
  readonly onRetry: (key: string) => void;
  readonly onEdit: (key: string) => void;
  readonly onDiscard: (key: string) => void;
}

/** Where it is, in words, and what can be done about it. */
export function unsentWords({status, error, isBehind}: Unsent, words: Words, isKept: boolean): string {
  if (status === 'sending') return words('pending.sending');
  if (!error && isBehind) return words('pending.waiting');
  const reason = error ? errorWords(error, words) : '';
  if (status === 'failed') return words('pending.failed', {reason});
  return words(isKept ? 'pending.kept' : 'pending.keptHere', {reason}).trim();
}

export function unsentState(item: Unsent, words: Words, actions: UnsentActions): TemplateResult {
  const {status, error} = item;
  const isFailed = status === 'failed';
  const text = unsentWords(item, words, actions.isKept);
  // A region is read out when its words change, and an alert when it comes.
  return html`<div class="article-state ${isFailed ? 'failed' : 'muted'}">
    ${isFailed ? html`<p role="alert">${text}</p>` : html`<p role="status">${text}</p>`}
    ${error || item.isBehind ? buttons(item, words, actions) : nothing}
  </div>`;
}

function buttons({key, status, error}: Unsent, words: Words, actions: UnsentActions): TemplateResult {
  const {canReply, pause, onRetry, onEdit, onDiscard} = actions;
  const again = error?.code === 'uncertain' ? 'pending.again' : 'pending.retry';
  const [label, act] = error?.retryable ? ([again, onRetry] as const) : (['pending.edit', onEdit] as const);
  // What waits for a sign-in is neither helped by trying nor by other words.
  const isHelped = canReply && (status === 'failed' || error?.retryable);
  const isBusy = status === 'sending';
  const isPaused = pause > 0 && error?.retryable === true;
  const button = (kind: string, does: (key: string) => void, text: string, isOff = isBusy): TemplateResult =>
    html`<button
      class="button ${kind}"
      part="button"
      type="button"
      aria-disabled=${isOff}
      @click=${() => !isOff && does(key)}
    >
      ${text}
    </button>`;
  const text = isPaused ? words('error.retryIn', {count: pause}) : words(label);
  return html`${isHelped ? button('', act, text, isBusy || isPaused) : nothing}
  ${button('quiet', onDiscard, words('pending.discard'))}`;
}

export const unsentStateStyles = css`
  .article-state {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_step) * 2);
    font-size: 0.875em;
  }

  .article-state.failed {
    color: var(--_danger);
  }
`;
