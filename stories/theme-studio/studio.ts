import {html, type TemplateResult} from 'lit';

import {codeBlock} from './code-block.js';
import {contrastReport} from './contrast-report.js';
import {controls} from './controls.js';
import {previews} from './previews.js';
import type {StudioState} from './studio-state.js';
import './studio.css';
import {themeCss} from './theme-css.js';

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
