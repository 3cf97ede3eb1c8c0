import {nothing, type ElementPart} from 'lit';
import {directive, Directive} from 'lit/directive.js';

/** Sets an element's properties, as a portal's script does. */
class Given extends Directive {
  override render(_properties: object): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [properties]: [object]): typeof nothing {
    Object.assign(part.element, properties);
    return nothing;
  }
}

export const given = directive(Given);
