/** A pixel that rounding makes. */
const slack = 1;

/** What an element shows that does not fit: boxes that are wider than they show, or that stand beyond the element's own. */
export function cutOff(element: HTMLElement): string[] {
  const {left, right} = element.getBoundingClientRect();
  const beyond = ({left: from, right: to}: DOMRect): boolean => from < left - slack || to > right + slack;
  return within(element)
    .filter(isShown)
    .filter(each => isTooNarrow(each) || beyond(each.getBoundingClientRect()))
    .map(each => `<${each.localName} class="${each.className}">: ${each.textContent?.trim().slice(0, 60)}`);
}

function within(root: Element): HTMLElement[] {
  const below = [...(root.shadowRoot ?? root).querySelectorAll('*')];
  return below.flatMap(each => [
    ...(each instanceof HTMLElement ? [each] : []),
    ...(each.shadowRoot ? within(each) : []),
  ]);
}

const isShown = (element: HTMLElement): boolean =>
  element.checkVisibility() && !element.closest('.visually-hidden') && element.offsetWidth > 0;

/** An inline box has no width of its own, one that ends with an ellipsis on purpose counts it in, and a line that somebody typed is scrolled in its field. */
const isTooNarrow = (element: HTMLElement): boolean =>
  !(element instanceof HTMLInputElement && element.value !== '') &&
  element.clientWidth > 0 &&
  element.scrollWidth > element.clientWidth + slack &&
  getComputedStyle(element).webkitLineClamp === 'none';
