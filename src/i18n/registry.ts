import {en} from './locales/en.js';
import {likely, Locale, type MessageSource} from './locale.js';

const locales = new Map<string, Locale>();
const listeners = new Set<() => void>();

/**
 * Gives every element of the page the words of a language, for those who read it: the elements choose by `locale`, `lang` and
 * the browser's languages. In place of the words it takes a function that gets them, which is called when somebody first reads in that
 * language. What is missing is English. A tag that was registered before gets the new words; one that is no
 * language tag is a `RangeError`.
 *
 * @example registerLocale('de', de);
 * @example registerLocale('de', async () => (await import('isp-support-elements/messages/de')).de);
 */
export function registerLocale(tag: string, messages: MessageSource): void {
  const mended = canonical(tag);
  if (!mended) throw new RangeError(`No language tag: ${tag}`);
  locales.set(mended, new Locale(mended, messages, tell));
  tell();
}

/** Calls the listener whenever words have come, or could not be had, until the returned function is called. */
export function onLocaleChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/**
 * The language that comes nearest to a tag, in the same script: whoever reads `zh-TW` reads `zh-Hant`, and who reads
 * `sr-Latn` may not read `sr`. The very tag goes before the same region, that before others, and then the first that was registered.
 */
export function localeFor(wanted: string): Locale | undefined {
  const exact = locales.get(wanted);
  if (exact) return exact;
  const {language, script, region} = likely(wanted);
  const near = [...locales.values()].filter(each => each.likely.language === language && each.likely.script === script);
  return near.find(each => each.likely.region === region) ?? near[0];
}

/** The tag as it should be written, or nothing where it is none: `en_GB` is everywhere, and throws in every Intl constructor. */
export function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replace(/_/g, '-'))[0];
  } catch {
    return undefined;
  }
}

registerLocale('en', en);
