import {ConnectedElement} from './connected-element.js';

const withoutHyphens = (name: string): string => name.replace(/-/g, '');

/**
 * Takes each attribute by its name without hyphens, too: frameworks that set a property before the element is defined write it as an
 * attribute, in lower case (https://github.com/facebook/react/issues/29037).
 */
export abstract class AliasedElement extends ConnectedElement {
  static override get observedAttributes(): string[] {
    const attributes = super.observedAttributes;
    return [...attributes, ...attributes.map(withoutHyphens)];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    const named = (this.constructor as typeof AliasedElement).observedAttributes.find(
      attribute => attribute !== name && withoutHyphens(attribute) === name,
    );
    super.attributeChangedCallback(named ?? name, old, value);
  }
}
