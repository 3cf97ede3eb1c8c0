/** The words below an element in the order of the document, those left out that a reader does not get. */
function words(root: Element, reaches: (element: Element) => boolean): string {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) {
    let parent = texts.currentNode.parentElement;
    while (parent && parent !== root && reaches(parent)) parent = parent.parentElement;
    if (parent === root) found.push(texts.currentNode.nodeValue ?? '');
  }
  return found.join(' ').replace(/\s+/g, ' ').trim();
}

/** What a screen reader says of an element. Unlike `innerText`, it does not need the element to be drawn. */
export const heardText = (root: Element): string =>
  words(root, element => element.getAttribute('aria-hidden') !== 'true');

/** What an element shows to the eye. */
export const seenText = (root: Element): string =>
  words(root, element => {
    const {display, clipPath} = getComputedStyle(element);
    return display !== 'none' && clipPath === 'none';
  });
