import {engine} from './capabilities.js';

/** Allows for rounding to whole pixels. */
const tolerance = 1;

/** WebKit lets the space after the last letter of a full line hang over. */
const overhang = ({letterSpacing}: CSSStyleDeclaration): number =>
  engine === 'webkit' ? parseFloat(letterSpacing) || 0 : 0;

/** The visible descendants whose content overflows them, or that extend beyond the element’s own box. */
export function findOverflow(element: HTMLElement): string[] {
  const {left, right} = element.getBoundingClientRect();
  const extendsBeyond = ({left: from, right: to}: DOMRect): boolean =>
    from < left - tolerance || to > right + tolerance;
  return descendantsOf(element)
    .filter(isVisible)
    .filter(each => overflows(each) || extendsBeyond(each.getBoundingClientRect()))
    .map(each => `<${each.localName} class="${each.className}">: ${each.textContent?.trim().slice(0, 60)}`);
}

function descendantsOf(root: Element): HTMLElement[] {
  const descendants = [...(root.shadowRoot ?? root).querySelectorAll('*')];
  return descendants.flatMap(each => [
    ...(each instanceof HTMLElement ? [each] : []),
    ...(each.shadowRoot ? descendantsOf(each) : []),
  ]);
}

const isVisible = (element: HTMLElement): boolean =>
  element.checkVisibility() && !element.closest('.visually-hidden') && element.offsetWidth > 0;

/**
 * Inline boxes have no `clientWidth`, some text is cut on purpose, and text that was typed scrolls within its field.
 */
const overflows = (element: HTMLElement): boolean =>
  !(element instanceof HTMLInputElement && element.value !== '') &&
  element.clientWidth > 0 &&
  element.scrollWidth > element.clientWidth + tolerance + overhang(getComputedStyle(element)) &&
  !isCutOnPurpose(getComputedStyle(element));

const isCutOnPurpose = ({webkitLineClamp, textOverflow}: CSSStyleDeclaration): boolean =>
  webkitLineClamp !== 'none' || textOverflow === 'ellipsis';
