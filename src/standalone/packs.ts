import {registerLocale} from '../i18n/registry.js';
import type {Messages} from '../i18n/translator.js';

/** By language tag, the SHA-256 of the pack that lies beside this file, in base64. The build writes it in. */
declare const packHashes: Readonly<Record<string, string>>;

// Only while a classic script runs does it know where it came from.
const {src} = (document.currentScript ?? {}) as Partial<HTMLScriptElement>;

/** The browser refuses what is not the very pack that was built with this file, an error page among it. */
async function fetchPack(tag: string, hash: string): Promise<Partial<Messages>> {
  const response = await fetch(new URL(`messages/${tag}.json`, src), {integrity: `sha256-${hash}`});
  return (await response.json()) as Partial<Messages>;
}

if (src) for (const [tag, hash] of Object.entries(packHashes)) registerLocale(tag, () => fetchPack(tag, hash));
