/** The parent in the flat tree: a slot, a parent element, or the host of a shadow root. */
export const flatTreeParent = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
