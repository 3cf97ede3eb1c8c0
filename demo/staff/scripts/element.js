/** Creates a DOM element with properties and children. Strings become text, never markup. */
export function element(name, properties, ...children) {
  const {dataset, ...rest} = properties;
  const node = Object.assign(document.createElement(name), rest);
  Object.assign(node.dataset, dataset);
  node.append(...children.filter(child => child !== null));
  return node;
}
