import {languages} from '../../src/i18n/languages.js';
import type {Messages} from '../../src/i18n/translator.js';

/** The tags of all built-in locales. */
export const localeTags = Object.keys(languages);

/** `zh-Hant.ts` exports `zhHant`. */
const exportNameOf = (tag: string): string => tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export async function loadLocale(tag: string): Promise<Messages> {
  const module = (await import(new URL(`../../src/i18n/locales/${tag}.ts`, import.meta.url).href)) as Record<
    string,
    Messages
  >;
  return module[exportNameOf(tag)]!;
}
