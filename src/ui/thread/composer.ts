import {css, html, nothing, type TemplateResult} from 'lit';

import type {MessageKey, Words} from '../../i18n/translator.js';
import {growingTextarea} from '../primitives/growing-textarea.js';

export interface Composer {
  /** The status of the ticket that is answered. */
  readonly status: string;
  readonly reply: {
    readonly draft: string;
    /** Why Send did nothing. */
    readonly hindrance: 'empty' | 'full' | undefined;
    /** The words were written before this page was opened. */
    readonly isRestored: boolean;
    /** The words outlive this page. */
    readonly isKept: boolean;
    write(text: string): void;
  };
  readonly words: Words;
  /**
   * Told by the button, also for Enter in a field; the form itself says nothing in a sandboxed frame:
   * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm ("sandboxed forms").
   */
  readonly onSubmit: (event: Event) => void;
  /** Takes words out that were written before. */
  readonly onDiscard: () => void;
}

/** The box for the next message. It grows, and never jumps. Enter is a new line, as on a phone; Ctrl or Cmd with Enter sends. */
export function composer({status, reply, words, onSubmit, onDiscard}: Composer): TemplateResult {
  const {draft: value, hindrance, isRestored} = reply;
  const error = hindrance && words(`composer.${hindrance}`);
  const hint = status === 'resolved' || status === 'closed' ? words('composer.reopens') : undefined;
  const describedBy = [error && 'composer-error', hint && 'composer-hint'].filter(Boolean).join(' ');
  return html`
    <form class="composer" part="composer" method="dialog" novalidate>
      <label class="field-label" part="label" for="composer">${words('composer.label')}</label>
      <textarea
        id="composer"
        class="control"
        part="composer-input"
        rows="3"
        dir="auto"
        enterkeyhint="enter"
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${describedBy || nothing}
        .value=${value}
        ${growingTextarea(value)}
        @input=${(event: InputEvent) => reply.write((event.target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) onSubmit(event);
        }}
      ></textarea>
      ${error ? html`<p class="field-error" part="error" id="composer-error">${error}</p>` : nothing}
      <div class="composer-end">
        <p class="muted"><span id="composer-hint">${hint}</span> ${value && words(keptKey(reply))}</p>
        ${
          isRestored
            ? html`<button class="button quiet" part="button" type="button" @click=${onDiscard}>
                ${words('pending.discard')}
              </button>`
            : nothing
        }
        <button class="button primary" part="button send" type="submit" @click=${onSubmit}>
          ${words('composer.send')}
        </button>
      </div>
    </form>
  `;
}

const keptKey = ({isRestored, isKept}: Composer['reply']): MessageKey =>
  isRestored ? 'composer.restored' : isKept ? 'composer.kept' : 'composer.keptHere';

/** Puts a person back where they were writing. */
export const focusComposer = (root: ParentNode): void => root.querySelector<HTMLElement>('#composer')?.focus();

export const composerStyles = css`
  .composer {
    display: grid;
    gap: calc(var(--_step) * 2);
  }

  .composer-end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_step) * 2);
    font-size: 0.875em;
  }

  .composer-end .button {
    margin-inline-start: auto;
    font-size: calc(1em / 0.875);
  }
`;
