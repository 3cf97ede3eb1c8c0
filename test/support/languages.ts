import {languages} from '../../src/i18n/languages.js';
import type {Messages} from '../../src/i18n/translator.js';

/** The tags of all languages that there are words in. */
export const tags = Object.keys(languages);

/** `zh-Hant` stands in `zh-Hant.ts` as `zhHant`. */
const exportOf = (tag: string): string => tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export async function wordsOf(tag: string): Promise<Messages> {
  const module = (await import(new URL(`../../src/i18n/locales/${tag}.ts`, import.meta.url).href)) as Record<
    string,
    Messages
  >;
  return module[exportOf(tag)]!;
}
