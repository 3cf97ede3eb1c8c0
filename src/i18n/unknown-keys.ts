import {en} from './locales/en.js';
import type {Messages} from './translator.js';

/** Sets that are the server's to extend: a host may have a word for a value that we do not know. */
const open = /^(?:status|turn|priority|category|guidance|error)\./;

const told = new Set<string>();

/** Tells the host's developer, once, of keys that nothing is said by: a slip of the pen, or words for another version. */
export function warnOfUnknownKeys(messages: Partial<Messages>): void {
  const unknown = Object.keys(messages).filter(key => !(key in en) && !open.test(key) && !told.has(key));
  // eslint-disable-next-line no-console -- A developer's slip, which nobody else can tell of, and nothing to stop for.
  if (unknown.length > 0) console.warn(`isp-support-elements: no message is called ${unknown.join(', ')}`);
  for (const key of unknown) told.add(key);
}
