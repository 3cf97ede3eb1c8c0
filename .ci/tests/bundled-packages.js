import {build} from 'esbuild';
import {basename} from 'node:path';

/**
 * Packages of many modules. More than a third of the 500 modules that a test file loads are of these: nine files that
 * took 49 seconds take 41 with them in one module each.
 */
const packages = [
  'dom-accessibility-api',
  'hono',
  'hono/accepts',
  'hono/cookie',
  'hono/factory',
  'jose',
  'ky',
  'zod/v4/core',
];

const folder = '/bundled-packages/';

const fileNameOf = packageName => `${packageName.replaceAll('/', '-')}.js`;

/** Serves each of these packages as one module, as a bundler does for a portal. What they share is loaded once. */
export async function bundledPackagesPlugin() {
  const {outputFiles} = await build({
    entryPoints: packages.map(name => ({in: name, out: basename(fileNameOf(name), '.js')})),
    bundle: true,
    splitting: true,
    format: 'esm',
    conditions: ['browser', 'development'],
    outdir: folder,
    write: false,
  });
  const modules = new Map(outputFiles.map(({path, text}) => [`${folder}${basename(path)}`, text]));
  return {
    name: 'bundled-packages',
    resolveImport: ({source}) => (packages.includes(source) ? `${folder}${fileNameOf(source)}` : undefined),
    serve: ({path}) => (modules.has(path) ? {body: modules.get(path), type: 'js'} : undefined),
  };
}
