import {languages} from '../../src/messages/languages.js';
import {registerLocale} from '../../src/messages/locales.js';
import type {Messages} from '../../src/messages/words.js';

const modules = import.meta.glob<Record<string, Messages>>('../../src/messages/*.ts');

/** The words of a language, as its module exports them. */
export async function wordsIn(tag: string): Promise<Messages> {
  const load = modules[`../../src/messages/${tag}.ts`];
  const [messages] = Object.values((await load?.()) ?? {});
  if (!messages) throw new Error(`There are no words in ${tag}`);
  return messages;
}

// Fetched when somebody first reads in it, as beside the standalone file.
for (const tag of Object.keys(languages)) if (tag !== 'en') registerLocale(tag, () => wordsIn(tag));
