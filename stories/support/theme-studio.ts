import {html, type TemplateResult} from 'lit';
import {styleMap} from 'lit/directives/style-map.js';

import {measureContrasts, type Contrast, type Scheme, type Theme} from '../../test/support/contrast.js';

/** The selected tokens. An empty value is the default of the elements. */
export interface ThemeOptions {
  readonly accent: string;
  readonly surface: string;
  readonly text: string;
  readonly fontFamily: string;
  readonly fontSize: string;
  readonly radius: string;
  readonly density: string;
}

export const defaultOptions: ThemeOptions = {
  accent: '#0b5cad',
  surface: '',
  text: '',
  fontFamily: '',
  fontSize: '',
  radius: '',
  density: '',
};

type Name = keyof ThemeOptions;

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

const themeOf = (options: ThemeOptions): Theme =>
  Object.fromEntries(
    Object.entries(tokens).flatMap(([name, token]) => (options[name as Name] ? [[token, options[name as Name]]] : [])),
  );

const cssOf = (theme: Theme): string =>
  `isp-support {\n${Object.entries(theme)
    .map(([token, value]) => `  ${token}: ${value};\n`)
    .join('')}}`;

const embedTag = `<script src="/isp-support.js" defer></script>
<isp-support api-base="/api"></isp-support>`;

/** Controls, a preview, the contrast of each pair of colours, and the CSS to copy. */
export function themeStudio(
  options: ThemeOptions,
  onChange: (change: Partial<ThemeOptions>) => void,
  preview: unknown,
) {
  const theme = themeOf(options);
  return html`
    <div class="studio">
      <h1>Theme studio</h1>
      <form
        class="studio-picks"
        aria-label="What your portal looks like"
        @submit=${(event: Event) => event.preventDefault()}
      >
        ${(Object.keys(tokens) as Name[]).map(name =>
          optionInput(name, options[name], value => onChange({[name]: value})),
        )}
      </form>
      <section class="studio-preview" aria-label="Preview" style=${styleMap(theme)}>${preview}</section>
      <div class="studio-figures">${(['light', 'dark'] as const).map(scheme => contrastTable(scheme, theme))}</div>
      ${codeBlock('Your style sheet', cssOf(theme))} ${codeBlock('Your page', embedTag)}
    </div>
  `;
}

function optionInput(name: Name, value: string, onChange: (value: string) => void): TemplateResult {
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

function contrastTable(scheme: Scheme, theme: Theme): TemplateResult {
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
      ${contrasts.map(contrastRow)}
    </tbody>
  </table>`;
}

const contrastRow = ({label, contrast, required}: Contrast): TemplateResult =>
  html`<tr>
    <th scope="row">${label}</th>
    <td>${contrast.toFixed(2)}</td>
    <td>${required}</td>
    <td>${contrast < required ? html`<strong>Too little</strong>` : 'Yes'}</td>
  </tr>`;

const codeBlock = (title: string, text: string): TemplateResult => html`
  <section class="studio-lines">
    <h2>${title}</h2>
    <pre tabindex="0" aria-label=${title}>${text}</pre>
    <button type="button" @click=${() => navigator.clipboard.writeText(text)}>Copy</button>
  </section>
`;
