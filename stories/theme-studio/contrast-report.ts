import {html, nothing, type TemplateResult} from 'lit';
import {styleMap} from 'lit/directives/style-map.js';

import type {Scheme} from '../../test/support/contrast.js';
import {isTooLow, pairsOf, type Pair} from './contrasts.js';
import {schemesOf} from './dark-mode.js';
import type {StudioState} from './studio-state.js';
import {suggestionsFor, type Suggestion} from './suggestions.js';
import {valuesIn, withValue} from './theme.js';

/** The contrast of each pair of colours in each scheme, with changes that help. */
export function contrastReport(state: StudioState): TemplateResult {
  return html`
    <section aria-labelledby="contrast">
      <h2 id="contrast">Contrast</h2>
      <div class="report">${schemesOf(state.darkMode).map(scheme => schemeReport(scheme, state))}</div>
    </section>
  `;
}

function schemeReport(scheme: Scheme, {theme, setTheme}: StudioState): TemplateResult {
  const values = valuesIn(theme, scheme);
  const pairs = pairsOf(scheme, values);
  const low = pairs.filter(isTooLow);
  const apply = ({token, color}: Suggestion): void => setTheme(withValue(theme, scheme, token.name, color));
  return html`
    <div class="report-scheme" role="group" aria-label="Contrast in ${scheme}">
      <p class="verdict" tabindex="-1" ?data-low=${low.length > 0} role="status">
        ${verdict(scheme, pairs.length, low.length)}
      </p>
      ${low.length > 0 ? suggestionList(suggestionsFor(scheme, values), apply) : nothing}
      <details>
        <summary>All ${pairs.length} pairs in ${scheme}</summary>
        ${pairTable(`Contrast in ${scheme}`, [...low, ...pairs.filter(pair => !isTooLow(pair))])}
      </details>
    </div>
  `;
}

const verdict = (scheme: Scheme, count: number, low: number): string =>
  low === 0
    ? `In ${scheme}: every pair can be read`
    : `In ${scheme}: ${low} of ${count} pairs ${low === 1 ? 'has' : 'have'} too little contrast`;

/** A suggestion disappears with its problem, so that the focus has to go on. */
const focusVerdict = ({currentTarget}: Event): void =>
  (currentTarget as Element).closest('.report-scheme')?.querySelector<HTMLElement>('.verdict')?.focus();

const suggestionList = (
  suggestions: readonly Suggestion[],
  apply: (suggestion: Suggestion) => void,
): TemplateResult => html`
  <ul class="suggestions" role="list">
    ${suggestions.map(
      suggestion => html`
        <li>
          <button
            type="button"
            @click=${(event: Event) => {
              focusVerdict(event);
              apply(suggestion);
            }}
          >
            <span class="swatch" style=${styleMap({background: suggestion.color})}></span>
            Use ${suggestion.color} for ${suggestion.token.label}
          </button>
          ${outcome(suggestion)}
        </li>
      `,
    )}
  </ul>
`;

const outcome = ({remaining}: Suggestion): string =>
  remaining === 0
    ? 'Then every pair can be read.'
    : `Then ${remaining} ${remaining === 1 ? 'pair is' : 'pairs are'} left.`;

const pairTable = (caption: string, pairs: readonly Pair[]): TemplateResult => html`
  <table>
    <caption>
      ${caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">Pair</th>
        <th scope="col">Contrast</th>
        <th scope="col">Required</th>
        <th scope="col">Enough</th>
      </tr>
    </thead>
    <tbody>
      ${pairs.map(pairRow)}
    </tbody>
  </table>
`;

const pairRow = (pair: Pair): TemplateResult => html`
  <tr>
    <th scope="row">
      <span class="swatch" style=${styleMap({background: pair.background, color: pair.foreground})}></span>
      ${pair.label}
    </th>
    <td>${pair.contrast.toFixed(2)}</td>
    <td>${pair.required}</td>
    <td>${isTooLow(pair) ? html`<strong>No</strong>` : 'Yes'}</td>
  </tr>
`;
