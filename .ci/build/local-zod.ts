import {readFileSync} from 'node:fs';
import type {Plugin} from 'vite';

interface Rewrite {
  readonly file: string;
  readonly pattern: RegExp;
  readonly replacement: string;
  readonly times: number;
}

const version = '4.6.7';

const eachOwnKey = (name: string, file: string, times: number): Rewrite => ({
  file,
  pattern: new RegExp(`for \\(const key in ${name}\\) \\{`, 'g'),
  replacement: `for (const key of Object.keys(${name})) {`,
  times,
});

/**
 * zod keeps its configuration and its registry on `globalThis`, one for every copy of zod on the page
 * (https://github.com/colinhacks/zod/pull/5889). In somebody else's page that means their error texts in our forms, their
 * compiler and its `new Function` under our CSP, and our settings in their app. Its `for…in` loops also break at load on a
 * page that has added to Object.prototype. So the bundle gets a zod whose configuration is its own.
 */
const rewrites: readonly Rewrite[] = [
  {
    file: 'core.js',
    pattern:
      /\(_a = globalThis\)\.__zod_globalConfig \?\? .+\nexport const globalConfig = globalThis\.__zod_globalConfig;/g,
    replacement: 'export const globalConfig = {jitless: true};',
    times: 1,
  },
  {
    file: 'core.js',
    pattern: /globalThis\.__zod_globalConfig\?\.postProcessor/g,
    replacement: 'globalConfig.postProcessor',
    times: 1,
  },
  {
    file: 'core.js',
    pattern: /for \(const k in proto\) \{/g,
    replacement: 'for (const k of Object.keys(proto)) {',
    times: 1,
  },
  {
    file: 'registries.js',
    pattern:
      /\(_a = globalThis\)\.__zod_globalRegistry \?\? .+\nexport const globalRegistry = globalThis\.__zod_globalRegistry;/g,
    replacement: 'export const globalRegistry = /*@__PURE__*/ registry();',
    times: 1,
  },
  eachOwnKey('table', 'util.js', 1),
  eachOwnKey('computes', 'util.js', 1),
  eachOwnKey('shape', 'schemas.js', 1),
  eachOwnKey('input', 'schemas.js', 2),
];

function rewrite(source: string, {file, pattern, replacement, times}: Rewrite): string {
  const found = source.match(pattern)?.length ?? 0;
  if (found !== times) {
    throw new Error(
      `zod/v4/core/${file} has ${found} of ${pattern}, not ${times}: read the new zod, then change the plugin.`,
    );
  }
  return source.replace(pattern, replacement);
}

/** Gives the bundle a zod of its own. Written against the text of one version, so it refuses any other. */
export function localZod(): Plugin {
  const waiting = new Set(rewrites.map(({file}) => file));

  return {
    name: 'local-zod',
    buildStart() {
      const manifest = new URL('../../node_modules/zod/package.json', import.meta.url);
      const installed = (JSON.parse(readFileSync(manifest, 'utf8')) as {version: string}).version;
      if (installed !== version) this.error(`Written for zod ${version}; ${installed} is installed.`);
    },
    transform: {
      filter: {id: /node_modules\/zod\/v4\/core\/\w+\.js$/},
      handler(code, id) {
        const file = id.slice(id.lastIndexOf('/') + 1);
        if (!waiting.delete(file)) return undefined;
        return {code: rewrites.filter(each => each.file === file).reduce(rewrite, code), map: null};
      },
    },
    buildEnd(error) {
      if (!error && waiting.size > 0) this.error(`zod/v4/core no longer has ${[...waiting].join(', ')}.`);
    },
  };
}
