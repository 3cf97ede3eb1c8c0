import {warnOnce} from '../internal/warn-once.js';

/**
 * Registers an element under its tag. If the page loads the script twice, the first definition stays. So does one that
 * is not ours: that tag cannot work, but the others can.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const defined = customElements.get(tag);
  if (!defined) customElements.define(tag, element);
  else if (!('apiBase' in defined.prototype)) warnOnce(`<${tag}> is already defined by another script`);
}
