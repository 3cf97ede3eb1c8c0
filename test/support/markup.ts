/** Everything that an element holds: its markup, that of every shadow root within, and what stands in its fields. */
export function wholeMarkup(element: Element): string {
  const within = [element, ...element.querySelectorAll('*')];
  const fields = within.flatMap(each => ('value' in each ? String(each.value) : []));
  const shadows = within.flatMap(({shadowRoot}) =>
    shadowRoot ? [shadowRoot.innerHTML, ...[...shadowRoot.children].map(wholeMarkup)] : [],
  );
  return [element.outerHTML, ...fields, ...shadows].join('\n');
}
