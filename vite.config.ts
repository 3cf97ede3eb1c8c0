import {readdirSync} from 'node:fs';
import {defineConfig, type Plugin, type UserConfig} from 'vite';

import {byteOrderMark} from './.ci/build/byte-order-mark.js';
import {localePacks} from './.ci/build/locale-packs.js';
import {describeSize, integrityOf, sizeOf} from './.ci/build/size.js';
import {staticFields} from './.ci/build/static-fields.js';
import {staticImports} from './.ci/build/static-imports.js';
import {templateMinifier} from './.ci/build/template-minifier.js';
import {terserMinifier} from './.ci/build/terser.js';

/**
 * ES2022 for private names, which all supported browsers have: compiled to WeakMaps, they would add 2.4 kB. Other ES2022
 * features are not used; test/package/built checks that. See docs/decisions/0002-es2022-private-names.md.
 */
const target = 'es2022';

const entriesIn = (folder: string, parent = 'src'): Record<string, string> =>
  Object.fromEntries(
    readdirSync(new URL(`${parent}/${folder}`, import.meta.url))
      .filter(file => file.endsWith('.ts'))
      .map(file => [`${folder}/${file.slice(0, -'.ts'.length)}`, `${parent}/${folder}/${file}`]),
  );

/**
 * The npm package: one module for each source file, without dependencies, for the bundler of the host. Only the templates
 * are minified, because bundlers do not do that.
 */
const modules = (): UserConfig => ({
  publicDir: false,
  plugins: [staticFields(), templateMinifier()],
  build: {
    target,
    minify: false,
    emptyOutDir: true,
    lib: {
      entry: {
        index: 'src/index.ts',
        'bridge/index': 'bridge/index.ts',
        ...entriesIn('adapters', '.'),
        'gateway/index': 'gateway/index.ts',
        ...entriesIn('define'),
        ...entriesIn('i18n/locales'),
      },
      formats: ['es'],
    },
    rolldownOptions: {
      external: /^(?:lit|@lit|ky|zod|is-network-error|jose|html-to-text)(?:\/|$)/,
      output: {preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js'},
    },
  },
});

const printSize = (): Plugin => ({
  name: 'print-size',
  closeBundle: () => console.log(`${describeSize(sizeOf())}\n${integrityOf()}`),
});

/** The standalone file: one classic script that defines all elements, with the language packs in a folder next to it. */
const standalone = (): UserConfig => ({
  publicDir: false,
  // All copies of zod on a page share one configuration (https://github.com/colinhacks/zod/pull/5889). The page could
  // make it compile our schemas by `new Function`. The bundled copy has an empty configuration of its own.
  define: {'globalThis.__zod_globalConfig': '{"__proto__":null}'},
  plugins: [
    localePacks(),
    staticImports(),
    staticFields(),
    templateMinifier(),
    terserMinifier(),
    byteOrderMark(),
    printSize(),
  ],
  build: {
    target,
    outDir: 'dist/standalone',
    sourcemap: true,
    reportCompressedSize: false,
    // The licenses of what is bundled, which ask for their notice in every copy.
    license: {fileName: 'LICENSES.md'},
    // Two minifiers are slow, which Rolldown would report.
    rolldownOptions: {
      checks: {pluginTimings: false},
      // V8 compiles while it downloads, not at the first call of each function: https://v8.dev/blog/explicit-compile-hints
      output: {postBanner: '//# allFunctionsCalledOnLoad\n/*! See LICENSES.md */'},
    },
    lib: {entry: 'src/standalone/index.ts', formats: ['iife'], name: 'IspSupport', fileName: () => 'isp-support.js'},
  },
});

export default defineConfig(({mode}) => (mode === 'standalone' ? standalone() : modules()));
