import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import {hexOf} from './colors.js';
import {isValid} from './theme-args.js';
import type {Token} from './tokens.js';

export interface TokenFieldOptions {
  readonly token: Token;
  /** The accessible name of the field, which tells light from dark. */
  readonly name: string;
  /** The visible label, if the token's own label is above several fields. */
  readonly label?: string;
  /** The empty value is the default. */
  readonly value: string;
  /** The value that applies while the field is empty. */
  readonly fallback: string;
  readonly onChange: (value: string) => void;
}

type Target = HTMLInputElement | HTMLSelectElement;

const rowOf = (event: Event): HTMLElement => (event.target as Target).closest('.field') as HTMLElement;

const textBoxIn = (row: HTMLElement): HTMLInputElement => row.querySelector('[type=text]') as HTMLInputElement;

/** Shows a message below a field, or none. */
function showError(row: HTMLElement, message: string): void {
  textBoxIn(row).setAttribute('aria-invalid', String(message !== ''));
  row.querySelector('.field-error')?.replaceChildren(message);
}

/** Takes a value over if CSS accepts it. */
function apply(event: Event, {token, onChange}: TokenFieldOptions): void {
  const value = (event.target as Target).value.trim();
  const accepted = value === '' || isValid(token, value);
  const advice = token.isColor ? 'This is not a colour. Examples: #0b5cad, teal.' : 'CSS does not accept this value.';
  showError(rowOf(event), accepted ? '' : advice);
  if (accepted) onChange(value);
}

/** The button disappears with the value, so that the focus has to go on. */
function reset(event: Event, {onChange}: TokenFieldOptions): void {
  textBoxIn(rowOf(event)).focus();
  onChange('');
}

/** Removes the messages of all fields, after the form has been reset. */
export function clearErrors(form: HTMLFormElement): void {
  for (const row of form.querySelectorAll<HTMLElement>('.field')) showError(row, '');
}

/** A field for one value of a token: a picker, the exact value, and a button that resets it. */
export function tokenField(options: TokenFieldOptions): TemplateResult {
  const {name, label, value, fallback} = options;
  const errorId = `error-${name.replace(/\W+/g, '-')}`;
  return html`
    <div class="field" role="group" aria-label=${name}>
      ${label ? html`<span class="field-label">${label}</span>` : nothing} ${picker(options)}
      <input
        type="text"
        aria-label="${name}, value"
        aria-invalid="false"
        aria-describedby=${errorId}
        placeholder=${fallback}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${value}
        @change=${(event: Event) => apply(event, options)}
      />
      <button
        type="button"
        class="field-reset"
        ?hidden=${!value}
        aria-label="Reset ${name}"
        @click=${(event: Event) => reset(event, options)}
      >
        Reset
      </button>
      <span class="field-error" id=${errorId} role="alert"></span>
    </div>
  `;
}

function picker(options: TokenFieldOptions): TemplateResult | typeof nothing {
  const {token, name, value, fallback} = options;
  const changed = (event: Event): void => apply(event, options);
  if (token.isColor) {
    const color = hexOf(value || fallback);
    return html`<input type="color" aria-label="${name}, picker" .value=${live(color)} @input=${changed} />`;
  }
  if (!token.choices) return nothing;
  const isOther = value !== '' && !(value in token.choices);
  return html`
    <select aria-label="${name}, common values" @change=${changed}>
      <option value="" .selected=${value === ''}>Default</option>
      ${Object.entries(token.choices).map(
        ([each, title]) => html`<option value=${each} .selected=${each === value}>${title}</option>`,
      )}
      ${isOther ? html`<option value=${value} .selected=${true}>Other</option>` : nothing}
    </select>
  `;
}
