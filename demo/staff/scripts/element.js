/** A DOM element with its properties and children; texts go in as text, never as markup. */
export function element(name, properties, ...children) {
  const {dataset, ...rest} = properties;
  const node = Object.assign(document.createElement(name), rest);
  Object.assign(node.dataset, dataset);
  node.append(...children.filter(child => child !== null));
  return node;
}
