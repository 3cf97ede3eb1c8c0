import {html, nothing, type TemplateResult} from 'lit';

import type {Discarded} from '../../contract/drafts.js';
import type {SupportError} from '../../contract/errors.js';
import type {Translator} from '../../i18n/translator.js';
import {errorText} from '../text/error-text.js';
import {button} from './button.js';
import {retryText} from './failure-notice.js';

/** A reply or ticket that the server does not have yet. */
export interface UnsentItem {
  readonly key: string;
  readonly status: 'waiting' | 'sending' | 'failed';
  readonly error?: SupportError | undefined;
  /** Another item has to be sent first. */
  readonly isBehindAnother?: boolean;
  /** The customer has asked for the attempt. */
  readonly isRequested?: boolean | undefined;
  readonly discarded?: Discarded;
}

export interface UnsentActions {
  /** The item survives a reload of the page. */
  readonly isPersistent: boolean;
  /** False if the server would refuse the item whatever its text. */
  readonly canResend: boolean;
  /** Seconds until the end of the pause that the server has asked for. */
  readonly secondsUntilRetry: number;
  readonly onRetry: (key: string) => void;
  readonly onEdit: (key: string) => void;
  /** Discards an item, or restores it if it is discarded. */
  readonly onDiscard: (key: string) => void;
}

/** Discards a text. The same button restores it, so that it keeps the focus. */
export const discardButton = (
  t: Translator,
  discarded: Discarded,
  onPress: () => void,
  isDisabled = discarded === 'final',
): TemplateResult =>
  button(t(discarded ? 'unsent.undo' : 'unsent.discard'), onPress, `quiet ${discarded ?? ''}`, isDisabled);

/** Whether the first attempt is made, or one that the customer has asked for. Automatic attempts are not shown. */
const isBeingSent = ({status, error, isBehindAnother, isRequested}: UnsentItem): boolean =>
  error ? status === 'sending' && isRequested === true : !isBehindAnother;

/** The status of an unsent item as a sentence, with the reason if there was an error. */
export function unsentStatusText(item: UnsentItem, t: Translator, isPersistent: boolean): string {
  const {status, error} = item;
  if (item.discarded) return t('unsent.discarded');
  if (isBeingSent(item)) return t('unsent.sending');
  if (!error) return t('unsent.waiting');
  const reason = errorText(error, t);
  if (status === 'failed') return t('unsent.failed', {reason});
  return t(isPersistent ? 'unsent.saved' : 'unsent.savedInPage', {reason});
}

/** The status of an unsent item, with the buttons that apply to it. */
export function unsentStatus(item: UnsentItem, t: Translator, actions: UnsentActions): TemplateResult {
  const {error, isBehindAnother, discarded} = item;
  const isFailed = item.status === 'failed' && !discarded;
  const text = unsentStatusText(item, t, actions.isPersistent);
  // Two elements, not one with a role: screen readers announce an alert when it is inserted. What changes by itself is
  // announced by the element, once.
  return html`<div class="unsent-status ${isFailed ? 'failed' : 'muted'}">
    ${isFailed ? html`<p role="alert">${text}</p>` : html`<p>${text}</p>`}
    ${error || isBehindAnother || discarded ? buttons(item, t, actions) : nothing}
  </div>`;
}

function buttons(item: UnsentItem, t: Translator, actions: UnsentActions): TemplateResult {
  const {key, error, discarded} = item;
  const {canResend, secondsUntilRetry, onRetry, onEdit, onDiscard} = actions;
  const isSending = !discarded && isBeingSent(item);
  const canEdit = canResend && !discarded;
  // An item that waits for the customer to sign in cannot be retried.
  const isRetryable = error?.retryable === true;
  const secondsLeft = isRetryable ? secondsUntilRetry : 0;
  const retryLabel = error?.code === 'uncertain' ? 'unsent.sendAgain' : 'unsent.retry';
  return html`${
    canEdit && isRetryable
      ? button(retryText(t, secondsLeft, retryLabel), () => onRetry(key), '', isSending || secondsLeft > 0)
      : nothing
  }
  ${canEdit ? button(t('unsent.edit'), () => onEdit(key), '', isSending) : nothing}
  ${discardButton(t, discarded, () => onDiscard(key), isSending || discarded === 'final')}`;
}
