import {css, html, nothing, type TemplateResult} from 'lit';

import type {Words} from '../messages/words.js';
import {growingTextarea} from './growing-textarea.js';

export interface Composer {
  readonly value: string;
  /** What sending will do, or what became of it. */
  readonly hint: string | undefined;
  /** What is wrong with what was written. */
  readonly error: string | undefined;
  readonly words: Words;
  readonly onInput: (text: string) => void;
  readonly onSubmit: (event: Event) => void;
}

/** The box for the next message. It grows, and never jumps. Enter is a new line, as on a phone; Ctrl or Cmd with Enter sends. */
export function composer({value, hint, error, words, onInput, onSubmit}: Composer): TemplateResult {
  const describedBy = [error && 'composer-error', hint && 'composer-hint'].filter(Boolean).join(' ');
  return html`
    <form class="composer" part="composer" novalidate @submit=${onSubmit}>
      <label class="field-label" for="composer">${words('composer.label')}</label>
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
        @input=${(event: InputEvent) => onInput((event.target as HTMLTextAreaElement).value)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) onSubmit(event);
        }}
      ></textarea>
      ${error ? html`<p class="field-error" id="composer-error">${error}</p>` : nothing}
      <div class="composer-end">
        <p class="muted" id="composer-hint">${hint}</p>
        <button class="button primary" type="submit">${words('composer.send')}</button>
      </div>
    </form>
  `;
}

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
