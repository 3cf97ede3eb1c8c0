/**
 * Registers an element under its tag. A page that loads us twice keeps the first: a registry does not take a name
 * again.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
