import {html, type TemplateResult} from 'lit';
import {styleMap} from 'lit/directives/style-map.js';

import {measureContrasts, type Contrast, type Scheme, type Theme} from '../../test/support/contrast.js';

/** What an operator picks: empty is what the elements have of themselves. */
export interface Picked {
  readonly accent: string;
  readonly surface: string;
  readonly text: string;
  readonly fontFamily: string;
  readonly fontSize: string;
  readonly radius: string;
  readonly density: string;
}

export const nothingPicked: Picked = {
  accent: '#0b5cad',
  surface: '',
  text: '',
  fontFamily: '',
  fontSize: '',
  radius: '',
  density: '',
};

type Name = keyof Picked;

const tokens: Readonly<Record<Name, string>> = {
  accent: '--isp-color-accent',
  surface: '--isp-color-surface',
  text: '--isp-color-text',
  fontFamily: '--isp-font-family',
  fontSize: '--isp-font-size',
  radius: '--isp-radius',
  density: '--isp-density',
};

const labels: Readonly<Record<Name, string>> = {
  accent: 'Accent',
  surface: 'Surface',
  text: 'Text',
  fontFamily: 'Typeface',
  fontSize: 'Size of text',
  radius: 'Corners',
  density: 'Density',
};

const choices: Partial<Readonly<Record<Name, Readonly<Record<string, string>>>>> = {
  fontFamily: {
    '': 'The system’s',
    'Georgia, serif': 'With serifs',
    "'Noto Sans', sans-serif": 'Noto Sans',
    monospace: 'Of one width',
  },
  fontSize: {'': '16 px', '15px': '15 px', '18px': '18 px'},
  radius: {'': 'Soft', '0px': 'Square', '4px': 'Slightly soft', '1em': 'Round'},
  density: {'': 'Comfortable', '0.75': 'Compact'},
};

const themeOf = (picked: Picked): Theme =>
  Object.fromEntries(
    Object.entries(tokens).flatMap(([name, token]) => (picked[name as Name] ? [[token, picked[name as Name]]] : [])),
  );

const cssOf = (theme: Theme): string =>
  `isp-support {\n${Object.entries(theme)
    .map(([token, value]) => `  ${token}: ${value};\n`)
    .join('')}}`;

const embedTag = `<script src="/isp-support.js" defer></script>
<isp-support api-base="/api"></isp-support>`;

/** Pick, look, read the contrast of each pair, take the lines along. */
export function themeStudio(picked: Picked, onPick: (change: Partial<Picked>) => void, preview: unknown) {
  const theme = themeOf(picked);
  return html`
    <div class="studio">
      <h1>Theme studio</h1>
      <form
        class="studio-picks"
        aria-label="What your portal looks like"
        @submit=${(event: Event) => event.preventDefault()}
      >
        ${(Object.keys(tokens) as Name[]).map(name => pick(name, picked[name], value => onPick({[name]: value})))}
      </form>
      <section class="studio-preview" aria-label="Preview" style=${styleMap(theme)}>${preview}</section>
      <div class="studio-figures">${(['light', 'dark'] as const).map(scheme => figures(scheme, theme))}</div>
      ${lines('Your style sheet', cssOf(theme))} ${lines('Your page', embedTag)}
    </div>
  `;
}

function pick(name: Name, value: string, onChange: (value: string) => void): TemplateResult {
  const changed = ({target}: Event): void => onChange((target as HTMLInputElement).value);
  const known = choices[name];
  return html`<label>
    <span>${labels[name]} <code>${tokens[name]}</code></span>
    ${
      known
        ? html`<select @change=${changed}>
            ${Object.entries(known).map(
              ([each, label]) => html`<option value=${each} .selected=${each === value}>${label}</option>`,
            )}
          </select>`
        : html`<input type="color" .value=${value || defaults[name] || '#000000'} @change=${changed} />`
    }
  </label>`;
}

const defaults: Partial<Record<Name, string>> = {surface: '#ffffff', text: '#1b2128'};

function figures(scheme: Scheme, theme: Theme): TemplateResult {
  const contrasts = measureContrasts(scheme, [theme])[0] ?? [];
  const low = contrasts.filter(({contrast, required}) => contrast < required).length;
  return html`<table>
    <caption>
      In ${scheme}: ${low === 0 ? 'every pair can be read' : `${low} of ${contrasts.length} pairs cannot be read`}
    </caption>
    <thead>
      <tr>
        <th scope="col">What</th>
        <th scope="col">Contrast</th>
        <th scope="col">Wanted</th>
        <th scope="col">Enough?</th>
      </tr>
    </thead>
    <tbody>
      ${contrasts.map(figure)}
    </tbody>
  </table>`;
}

const figure = ({label, contrast, required}: Contrast): TemplateResult =>
  html`<tr>
    <th scope="row">${label}</th>
    <td>${contrast.toFixed(2)}</td>
    <td>${required}</td>
    <td>${contrast < required ? html`<strong>Too little</strong>` : 'Yes'}</td>
  </tr>`;

const lines = (title: string, text: string): TemplateResult => html`
  <section class="studio-lines">
    <h2>${title}</h2>
    <pre tabindex="0" aria-label=${title}>${text}</pre>
    <button type="button" @click=${() => navigator.clipboard.writeText(text)}>Copy</button>
  </section>
`;
