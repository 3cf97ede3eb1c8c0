import {html, type TemplateResult} from 'lit';

/** Where a screen reader hears what has happened. It is rendered first, and always. */
export const liveRegion = (text: string): TemplateResult =>
  html`<div class="visually-hidden" role="status" aria-live="polite">${text}</div>`;
