import {readdirSync, readFileSync} from 'node:fs';
import {defineConfig, type Plugin, type Rolldown, type UserConfig} from 'vite';

import {byteOrderMark} from './.ci/build/byte-order-mark.js';
import {ticketViewsFile} from './.ci/build/ticket-views-file.js';
import {localePacks} from './.ci/build/locale-packs.js';
import {describeSize, fileNames, integrityOf} from './.ci/build/size.js';
import {staticFields} from './.ci/build/static-fields.js';
import {templateMinifier} from './.ci/build/template-minifier.js';
import {terserMinifier} from './.ci/build/terser.js';

/**
 * ES2022 for private names, which all supported browsers have: compiled to WeakMaps, they would add 2.4 kB. Other ES2022
 * features are not used; test/package/built checks that. See docs/decisions/0002-es2022-private-names.md.
 */
const target = 'es2022';

const entriesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(new URL(`src/${folder}`, import.meta.url))
      .filter(file => file.endsWith('.ts'))
      .map(file => [`${folder}/${file.slice(0, -'.ts'.length)}`, `src/${folder}/${file}`]),
  );

/** The npm package: one unminified module for each source file, without dependencies, for the bundler of the host. */
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
  closeBundle: () => console.log(fileNames.map(name => `${describeSize(name)}\n${integrityOf(name)}`).join('\n')),
});

/** A classic script, minified, with a source map. */
const script = (entry: string, fileName: string, plugins: Plugin[], options: Rolldown.RolldownOptions): UserConfig => ({
  publicDir: false,
  plugins: [staticFields(), templateMinifier(), terserMinifier(), byteOrderMark(), ...plugins],
  build: {
    target,
    outDir: 'dist/standalone',
    sourcemap: true,
    reportCompressedSize: false,
    // Two minifiers are slow, which Rolldown would report.
    rolldownOptions: {checks: {pluginTimings: false}, ...options},
    lib: {entry: `src/standalone/${entry}.ts`, formats: ['iife'], name: 'IspSupport', fileName: () => fileName},
  },
});

/** The modules that the second file takes from the standalone file. */
const sharedModules = Array.from(
  readFileSync(new URL('src/standalone/shared.ts', import.meta.url), 'utf8').matchAll(/ from '(.+)'/g),
  ([, name = '']) => name.replace(/^\.\.\/(.+)\.js$/, '/src/$1.ts'),
);

/** The contents of a ticket and of the form for a new one, with the modules that nothing else needs. */
const ticketViews = (): UserConfig => {
  const {build, ...config} = script('ticket-views', 'isp-ticket-views.js', [], {
    external: id => sharedModules.some(name => (name.startsWith('/') ? id.endsWith(name) : id === name)),
    output: {globals: () => 'document.currentScript.shared'},
  });
  return {...config, build: {...build, write: false}};
};

/** The standalone file: one classic script that defines all elements, with further files in the folder next to it. */
const standalone = (): UserConfig => {
  const plugins = [ticketViewsFile(ticketViews), localePacks(), printSize()];
  const {build, ...config} = script('index', 'isp-support.js', plugins, {
    output: {postBanner: '/*! See LICENSES.md */'},
  });
  return {
    ...config,
    // All copies of zod on a page share one configuration (https://github.com/colinhacks/zod/pull/5889). The page could
    // make it compile our schemas by `new Function`. The bundled copy has an empty configuration of its own.
    define: {'globalThis.__zod_globalConfig': '{"__proto__":null}'},
    // The licenses of what is bundled, which ask for their notice in every copy.
    build: {...build, license: {fileName: 'LICENSES.md'}},
  };
};

export default defineConfig(({mode}) => (mode === 'standalone' ? standalone() : modules()));
