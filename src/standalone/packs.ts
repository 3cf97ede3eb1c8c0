import {registerLocale} from '../i18n/registry.js';
import type {Messages} from '../i18n/translator.js';

/** The SHA-256 hashes of the language packs next to this file, in base64, by language tag. The build inserts them. */
declare const packHashes: Readonly<Record<string, string>>;

// `currentScript` is only set while a classic script runs for the first time.
const {src} = (document.currentScript ?? {}) as Partial<HTMLScriptElement>;

/** Fetches a language pack. The browser rejects anything but the pack of this build, such as an error page. */
async function fetchPack(tag: string, hash: string): Promise<Partial<Messages>> {
  const response = await fetch(new URL(`messages/${tag}.json`, src), {integrity: `sha256-${hash}`});
  return (await response.json()) as Partial<Messages>;
}

if (src) for (const [tag, hash] of Object.entries(packHashes)) registerLocale(tag, () => fetchPack(tag, hash));
