import {languages} from '../../src/messages/languages.js';
import type {Messages} from '../../src/messages/words.js';

/** The tags of all languages that there are words in. */
export const tags = Object.keys(languages);

/** `zh-Hant` stands in `zh-Hant.ts` as `zhHant`. */
const exportOf = (tag: string): string => tag.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export async function wordsOf(tag: string): Promise<Messages> {
  const module = (await import(new URL(`../../src/messages/${tag}.ts`, import.meta.url).href)) as Record<
    string,
    Messages
  >;
  return module[exportOf(tag)]!;
}
