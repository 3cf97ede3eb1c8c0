/** The text nodes of an element, through open shadow roots, including white space between elements. */
function textNodesIn(root: Node): Text[] {
  if (root.nodeType === Node.TEXT_NODE) return [root as Text];
  const isHidden = ['STYLE', 'TEXTAREA'].includes(root.nodeName);
  const shadow = (root as Element).shadowRoot;
  return isHidden ? [] : [...(shadow ? [shadow] : []), ...root.childNodes].flatMap(textNodesIn);
}

function wrapperFor(text: Text): HTMLElement {
  const font = document.createElement('font');
  font.append(document.createElement('font'));
  font.firstElementChild!.append(text.data);
  return font;
}

/** How translators replace a text node. */
export const replacementStyles: Record<string, (text: Text) => void> = {
  'replaces the text node': text => text.replaceWith(wrapperFor(text)),
  'inserts before it and removes it': text => {
    text.before(wrapperFor(text));
    text.remove();
  },
  'inserts after it and removes it': text => {
    text.after(wrapperFor(text));
    text.remove();
  },
  'moves it into the wrapper': text => {
    const font = document.createElement('font');
    text.before(font);
    font.append(text);
  },
  'replaces it by another text node': text => text.replaceWith(text.data),
  'sets the text of its element, with the comments that Lit has there': ({parentElement: parent}) => {
    if (parent?.childElementCount === 0) parent.textContent = String(parent.textContent);
  },
};

/** Does to an element what a page translator does, except that the words stay the same. */
export function translatePage(element: Element, replace: (text: Text) => void): void {
  for (const text of textNodesIn(element)) if (text.data !== '') replace(text);
}

/** All text of an element, whether it was replaced or not. */
export const textOf = (element: Element): string =>
  textNodesIn(element)
    .map(({data}) => data)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
