import type {Plugin} from 'vite';

interface Omission {
  /** What the module exports today: another list means another ky, and a look at it. */
  readonly exports: string;
  readonly instead: (code: string) => string;
}

const exportsOf = (code: string): string =>
  [...code.matchAll(/^export const (\w+)/gm)].map(([, name]) => name).join(' ');

const fromLast = (code: string): string => code.slice(code.lastIndexOf('export const '));

/**
 * Parts of ky that our client gives no occasion to run. No bundler can know: they are behind options that we do not set.
 */
const omissions = new Map<string, Omission>([
  [
    // The progress of uploads and downloads: we ask for none.
    'utils/body.js',
    {
      exports: 'getBodySize streamResponse streamRequest',
      instead: () => 'export const streamResponse = response => response, streamRequest = request => request;',
    },
  ],
  [
    // Options that ky does not know, handed on to fetch: ours is called with the request alone.
    'utils/options.js',
    {
      exports: 'findUnknownOptions hasSearchParameters',
      instead: code =>
        `import {deletedParametersSymbol} from './merge.js';\nexport const findUnknownOptions = () => ({});\n${fromLast(code)}`,
    },
  ],
]);

/** Leaves those parts out of the bundle. */
export function leanKy(): Plugin {
  const waiting = new Set(omissions.keys());
  return {
    name: 'lean-ky',
    transform: {
      filter: {id: /node_modules\/ky\/distribution\/.+\.js$/},
      handler(code, id) {
        const file = id.slice(id.indexOf('distribution/') + 'distribution/'.length);
        const omission = omissions.get(file);
        if (!omission) return undefined;
        waiting.delete(file);
        const found = exportsOf(code);
        if (found !== omission.exports) this.error(`ky's ${file} exports ${found}: read it, then change the plugin.`);
        return {code: omission.instead(code), map: null};
      },
    },
    buildEnd(error) {
      if (!error && waiting.size > 0) this.error(`ky no longer has ${[...waiting].join(', ')}.`);
    },
  };
}
