import {computeAccessibleDescription, computeAccessibleName, getRole} from 'dom-accessibility-api';

/** Every descendant of a root in document order, through open shadow roots. */
function* elementsBelow(root: ParentNode | Element): Generator<Element> {
  for (const child of root.children) {
    yield child;
    if (child.shadowRoot) yield* elementsBelow(child.shadowRoot);
    yield* elementsBelow(child);
  }
}

/** Whether an element is in the accessibility tree: neither it nor an ancestor is hidden. */
function isExposed(element: Element): boolean {
  if (!element.checkVisibility({visibilityProperty: true})) return false;
  for (let node: Element | null = element; node;) {
    if (node.getAttribute('aria-hidden') === 'true') return false;
    const root: Node = node.getRootNode();
    node = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return true;
}

const matches = (name: string, expected: string | RegExp): boolean =>
  typeof expected === 'string' ? name === expected : expected.test(name);

export const accessibleNameOf = (element: Element): string =>
  computeAccessibleName(element).replace(/\s+/g, ' ').trim();

export const accessibleDescriptionOf = (element: Element): string =>
  computeAccessibleDescription(element).replace(/\s+/g, ' ').trim();

/** All accessible elements with this role and name. */
export function queryAllByRole(root: Element, role: string, name?: string | RegExp): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (const element of elementsBelow(document.body)) {
    if (!isWithin(element, root) || getRole(element) !== role || !isExposed(element)) continue;
    if (name === undefined || matches(accessibleNameOf(element), name)) found.push(element as HTMLElement);
  }
  return found;
}

/** The only element with this role and name. Throws if there is none or more than one. */
export function getByRole(root: Element, role: string, name?: string | RegExp): HTMLElement {
  const [found, ...others] = queryAllByRole(root, role, name);
  if (!found || others.length > 0) {
    const names = queryAllByRole(root, role).map(accessibleNameOf).join(' | ');
    throw new Error(`${others.length + (found ? 1 : 0)} of role ${role} named ${String(name)}; found: ${names}`);
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

/** The rendered text of an element (`innerText`). */
export function renderedTextOf(root: Element): string {
  const inner = (root.shadowRoot?.querySelector<HTMLElement>('.root') ?? root) as HTMLElement;
  return inner.innerText.replace(/\s+/g, ' ').trim();
}
