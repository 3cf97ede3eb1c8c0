/** The text nodes of an element whose ancestors all pass a filter. */
function textWithin(root: Element, includes: (element: Element) => boolean): string {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    let parent = texts.currentNode.parentElement;
    while (parent && parent !== root && includes(parent)) parent = parent.parentElement;
    if (parent === root) found.push(texts.currentNode.nodeValue ?? '');
  }
  return found.join(' ').replace(/\s+/g, ' ').trim();
}

/** The text that a screen reader reads. Unlike `innerText`, this includes content that is not rendered yet. */
export const accessibleTextOf = (root: Element): string =>
  textWithin(root, element => element.getAttribute('aria-hidden') !== 'true');

/** The text that is visible. */
export const visibleTextOf = (root: Element): string =>
  textWithin(root, element => {
    const {display, clipPath} = getComputedStyle(element);
    return display !== 'none' && clipPath === 'none';
  });
