/** The markup of an element and of all shadow roots in it, and the values of its fields. */
export function deepMarkup(element: Element): string {
  const within = [element, ...element.querySelectorAll('*')];
  const fields = within.flatMap(each => ('value' in each ? String(each.value) : []));
  const shadows = within.flatMap(({shadowRoot}) =>
    shadowRoot ? [shadowRoot.innerHTML, ...[...shadowRoot.children].map(deepMarkup)] : [],
  );
  return [element.outerHTML, ...fields, ...shadows].join('\n');
}
