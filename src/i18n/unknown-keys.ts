import {en} from './locales/en.js';
import type {Messages} from './translator.js';

/** Sets that a server may extend: a page may have a message for a value that has no built-in one. */
const openSets = /^(?:status|turn|priority|category|guidance|error)\./;

const warned = new Set<string>();

/**
 * Warns the page's developer, once for each key, of keys that no element uses: typing errors, or messages of another
 * version.
 */
export function warnAboutUnknownKeys(messages: Partial<Messages>): void {
  const unknown = Object.keys(messages).filter(key => !(key in en) && !openSets.test(key) && !warned.has(key));
  // eslint-disable-next-line no-console -- The mistake is the developer's, and no reason to fail.
  if (unknown.length > 0) console.warn(`isp-support-elements: no message is called ${unknown.join(', ')}`);
  for (const key of unknown) warned.add(key);
}
