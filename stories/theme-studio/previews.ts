import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import {styleMap} from 'lit/directives/style-map.js';

import {seededTicketId} from '../../demo/desk/browser.js';
import '../../src/define/all.js';
import type {Scheme} from '../../test/support/contrast.js';
import {setProperties} from '../support/set-properties.js';
import {schemesOf} from './dark-mode.js';
import type {Shown, StudioState} from './studio-state.js';
import {valuesIn, type Values} from './theme.js';
import {tokens} from './tokens.js';

const ownFetches = new WeakMap<typeof fetch, typeof fetch>();

/** The same properties for a session of its own: beside the list of the same session, a banner is silent. */
function inOwnSession(properties: object): object {
  const {fetch} = properties as {readonly fetch?: typeof globalThis.fetch};
  if (!fetch) return properties;
  const ownFetch = ownFetches.get(fetch) ?? ((...request) => fetch(...request));
  ownFetches.set(fetch, ownFetch);
  return {...properties, fetch: ownFetch};
}

/** The views of the Support tab. `properties` are those of its element. */
const views: readonly {readonly title: string; view(properties: object): TemplateResult}[] = [
  {
    title: 'Banner',
    view: properties =>
      html`<isp-reply-banner api-base="/api" ${setProperties(inOwnSession(properties))}></isp-reply-banner>`,
  },
  {
    title: 'List',
    view: properties => html`<isp-ticket-list api-base="/api" ${setProperties(properties)}></isp-ticket-list>`,
  },
  {
    title: 'Thread',
    view: properties => html`
      <isp-ticket-thread
        api-base="/api"
        ${setProperties({...properties, ticketId: seededTicketId('charged-twice')})}
      ></isp-ticket-thread>
    `,
  },
  {
    title: 'Form',
    view: properties => html`
      <isp-new-ticket api-base="/api" ${setProperties({...properties, prefill: {priority: 'high'}})}></isp-new-ticket>
    `,
  },
];

const choices: Readonly<Record<Shown, string>> = {light: 'Light', dark: 'Dark', both: 'Both'};

/** The schemes to show, of those that the page has. */
function shownSchemes({shown, darkMode}: StudioState): readonly Scheme[] {
  const schemes = schemesOf(darkMode);
  return shown === 'both' || schemes.length === 1 ? schemes : [shown];
}

/** Each view. With both schemes, light and dark are side by side if there is room. */
export function previews(state: StudioState): TemplateResult {
  const {theme, darkMode, connection} = state;
  const schemes = shownSchemes(state);
  return html`
    <section aria-labelledby="previews">
      <div class="studio-actions">
        <h2 id="previews">Preview</h2>
        ${schemesOf(darkMode).length > 1 ? schemeChoice(state) : nothing}
      </div>
      <div class="previews">
        ${views.flatMap(({title, view}) =>
          schemes.map(scheme =>
            preview(
              schemes.length > 1 ? `${title}, ${scheme}` : title,
              scheme,
              valuesIn(theme, scheme),
              view({...connection, colorScheme: scheme, headingLevel: 4}),
            ),
          ),
        )}
      </div>
    </section>
  `;
}

const schemeChoice = ({shown, setShown}: StudioState): TemplateResult => html`
  <div class="choice" role="radiogroup" aria-labelledby="previews">
    ${Object.entries(choices).map(
      ([name, label]) => html`
        <label>
          <input
            type="radio"
            name="shown"
            .checked=${live(name === shown)}
            @change=${() => setShown(name as Shown)}
          />${label}
        </label>
      `,
    )}
  </div>
`;

/** A part of the operator's page. It does not inherit the tokens that the toolbar sets. */
function preview(name: string, scheme: Scheme, values: Values, view: TemplateResult): TemplateResult {
  const styles = Object.fromEntries(tokens.map(token => [token.name, values[token.name] ?? 'initial']));
  return html`
    <div class="preview-frame">
      <h3>${name}</h3>
      <div class="preview" data-scheme=${scheme} style=${styleMap(styles)}>${view}</div>
    </div>
  `;
}
