import type {Plugin} from 'vite';

/** The static block that the compiler generates for `static name = value;`. */
const staticBlock = /static \{\s*this\.(\w+) = ([^;{}]+);\s*\}/g;

const lineBreaks = (text: string): string => text.replace(/[^\n]/g, '');

/**
 * Without `useDefineForClassFields`, which Lit's decorators rule out, a static field is compiled to a static block.
 * This plugin turns it into a field again. Safari before 16.4 cannot parse a file with a static block. Bundlers treat the
 * block as a side effect, so an application that imports one event class would bundle all of them. Line breaks are
 * kept, so that the source map stays valid.
 */
export function staticFields(): Plugin {
  return {
    name: 'static-fields',
    enforce: 'post',
    transform: {
      filter: {id: /\/src\/.+\.ts$/},
      handler: code => ({
        code: code.replace(
          staticBlock,
          (block, name: string, value: string) => `static ${name} = ${value};${lineBreaks(block)}`,
        ),
        map: null,
      }),
    },
  };
}
