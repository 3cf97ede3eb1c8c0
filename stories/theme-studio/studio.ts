import {html, type TemplateResult} from 'lit';

import {codeBlock} from './code-block.js';
import {contrastReport} from './contrast-report.js';
import {controls} from './controls.js';
import {previews, type Shown} from './previews.js';
import './studio.css';
import type {Theme} from './theme.js';
import {themeCss} from './theme-css.js';

export interface StudioState {
  readonly theme: Theme;
  /** How the page becomes dark: a name of `darkModes`. */
  readonly darkMode: string;
  /** What the previews show. */
  readonly shown: Shown;
  /** The address of this theme. */
  readonly link: string;
  /** Properties that connect an element to the demo desk. */
  readonly connection: object;
  setTheme(theme: Theme): void;
  setDarkMode(darkMode: string): void;
  setShown(shown: Shown): void;
  resetAll(): void;
}

const embedTag = `<script src="/isp-support.js" defer></script>
<isp-support api-base="/api"></isp-support>`;

const parts = [
  ['fields', 'Fields'],
  ['contrast', 'Contrast'],
  ['previews', 'Preview'],
  ['css', 'CSS'],
  ['link', 'Link'],
] as const;

/** Storybook’s frame opens links in the parent unless they say otherwise. */
const partLink = ([id, title]: (typeof parts)[number]): TemplateResult =>
  html`<a class="studio-part" href="#${id}" target="_self">${title}</a>`;

/** Fields for all tokens, previews, the contrast of each pair of colours, and the CSS to copy. */
export const studio = (state: StudioState): TemplateResult => html`
  <main class="studio">
    <header>
      <h1>Theme studio</h1>
      <p>Choose colours, type and shape. Check them in light and dark. Copy the CSS, or send the link.</p>
      <nav class="studio-actions" aria-label="Parts of the studio">${parts.map(partLink)}</nav>
    </header>
    <div class="studio-columns">
      ${controls(state)}
      <div class="studio-results">
        ${contrastReport(state)} ${previews(state)}
        ${codeBlock('css', 'Style sheet', themeCss(state.theme, state.darkMode))} ${codeBlock('page', 'Page', embedTag)}
        ${codeBlock('link', 'Link', state.link)}
      </div>
    </div>
  </main>
`;
