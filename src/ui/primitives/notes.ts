import {html, nothing, type TemplateResult} from 'lit';

import type {TicketConfig} from '../../contract/config.js';
import type {Translator} from '../../i18n/translator.js';
import {whenYouHear} from '../text/when-you-hear.js';

/** When the customer hears from support, and how. */
export const hearNote = (config: TicketConfig, t: Translator): TemplateResult =>
  html`<div class="field">${whenYouHear(config, t).map(line => html`<p class="field-hint muted">${line}</p>`)}</div>`;

/**
 * How to send a picture, which the portal does not take: with a link for an email whose subject is the number of the
 * ticket. The number is empty for a ticket that does not exist yet. `isRefused`: the customer has tried to.
 */
export function picturesNote(
  config: TicketConfig | undefined,
  t: Translator,
  number: string,
  isRefused = false,
): TemplateResult | typeof nothing {
  if (config?.features.attachments) return nothing;
  const email = config?.contact.email;
  const key = !email ? 'pictures.describe' : number ? 'pictures.email' : 'pictures.emailNew';
  const [before, after] = t(key, {email: '\n', number}).split('\n');
  const href = `mailto:${email}?subject=${encodeURIComponent(number)}`;
  return html`<p class=${isRefused ? 'field-error refused' : 'field-hint muted'}>
    ${before}${email && html`<a dir="ltr" href=${href}>${email}</a>`}${after}
  </p>`;
}
