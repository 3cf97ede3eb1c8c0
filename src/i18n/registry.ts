import {Locale, maximize, type MessageSource} from './locale.js';

const locales = new Map<string, Locale>();
const listeners = new Set<() => void>();

/**
 * Registers the messages of a language for every element of the page. Elements choose their language by their `locale`,
 * the nearest `lang`, then the browser's languages. A function in place of the messages is called when an element first
 * needs them. Missing messages are shown in English. Registering a tag again replaces its messages.
 *
 * @throws {RangeError} If the tag is not a valid BCP 47 language tag.
 *
 * @example registerLocale('de', de);
 * @example registerLocale('de', async () => (await import('isp-support-elements/messages/de')).de);
 */
export function registerLocale(tag: string, messages: MessageSource): void {
  const canonicalTag = canonicalizeTag(tag);
  if (!canonicalTag) throw new RangeError(`No language tag: ${tag}`);
  locales.set(canonicalTag, new Locale(canonicalTag, messages, notifyListeners));
  notifyListeners();
}

/**
 * Calls the listener whenever messages were registered, were loaded or failed to load. Returns a function that removes
 * it.
 */
export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notifyListeners(): void {
  for (const listener of listeners) listener();
}

/**
 * The registered language that matches a tag best: the exact tag, then the same region, then the first registered. The
 * script must be the same: readers of `zh-TW` can read `zh-Hant`, but readers of `sr-Latn` may not be able to read
 * `sr`.
 */
export function findLocale(tag: string): Locale | undefined {
  const exact = locales.get(tag);
  if (exact) return exact;
  const {language, script, region} = maximize(tag);
  const candidates = [...locales.values()].filter(locale => {
    // To maximize the tags of all languages takes longer than to render the skeleton of a list.
    if (!locale.tag.startsWith(language)) return false;
    const {maximized} = locale;
    return maximized.language === language && maximized.script === script;
  });
  return candidates.find(({maximized}) => maximized.region === region) ?? candidates[0];
}

/**
 * The canonical form of a tag, or undefined if it is not valid. `en_GB` is common, and throws in every Intl
 * constructor.
 */
export function canonicalizeTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replace(/_/g, '-'))[0];
  } catch {
    return undefined;
  }
}

// Each element brings the English texts that it shows.
registerLocale('en', {});
