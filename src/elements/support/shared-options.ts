import {nothing, type ElementPart} from 'lit';
import {directive, Directive} from 'lit/directive.js';

import type {TicketElement} from '../ticket-element.js';

/** Hands on to an inner element what its host was told about language, time and looks, and its parts on to the page. */
class SharedOptions extends Directive {
  override render(_host: TicketElement, _parts: string): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [host, parts]: [TicketElement, string]): typeof nothing {
    const {locale, messages, timeZone, colorScheme, headingLevel} = host;
    Object.assign(part.element, {locale, messages, timeZone, colorScheme, headingLevel});
    if (!part.element.hasAttribute('exportparts')) part.element.setAttribute('exportparts', parts);
    return nothing;
  }
}

export const sharedOptions = directive(SharedOptions);
