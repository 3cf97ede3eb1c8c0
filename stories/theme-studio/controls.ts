import {html, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';

import type {Scheme} from '../../test/support/contrast.js';
import {readColors, type Colors} from './colors.js';
import {darkModes, schemesOf} from './dark-mode.js';
import type {StudioState} from './studio-state.js';
import {valuesIn, withValue, type Theme} from './theme.js';
import {clearErrors, tokenField} from './token-field.js';
import {groups, tokens, type Group, type Token} from './tokens.js';

type ColorsByScheme = Readonly<Record<Scheme, Colors>>;

const schemeLabels: Readonly<Record<Scheme, string>> = {light: 'Light', dark: 'Dark'};

const tokensOf = (group: Group): readonly Token[] => tokens.filter(token => token.group === group);

/** At first, colours that derive from others are closed if none of them is set. */
const isOpen = (group: Group, {light, dark}: Theme): boolean =>
  group !== 'More colours' || tokensOf(group).some(({name}) => light[name] ?? dark[name]);

/** All fields, grouped. */
export function controls(state: StudioState): TemplateResult {
  const {theme, resetAll} = state;
  const colors = {
    light: readColors('light', valuesIn(theme, 'light')),
    dark: readColors('dark', valuesIn(theme, 'dark')),
  };
  const reset = ({target}: Event): void => {
    clearErrors(target as HTMLFormElement);
    resetAll();
  };
  return html`
    <form class="studio-controls" id="fields" aria-label="Fields" @submit=${preventDefault} @reset=${reset}>
      ${darkModeField(state)}
      ${groups.map(
        group => html`
          <details class="token-group" ?open=${guard([], () => isOpen(group, theme))}>
            <summary>${group}</summary>
            <div class="tokens">${tokensOf(group).map(token => tokenFields(token, state, colors))}</div>
          </details>
        `,
      )}
      <div class="studio-actions">
        <button type="reset">Reset all</button>
      </div>
    </form>
  `;
}

const preventDefault = (event: Event): void => event.preventDefault();

const darkModeField = ({darkMode, setDarkMode}: StudioState): TemplateResult => html`
  <label class="studio-mode">
    How does your page become dark?
    <select @change=${({target}: Event) => setDarkMode((target as HTMLSelectElement).value)}>
      ${Object.entries(darkModes).map(
        ([name, {label}]) => html`<option value=${name} .selected=${name === darkMode}>${label}</option>`,
      )}
    </select>
  </label>
`;

/** A colour has a field for each scheme of the page; all else has one. */
function tokenFields(token: Token, state: StudioState, colors: ColorsByScheme): TemplateResult {
  const {theme, darkMode, setTheme} = state;
  const field = (scheme: Scheme): TemplateResult =>
    tokenField({
      token,
      name: token.isColor ? `${token.label}, ${scheme}` : token.label,
      ...(token.isColor && {label: schemeLabels[scheme]}),
      value: theme[scheme][token.name] ?? '',
      fallback: (token.isColor ? colors[scheme].ofToken(token.name) : token.default) ?? 'default',
      onChange: value => setTheme(withValue(theme, scheme, token.name, value)),
    });
  return html`
    <div class="token">
      <div class="token-name"><strong>${token.label}</strong> <code>${token.name}</code></div>
      <p class="token-description">${firstSentence(token.description)}</p>
      ${token.isColor ? schemesOf(darkMode).map(field) : field('light')}
    </div>
  `;
}

/** The documentation has the rest. */
const firstSentence = (description: string): string => description.replaceAll('`', '').replace(/\.\s.*$/s, '.');
