import {build} from 'esbuild';

/**
 * Packages of many modules. A test file loads 500 modules, and more than half of them are of these: the browser takes
 * half a second for them, for each of 150 files.
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

const nameOf = packageName => packageName.replaceAll('/', '-');

/** Serves each of these packages as one module, as a bundler does for a portal. What they share is loaded once. */
export async function bundledPackagesPlugin() {
  const {outputFiles} = await build({
    entryPoints: Object.fromEntries(packages.map(name => [nameOf(name), name])),
    bundle: true,
    splitting: true,
    format: 'esm',
    conditions: ['browser', 'development'],
    outdir: '/bundled-packages',
    write: false,
  });
  const bodies = new Map(outputFiles.map(({path, text}) => [path.replaceAll('\\', '/').replace(/^\w:/, ''), text]));
  return {
    name: 'bundled-packages',
    resolveImport: ({source}) => (packages.includes(source) ? `/bundled-packages/${nameOf(source)}.js` : undefined),
    serve: ({path}) => (bodies.has(path) ? {body: bodies.get(path), type: 'js'} : undefined),
  };
}
