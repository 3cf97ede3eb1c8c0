/** Registers an element under its tag. If the page loads the script twice, the first definition stays. */
export function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
