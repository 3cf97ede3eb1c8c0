import {transformSync} from 'esbuild';
import htmlLiteralsPlugin from 'rollup-plugin-html-literals';
import type {Plugin} from 'vite';

/** Its types are Rollup's. */
const htmlLiterals = htmlLiteralsPlugin as unknown as (options: Parameters<typeof htmlLiteralsPlugin>[0]) => Plugin;

/** Takes indentation and comments out of Lit's html`…` and css`…`, which minifiers of JavaScript leave as they are. */
export const templateMinifier = (): Plugin => ({
  ...htmlLiterals({
    include: ['**/src/**/*.ts'],
    failOnError: true,
    options: {
      // esbuild cannot read a sheet that is not whole.
      shouldMinifyCSS: ({tag, parts}) => tag === 'css' && parts.length === 1,
      minifyOptions: {
        collapseWhitespace: true,
        // To one space and never to none: a template knows nothing of the words before and after it.
        conservativeCollapse: true,
        // The minifier that comes with the plugin leaves line breaks in custom properties.
        minifyCSS: (css: string) => transformSync(css, {loader: 'css', minify: true}).code.trim(),
        removeEmptyAttributes: false,
      },
    },
  }),
  // Templates are found in the sources, before anything has rewritten them.
  enforce: 'pre',
});
