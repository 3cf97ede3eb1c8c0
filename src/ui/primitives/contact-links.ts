import {html, nothing, type TemplateResult} from 'lit';

import type {Translator} from '../../i18n/translator.js';

export interface ContactOptions {
  readonly t: Translator;
  /** Other ways to reach the operator: `tel:` and `mailto:` URLs, and URLs of pages. */
  readonly contacts: readonly string[];
  /** The number of the ticket that cannot be shown, if it is known. */
  readonly ticketNumber: string | undefined;
}

/** A telephone number, an address or a ticket number reads from left to right in every language. */
const isolated = (text: string): string => `\u2066${text}\u2069`;

function linkText(url: string, t: Translator): string {
  const [, scheme, address = ''] = /^(tel|mailto):([^?]*)/.exec(url) ?? [];
  if (scheme === 'tel') return t('contact.telephone', {telephone: isolated(address)});
  return scheme ? t('contact.email', {email: isolated(address)}) : t('contact.page');
}

/**
 * Other ways to reach the operator: what the page has in its `fallback` slot, then `contacts`, which are folded above
 * content that stays.
 */
export const otherContacts = ({t, contacts, ticketNumber}: ContactOptions, isOpen = true): TemplateResult =>
  html`<slot name="fallback"></slot>${
      contacts.length > 0
        ? html`<details class="contacts" part="contacts" ?open=${isOpen}>
            <summary>${t('contact.heading')}</summary>
            ${ticketNumber ? html`<p>${t('contact.number', {number: isolated(ticketNumber)})}</p>` : nothing}
            <div class="actions">
              ${contacts.map(
                url => html`<a class="button" part="button" href=${url.replace(/\s/g, '')}>${linkText(url, t)}</a>`,
              )}
            </div>
          </details>`
        : nothing
    }`;
