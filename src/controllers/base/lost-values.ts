import {warnOnce} from '../../internal/warn-once.js';

/**
 * Warns the page's developer of attributes that hold the source of a function or of an object: some frameworks write
 * properties and listeners as attributes if the element is not defined yet. `properties`: their names in lower case.
 */
export function warnAboutLostValues(host: Element, properties: readonly string[]): void {
  for (const name of host.getAttributeNames()) {
    if (properties.includes(name.replace(/-/g, '')) || /^on-?isp/.test(name)) {
      warnOnce(`the attribute ${name} of <${host.localName}> has no effect: set a property, or add a listener`);
    }
  }
}
