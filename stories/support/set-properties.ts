import {nothing, type ElementPart} from 'lit';
import {directive, Directive} from 'lit/directive.js';

/** Sets the properties of an element, as the script of a portal does. */
class SetProperties extends Directive {
  override render(_properties: object): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [properties]: [object]): typeof nothing {
    Object.assign(part.element, properties);
    return nothing;
  }
}

export const setProperties = directive(SetProperties);
