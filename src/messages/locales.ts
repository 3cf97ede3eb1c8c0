import {en} from './en.js';
import type {Messages} from './words.js';

/** Words as they were registered. */
export interface Locale {
  /** Mended. */
  readonly tag: string;
  readonly messages: Partial<Messages>;
}

/** By tag, with all that is likely where the tag does not say it: `zh-TW` is written in `Hant`. */
const locales = new Map<string, Locale & {readonly likely: Intl.Locale}>();
const listeners = new Set<() => void>();

/**
 * Gives every element of the page the words of a language, for those who read it: the elements choose by `locale`, `lang` and
 * the browser's languages. What is missing is English. A tag that was registered before gets the new words; one that is no
 * language tag is a `RangeError`.
 *
 * @example registerLocale('de', de);
 */
export function registerLocale(tag: string, messages: Partial<Messages>): void {
  const mended = canonical(tag);
  if (!mended) throw new RangeError(`No language tag: ${tag}`);
  locales.set(mended, {tag: mended, messages, likely: likely(mended)});
  for (const listener of listeners) listener();
}

/** Calls the listener whenever there are words that were not there before, until the returned function is called. */
export function onLocaleRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * The words that come nearest to a tag, in its language and its script: whoever reads `zh-TW` reads `zh-Hant`, and who reads
 * `sr-Latn` may not read `sr`. The same region goes before others, and then the first that was registered.
 */
export function localeFor(wanted: string): Locale | undefined {
  const {language, script, region} = likely(wanted);
  const near = [...locales.values()].filter(each => each.likely.language === language && each.likely.script === script);
  return near.find(each => each.likely.region === region) ?? near[0];
}

const likely = (tag: string): Intl.Locale => new Intl.Locale(tag).maximize();

/** The tag as it should be written, or nothing where it is none: `en_GB` is everywhere, and throws in every Intl constructor. */
export function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replace(/_/g, '-'))[0];
  } catch {
    return undefined;
  }
}

registerLocale('en', en);
