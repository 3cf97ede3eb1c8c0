import {registerLocale} from '../i18n/registry.js';
import type {Messages} from '../i18n/translator.js';

/** The language tags of the packs next to this file, separated by spaces. The build inserts them. */
declare const packTags: string;
/** The SHA-256 of `messages/index.json`, which has that of each pack by its tag. The build inserts it. */
declare const indexHash: string;

// `currentScript` is only set while a classic script runs for the first time.
const {src} = (document.currentScript ?? {}) as Partial<HTMLScriptElement>;
// A CDN also serves this file at the address of the package, and the files next to it only in their folder.
const base = src?.replace(/\/isp-support-elements(@[^/?]*)?(?=\?|$)/, '$&/dist/standalone/');

const fetchJson = async <Value>(name: string, options: RequestInit): Promise<Value> =>
  (await (await fetch(new URL(`messages/${name}.json`, base), options)).json()) as Value;

/** Fetches a language pack. The browser rejects anything but the pack of this build, such as an error page. */
async function fetchPack(tag: string): Promise<Partial<Messages>> {
  // The pack is requested along with the index that can verify it, and then read from the HTTP cache, verified.
  const [index] = await Promise.all([
    fetchJson<Readonly<Record<string, string>>>('index', {integrity: `sha256-${indexHash}`}),
    fetchJson(tag, {}),
  ]);
  return fetchJson(tag, {integrity: `sha256-${String(index[tag])}`, cache: 'force-cache'});
}

if (src) for (const tag of packTags.split(' ')) registerLocale(tag, () => fetchPack(tag));
