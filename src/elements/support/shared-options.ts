import {nothing, type ElementPart} from 'lit';
import {directive, Directive} from 'lit/directive.js';

import type {TicketElement} from '../ticket-element.js';

/**
 * Copies options such as language and colour scheme from the host to an inner element, and exports the parts of that
 * element.
 */
class SharedOptions extends Directive {
  override render(_host: TicketElement, _parts: string): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [host, parts]: [TicketElement, string]): typeof nothing {
    const {locale, messages, timeZone, colorScheme, headingLevel, signInUrl, contact} = host;
    Object.assign(part.element, {locale, messages, timeZone, colorScheme, headingLevel, signInUrl, contact});
    if (!part.element.hasAttribute('exportparts')) part.element.setAttribute('exportparts', parts);
    return nothing;
  }
}

export const sharedOptions = directive(SharedOptions);
