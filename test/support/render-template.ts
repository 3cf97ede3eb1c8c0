import {fixtureSync, html} from '@open-wc/testing';

/** Renders a template into a `<div>` in the page and returns the `<div>`. */
export const renderTemplate = (template: unknown): HTMLElement =>
  fixtureSync<HTMLElement>(html`<div>${template}</div>`);
