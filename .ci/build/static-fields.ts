import type {Plugin} from 'vite';

/** What the compiler makes of `static name = value;`. */
const staticBlock = /static \{\s*this\.(\w+) = ([^;{}]+);\s*\}/g;

const lineBreaks = (text: string): string => text.replace(/[^\n]/g, '');

/**
 * Without `useDefineForClassFields`, which Lit's decorators rule out, a static field is compiled to a static block.
 * Safari before 16.4 cannot parse one, and with it none of the file; and bundlers take it for a side effect, so a host
 * that uses one event of ours would keep them all. Here it becomes a field again. Line breaks stay, and with them the
 * source map.
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
