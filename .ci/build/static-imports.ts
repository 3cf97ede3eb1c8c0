import type {Plugin} from 'vite';

const dynamicImport = /\bimport\(('\.[^']+')\)/g;

/**
 * Turns dynamic imports of our own modules into static ones, for a build of one file, which has everything at once.
 * Rolldown would wrap each of these modules, and all that they import, in a function that runs them when they are first
 * imported: 720 bytes more with brotli.
 */
export const staticImports = (): Plugin => ({
  name: 'static-imports',
  // Before types and comments are removed: the positions of the source map stay valid.
  enforce: 'pre',
  transform: {
    filter: {id: /\/src\/.+\.ts$/, code: 'import('},
    handler(code) {
      const specifiers: string[] = [];
      const replaced = code.replace(dynamicImport, (_, specifier: string) => {
        specifiers.push(specifier);
        return `Promise.resolve(dynamic${specifiers.length - 1})`;
      });
      const imports = specifiers.map((specifier, index) => `import * as dynamic${index} from ${specifier};`);
      // In the first line, so that no other line moves.
      return {code: imports.join('') + replaced, map: null};
    },
  },
});
