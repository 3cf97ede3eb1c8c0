import {css, html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import type {MessageKey, Translator} from '../../i18n/translator.js';
import {isEnter} from '../primitives/enter-key.js';
import {growingTextarea} from '../primitives/growing-textarea.js';

export interface ComposerOptions {
  /** The status of the ticket. */
  readonly status: string;
  readonly reply: {
    readonly draft: string;
    /** Why Send did nothing: there is no text, or the outbox is full. */
    readonly blockedReason: 'empty' | 'full' | undefined;
    /** The draft was written before this page was opened. */
    readonly isRestored: boolean;
    /** The draft survives a reload of the page. */
    readonly isPersistent: boolean;
  };
  readonly t: Translator;
  /**
   * Called on a click of the button and on Ctrl+Enter. Not on `submit`, which does not fire in a sandboxed frame:
   * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm ("sandboxed
   * forms").
   */
  readonly onSubmit: (event: Event) => void;
  /** Discards a draft that was written before this page was opened. */
  readonly onDiscard: () => void;
}

/** The form for a reply. Enter inserts a new line, as on a phone; Ctrl+Enter or Cmd+Enter sends. */
export function composer({status, reply, t, onSubmit, onDiscard}: ComposerOptions): TemplateResult {
  const {draft, blockedReason, isRestored} = reply;
  const error = blockedReason && t(`composer.${blockedReason}`);
  const hint = status === 'resolved' || status === 'closed' ? t('composer.reopens') : undefined;
  const describedBy = [error && 'composer-error', hint && 'composer-hint'].filter(Boolean).join(' ');
  return html`
    <form class="composer" part="composer" method="dialog" novalidate>
      <label class="field-label" part="label" for="composer">${t('composer.label')}</label>
      <textarea
        id="composer"
        class="control"
        part="composer-input"
        rows="3"
        dir="auto"
        enterkeyhint="enter"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${describedBy || nothing}
        .value=${live(draft)}
        ${growingTextarea(draft)}
        @keydown=${(event: KeyboardEvent) => {
          if (isEnter(event) && (event.ctrlKey || event.metaKey)) onSubmit(event);
        }}
      ></textarea>
      ${error ? html`<p class="field-error" part="error" id="composer-error">${error}</p>` : nothing}
      <div class="composer-end">
        <p class="muted"><span id="composer-hint">${hint}</span> ${draft && t(draftStatusKey(reply))}</p>
        ${
          isRestored
            ? html`<button class="button quiet" part="button" type="button" @click=${onDiscard}>
                ${t('unsent.discard')}
              </button>`
            : nothing
        }
        <button class="button primary" part="button send" type="submit" @click=${onSubmit}>
          ${t('composer.send')}
        </button>
      </div>
    </form>
  `;
}

const draftStatusKey = ({isRestored, isPersistent}: ComposerOptions['reply']): MessageKey =>
  isRestored ? 'composer.restored' : isPersistent ? 'composer.saved' : 'composer.savedInPage';

export const focusComposer = (root: ParentNode): void => root.querySelector<HTMLElement>('#composer')?.focus();

export const composerStyles = css`
  .composer {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .composer-end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    font-size: 0.875em;
  }

  .composer-end .button {
    margin-inline-start: auto;
    font-size: calc(1em / 0.875);
  }
`;
