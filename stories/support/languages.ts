import {languages} from '../../src/i18n/languages.js';
import {registerLocale} from '../../src/i18n/registry.js';
import type {Messages} from '../../src/i18n/translator.js';

const modules = import.meta.glob<Record<string, Messages>>('../../src/i18n/locales/*.ts');

/** Loads the messages of a language. */
export async function messagesIn(tag: string): Promise<Messages> {
  const load = modules[`../../src/i18n/locales/${tag}.ts`];
  const [messages] = Object.values((await load?.()) ?? {});
  if (!messages) throw new Error(`No messages for ${tag}`);
  return messages;
}

// Load a language on demand, as the standalone file does.
for (const tag of Object.keys(languages)) if (tag !== 'en') registerLocale(tag, () => messagesIn(tag));
