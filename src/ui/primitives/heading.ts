import {html, type TemplateResult} from 'lit';

/** The heading of a view, at the level that the page asks for. It takes the focus when the view opens. */
export const heading = (level: number, content: unknown): TemplateResult =>
  html`<h2 class="heading" part="heading" id="heading" aria-level=${Math.min(6, Math.max(1, level || 2))} tabindex="-1">
    ${content}
  </h2>`;
