import {html, type TemplateResult} from 'lit';

/** A heading at the level that the page's outline asks for. It takes the focus when its view is opened. */
export const heading = (level: number, content: unknown): TemplateResult =>
  html`<h2 class="heading" part="heading" id="heading" aria-level=${Math.min(6, Math.max(1, level || 2))} tabindex="-1">
    ${content}
  </h2>`;
