import {SupportErrorEvent} from '../../contract/session-events.js';
import {misconfigured} from '../session/misconfigured.js';

/**
 * Reports the attributes that hold the source of a function or of an object: some frameworks write properties and
 * listeners as attributes if the element is not defined yet. `properties`: their names, with the value of each.
 */
export function reportLostValues(host: Element, properties: Readonly<Record<string, unknown>>): void {
  for (const path of host.getAttributeNames()) {
    const name = path.replace(/-/g, '');
    const isLost = name in properties ? properties[name] === undefined : name.startsWith('onisp');
    if (!isLost) continue;
    const reason = `the attribute ${path} of <${host.localName}> has no effect: set a property, or add a listener`;
    const lost = new SupportErrorEvent(misconfigured(reason, path));
    host.dispatchEvent(lost);
  }
}
