import {computeAccessibleDescription, computeAccessibleName, getRole} from 'dom-accessibility-api';

/** Every element below a root, through open shadow roots and slots, in the order of the document. */
function* elementsBelow(root: ParentNode | Element): Generator<Element> {
  for (const child of root.children) {
    yield child;
    if (child.shadowRoot) yield* elementsBelow(child.shadowRoot);
    yield* elementsBelow(child);
  }
}

/** What assistive technology is given of an element: nothing, where it or a box around it is hidden. */
function isExposed(element: Element): boolean {
  if (!element.checkVisibility({visibilityProperty: true})) return false;
  for (let node: Element | null = element; node;) {
    if (node.getAttribute('aria-hidden') === 'true') return false;
    const root: Node = node.getRootNode();
    node = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return true;
}

const matches = (name: string, wanted: string | RegExp): boolean =>
  typeof wanted === 'string' ? name === wanted : wanted.test(name);

export const nameOf = (element: Element): string => computeAccessibleName(element).replace(/\s+/g, ' ').trim();

export const descriptionOf = (element: Element): string =>
  computeAccessibleDescription(element).replace(/\s+/g, ' ').trim();

/** What a person who looks, or listens, finds: by role and by name. */
export function allByRole(root: Element, role: string, name?: string | RegExp): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of elementsBelow(document.body)) {
    if (!isWithin(element, root) || getRole(element) !== role || !isExposed(element)) continue;
    if (name === undefined || matches(nameOf(element), name)) found.push(element as HTMLElement);
  }
  return found;
}

/** The one element of this role and name. */
export function byRole(root: Element, role: string, name?: string | RegExp): HTMLElement {
  const [found, ...others] = allByRole(root, role, name);
  if (!found || others.length > 0) {
    const names = allByRole(root, role).map(nameOf).join(' | ');
    throw new Error(`${others.length + (found ? 1 : 0)} of role ${role} named ${String(name)}; there are: ${names}`);
  }
  return found;
}

function isWithin(element: Element, root: Element): boolean {
  for (let node: Node | null = element; node;) {
    if (node === root) return true;
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return false;
}

/** The text that is shown below an element, hidden words left out. */
export function textOf(root: Element): string {
  const inner = (root.shadowRoot?.querySelector<HTMLElement>('.root') ?? root) as HTMLElement;
  return inner.innerText.replace(/\s+/g, ' ').trim();
}
