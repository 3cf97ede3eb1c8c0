import {build} from 'esbuild';
import {fileURLToPath} from 'node:url';

let script: Promise<string> | undefined;

/** The bridge as one module, which `npm run build` writes to dist/bridge in several. */
export const bridgeScript = (): Promise<string> => (script ??= bundle());

async function bundle(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL('../../bridge/index.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  return outputFiles.map(({text}) => text).join('');
}
