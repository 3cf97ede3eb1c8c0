import {readdirSync} from 'node:fs';
import {defineConfig, type Plugin, type UserConfig} from 'vite';

import {byteOrderMark} from './.ci/build/byte-order-mark.js';
import {localePacks} from './.ci/build/locale-packs.js';
import {describeSize, sizeOf} from './.ci/build/size.js';
import {staticFields} from './.ci/build/static-fields.js';
import {templateMinifier} from './.ci/build/template-minifier.js';
import {terserMinifier} from './.ci/build/terser.js';

/**
 * ES2022 for its private names alone, which every engine we serve reads (Chromium 84, Safari 15, Firefox 90): written out
 * as WeakMaps they cost 2.4 kB. What else ES2022 brings, older engines do not read; a test of the built file looks for it.
 */
const target = 'es2022';

const entriesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(new URL(`src/${folder}`, import.meta.url))
      .filter(file => file.endsWith('.ts'))
      .map(file => [`${folder}/${file.slice(0, -'.ts'.length)}`, `src/${folder}/${file}`]),
  );

/** The package: one module a source module, nothing bundled in, nothing minified; the host's bundler does that. */
const modules = (): UserConfig => ({
  publicDir: false,
  plugins: [staticFields()],
  build: {
    target,
    minify: false,
    emptyOutDir: true,
    lib: {entry: {index: 'src/index.ts', ...entriesIn('define'), ...entriesIn('i18n/locales')}, formats: ['es']},
    rolldownOptions: {
      external: /^(?:lit|@lit|ky|zod)(?:\/|$)/,
      output: {preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js'},
    },
  },
});

const printSize = (): Plugin => ({
  name: 'print-size',
  closeBundle: () => console.log(describeSize(sizeOf())),
});

/** The standalone file: one classic script that holds and defines everything, with its languages beside it. */
const standalone = (): UserConfig => ({
  publicDir: false,
  // Every zod on a page shares this configuration (https://github.com/colinhacks/zod/pull/5889), and what a page puts there runs
  // inside ours: `zod/compile` would make code of our schemas. The bundled one has a configuration of its own, which is empty.
  define: {'globalThis.__zod_globalConfig': '{"__proto__":null}'},
  plugins: [localePacks(), staticFields(), templateMinifier(), terserMinifier(), byteOrderMark(), printSize()],
  build: {
    target,
    outDir: 'dist/standalone',
    sourcemap: true,
    reportCompressedSize: false,
    // Two minifiers take their time.
    rolldownOptions: {checks: {pluginTimings: false}},
    lib: {entry: 'src/standalone/index.ts', formats: ['iife'], name: 'IspSupport', fileName: () => 'isp-support.js'},
  },
});

export default defineConfig(({mode}) => (mode === 'standalone' ? standalone() : modules()));
