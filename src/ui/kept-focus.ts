/** The element that has the focus, through shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

/** Remembers where the focus is. The answer says, later on, whether a person has left it there, or it is lost. */
export function keptFocus(): () => boolean {
  const before = focused();
  return () => [before, document.body, null].includes(focused());
}
