import {warnOnce} from '../internal/warn-once.js';
import {en} from './locales/en.js';
import type {Messages} from './translator.js';

/** Sets that a server may extend: a page may have a message for a value that has no built-in one. */
const openSets = /^(?:status|turn|priority|category|guidance|error)\./;

/** Warns the page's developer of keys that no element uses: typing errors, or messages of another version. */
export function warnAboutUnknownKeys(messages: Partial<Messages>): void {
  for (const key of Object.keys(messages)) {
    if (!(key in en) && !openSets.test(key)) warnOnce(`no message is called ${key}`, 'docs/languages.md');
  }
}
