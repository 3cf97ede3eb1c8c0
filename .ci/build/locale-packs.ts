import {createHash} from 'node:crypto';
import {fileURLToPath} from 'node:url';
import {runnerImport, type Plugin} from 'vite';

import type {Language} from '../../src/i18n/languages.js';

const folder = fileURLToPath(new URL('../../src/i18n', import.meta.url));

const load = async <Module>(name: string): Promise<Module> =>
  (await runnerImport<Module>(`${folder}/${name}.ts`)).module;

/** The language packs as JSON, by tag. English is part of the bundle. */
async function packs(): Promise<ReadonlyMap<string, string>> {
  const {languages} = await load<{languages: Readonly<Record<string, Language>>}>('languages');
  const tags = Object.keys(languages).filter(tag => tag !== 'en');
  const texts = tags.map(async tag => {
    const [messages] = Object.values(await load<Record<string, unknown>>(`locales/${tag}`));
    return [tag, JSON.stringify(messages)] as const;
  });
  return new Map(await Promise.all(texts));
}

const hash = (text: string): string => createHash('sha256').update(text).digest('base64');

/**
 * Emits a JSON file for each language, and an index with the hashes of these files. Inserts the hash of the index into the
 * bundle: the `integrity` of a script tag does not cover requests of the script.
 */
export function localePacks(): Plugin {
  let texts: ReadonlyMap<string, string>;
  let index: string;
  return {
    name: 'locale-packs',
    async config() {
      texts = await packs();
      index = JSON.stringify(Object.fromEntries([...texts].map(([tag, text]) => [tag, hash(text)])));
      return {
        define: {
          packTags: JSON.stringify([...texts.keys()].join(' ')),
          indexHash: JSON.stringify(hash(index)),
        },
      };
    },
    generateBundle() {
      for (const [name, source] of [...texts, ['index', index] as const]) {
        this.emitFile({type: 'asset', fileName: `messages/${name}.json`, source});
      }
    },
  };
}
