import {languages} from '../../src/i18n/languages.js';
import {registerLocale} from '../../src/i18n/registry.js';
import type {Messages} from '../../src/i18n/translator.js';

const modules = import.meta.glob<Record<string, Messages>>('../../src/i18n/locales/*.ts');

/** The words of a language, as its module exports them. */
export async function wordsIn(tag: string): Promise<Messages> {
  const load = modules[`../../src/i18n/locales/${tag}.ts`];
  const [messages] = Object.values((await load?.()) ?? {});
  if (!messages) throw new Error(`There are no words in ${tag}`);
  return messages;
}

// Fetched when somebody first reads in it, as beside the standalone file.
for (const tag of Object.keys(languages)) if (tag !== 'en') registerLocale(tag, () => wordsIn(tag));
